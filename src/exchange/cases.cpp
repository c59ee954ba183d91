// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cases.hpp"

#include "complaint/error.hpp"
#include "complaint/tags.hpp"
#include "exchange/csv_table.hpp"
#include "exchange/error.hpp"
#include "exchange/field_read.hpp"
#include "exchange/field_set.hpp"
#include "text/names.hpp"
#include "text/nearest.hpp"
#include "text/visible.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::exchange {

namespace {

using rulebook::Listed;
using rulebook::Settable;

// What a column is for: a field of ours, something expected, or nothing.
struct CaseColumn {
    const Field* field = nullptr;
    std::optional<std::size_t> expected;
};

CaseColumn column_named(const std::string& name, const FieldSet& fields, const complaint::OwnFields& own) {
    if (!name.starts_with(k_expect)) return {fields.of_header(name), {}};
    const auto what = std::string_view(name).substr(k_expect.size());
    const auto known = what_rules_set(own);
    const auto found = std::ranges::find(known, what);
    if (found == known.end())
        throw complaint::BadValue(fmt::format("'{}' is not something that rules set ({}){}", what,
                                              fmt::join(known, ", "), text::did_you_mean(what, known)));
    return {nullptr, static_cast<std::size_t>(found - known.begin())};
}

void check_owner(const rulebook::Policy& policy, const std::string& who) {
    if (const auto team = rulebook::team_meant_by(who))
        rulebook::check_team(policy.teams, *team);
    else
        rulebook::check_person(policy.people, who);
}

// `what`: its place in what_rules_set().
std::string checked(std::size_t what, const std::string& text, const rulebook::Policy& policy,
                    const Reading& reading) {
    const auto settables = rulebook::settables(policy.own);
    if (what == settables.size()) {
        const auto tags = complaint::split_tags(text);
        for (const auto& tag : tags)
            policy.words.check(Listed::tags, tag);
        return complaint::joined_tags(complaint::changed_tags({}, tags, {}));
    }
    const auto* field = settables[what].field;
    if (field == nullptr) {
        check_owner(policy, text);
        return text;
    }
    if (field->own != nullptr) return read_own_text(*field->own, text, reading);
    rulebook::check_word(policy.words, *field, text);
    return text;
}

std::optional<Settable> decided_by(std::string_view field, const complaint::OwnFields& own) {
    if (field == "team" || field == "assignee") return rulebook::k_assign;
    return rulebook::settable_named(field, own);
}

class CaseReader {
  public:
    CaseReader(std::istream& in, const std::string& file, const rulebook::Policy& policy)
        : m_file(file), m_policy(policy), m_fields(policy.own),
          m_table(in, file, {.dialect = {.delimiter = ""}}) {
        m_reading.zone = policy.organisation.zone;
        m_reading.currency = policy.organisation.currency;
    }

    std::vector<Case> read() {
        read_header();
        std::vector<Case> cases;
        while (const auto row = m_table.next())
            cases.push_back(read_row(*row));
        if (!m_faults.empty()) throw DataError(fmt::format("{}", fmt::join(m_faults, "\n")));
        if (cases.empty()) throw DataError(fmt::format("{}: has no cases below its header", m_file));
        return cases;
    }

  private:
    void blame(const Place& place, std::string_view what) {
        m_faults.push_back(
            fmt::format("{}:{}:{}: {}", m_file, place.line, place.column, text::spelt_out(what)));
    }

    void read_header() {
        const auto& header = m_table.header();
        bool expects = false;
        for (const auto& column : header.fields) {
            try {
                m_columns.push_back(column_named(column.text, m_fields, m_policy.own));
            } catch (const complaint::BadValue& fault) {
                m_columns.emplace_back();
                blame(column.place, fault.what());
            }
            expects = expects || m_columns.back().expected;
        }
        if (!expects && m_faults.empty())
            blame(header.place, "no column says what is expected; add one such as expect_category");
        if (!m_faults.empty()) throw DataError(fmt::format("{}", fmt::join(m_faults, "\n")));
    }

    Case read_row(const TableRow& read) {
        const auto& row = read.row;
        Case made{row.place, {}, {}, Expected(what_rules_set(m_policy.own).size())};
        if (!read.misfit.empty()) {
            blame(read.misfit_place(), read.misfit);
            return made;
        }
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            try {
                take(m_columns[i], row.fields[i].text, made);
            } catch (const complaint::BadValue& fault) {
                blame(row.fields[i].place, fault.what());
            } catch (const time::Error& fault) {
                blame(row.fields[i].place, fault.what());
            }
        }
        return made;
    }

    void take(const CaseColumn& column, const std::string& text, Case& into) const {
        if (text.empty()) return;
        if (column.expected) {
            const bool nothing = text == k_nothing;
            into.expected[*column.expected] =
                nothing ? text : checked(*column.expected, text, m_policy, m_reading);
        }
        if (column.field == nullptr) return;
        column.field->take(into.draft, text, m_reading);
        if (const auto decided = decided_by(column.field->name, m_policy.own))
            into.decided.push_back(*decided);
    }

    const std::string& m_file;
    const rulebook::Policy& m_policy;
    FieldSet m_fields;
    CsvTable m_table;
    Reading m_reading;
    std::vector<CaseColumn> m_columns;
    std::vector<std::string> m_faults;
};

} // namespace

std::vector<std::string_view> what_rules_set(const complaint::OwnFields& own) {
    auto names = text::names_of(rulebook::settables(own), &Settable::name);
    names.push_back("tags");
    return names;
}

std::vector<Case> read_cases(std::istream& in, const std::string& file, const rulebook::Policy& policy) {
    return CaseReader(in, file, policy).read();
}

} // namespace reklamaatio::exchange
