// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/import_file.hpp"

#include "complaint/arrival.hpp"
#include "exchange/comparison.hpp"
#include "exchange/field.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::casework {

namespace {

// A field of the record alone has no place in the file.
exchange::RowFault fault_of(const exchange::DraftRow& row, const complaint::BadValue& fault) {
    const bool is_in_file =
        std::ranges::any_of(row.places, [&](const auto& known) { return known.first == fault.field(); });
    if (exchange::field_named(fault.field()) == nullptr && !is_in_file)
        return {row.row.place, "", fault.what()};
    const bool is_stale = complaint::has_stale_end(row.draft.complaint)
                          && (fault.field() == "resolved_at" || fault.field() == "closed_at");
    return {row.place_of(fault.field()), fault.field(),
            fault.why() + (is_stale ? "; stale_ends = \"ignore\" in a profile leaves it out" : "")};
}

// Whose number it is cannot be said by theirs in a file.
exchange::RowFault fault_of(const exchange::DraftRow& row, const complaint::Refusal& refusal,
                            const RowListener& listener) {
    if (refusal.reason() != complaint::Reason::number_of_several)
        return {row.place_of(""), "", listener.text_of(refusal)};
    return {row.place_of("phone"), "phone", listener.text_of(refusal.without("numbers"))};
}

RowOutcome contradiction(exchange::DraftRow& row, std::string_view place) {
    const auto field = key_of(row.draft).field;
    row.faults.push_back(
        {row.place_of(field), std::string(field),
         fmt::format("the row in {} has the same {} and says something else", place, field)});
    return {std::nullopt, false, true};
}

const Origin* origin_of(complaint::Id id, const ImportOptions& options) {
    if (options.earlier == nullptr) return nullptr;
    const auto found = options.earlier->find(id);
    return found == options.earlier->end() ? nullptr : &found->second;
}

RowOutcome take(Importer& importer, exchange::DraftRow& row, const ImportOptions& options,
                const RowListener& listener) {
    if (!row.faults.empty()) return {};
    try {
        return {importer.take(row.draft)};
    } catch (const Conflict& fault) {
        if (const auto* origin = origin_of(fault.known(), options))
            return contradiction(row, fmt::format("{}:{}", origin->file, origin->line));
        row.faults.push_back(fault_of(row, fault));
        return {std::nullopt, true};
    } catch (const complaint::BadValue& fault) {
        row.faults.push_back(fault_of(row, fault));
        return {};
    } catch (const complaint::Refusal& refusal) {
        row.faults.push_back(fault_of(row, refusal, listener));
        return {};
    }
}

// Whether another row of the same key is taken instead; where it says otherwise and must not, that is a fault.
std::optional<RowOutcome> passed_over(const RepeatedRows& repeated, exchange::DraftRow& row,
                                      std::size_t number, Repeated rule) {
    const auto* rows = row.faults.empty() ? repeated.find(row.draft) : nullptr;
    if (rows == nullptr) return std::nullopt;
    RowOutcome outcome;
    outcome.is_repeated = true;
    if (rule == Repeated::last) return number < rows->last_row ? std::optional(outcome) : std::nullopt;
    if (row.row.place.line == rows->first_line) return std::nullopt;
    if (exchange::content_of(row.draft) == rows->first_content) return outcome;
    return contradiction(row, fmt::format("line {}", rows->first_line));
}

std::string name_of(const exchange::Label& label) {
    return label.number ? to_string(*label.number) : label.text;
}

// Which of the rows each one went on in, by what they are called: as many as there are, where it is none of them.
std::vector<std::size_t> survivors_among(const std::vector<exchange::DraftRow>& rows) {
    std::unordered_map<std::string, std::size_t> called;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& draft = rows[i].draft;
        if (!draft.label.text.empty()) called.try_emplace(name_of(draft.label), i);
        if (!draft.complaint.ref.empty()) called.try_emplace(draft.complaint.ref, i);
    }
    std::vector<std::size_t> survivors;
    for (const auto& row : rows) {
        const auto found = called.find(name_of(row.draft.survivor));
        survivors.push_back(found == called.end() ? rows.size() : found->second);
    }
    return survivors;
}

void blame(exchange::DraftRow& row, const exchange::DraftRow& survivor) {
    row.faults.push_back(
        {row.place_of("merged_into"), "merged_into",
         fmt::format("'{}' in line {} goes on in this complaint in turn; one of them must go on itself",
                     row.draft.survivor.text, survivor.row.place.line)});
}

// Rows that go on in each other, be it over others between. One that goes on in itself is none of them.
void blame_rings(std::vector<exchange::DraftRow>& rows) {
    const auto survivors = survivors_among(rows);
    std::vector<std::size_t> seen_from(rows.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto at = i;
        for (; at < rows.size() && seen_from[at] == rows.size(); at = survivors[at])
            seen_from[at] = i;
        const bool is_ring = at < rows.size() && seen_from[at] == i && survivors[at] != at;
        for (auto next = at; is_ring && rows[next].faults.empty(); next = survivors[next])
            blame(rows[next], rows[survivors[next]]);
    }
}

} // namespace

std::vector<KnownWords::Replaced> import_file(Desk& desk, const ReadFile& read, const ImportOptions& options,
                                              const RowListener& listener) {
    const RepeatedRows repeated(read);
    const auto reader = read();
    const auto for_known = [&](complaint::Id id) {
        const bool is_replaced = options.on_conflict == OnConflict::error
                                 && options.repeated == Repeated::last && origin_of(id, options) != nullptr;
        return is_replaced ? OnConflict::update : options.on_conflict;
    };
    Importer importer(desk, for_known, [&](std::string_view field) { return reader->has(field); });
    const auto settle = [&](exchange::DraftRow& row) {
        listener.settled(row, take(importer, row, options, listener));
    };
    // Whose survivor comes after them.
    std::vector<exchange::DraftRow> early;
    std::size_t number = 0;
    while (auto row = reader->next()) {
        listener.read();
        if (const auto outcome = passed_over(repeated, *row, ++number, options.repeated))
            listener.settled(*row, *outcome);
        else if (row->faults.empty() && !importer.can_take(row->draft))
            early.push_back(std::move(*row));
        else
            settle(*row);
    }
    const auto settle_if_possible = [&](exchange::DraftRow& row) {
        const bool can = importer.can_take(row.draft);
        if (can) settle(row);
        return can;
    };
    const auto settle_possible = [&] {
        while (std::erase_if(early, settle_if_possible) > 0) {
        }
    };
    settle_possible();
    importer.no_row_is_left();
    settle_possible();
    blame_rings(early);
    for (auto& row : early)
        settle(row);
    return importer.replaced_words();
}

} // namespace reklamaatio::casework
