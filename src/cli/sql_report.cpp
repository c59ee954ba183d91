// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sql_report.hpp"

#include "cli/report_document.hpp"
#include "host/failure.hpp"
#include "host/input_file.hpp"
#include "render/columns.hpp"
#include "render/page.hpp"
#include "store/sql_question.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using render::Row;
using store::SqlQuestion;

constexpr const char* k_from = ":from";
constexpr const char* k_until = ":until";
constexpr const char* k_now = ":now";

// "3:8", by signs, as an editor counts them.
std::string place_in(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, offset);
    const auto line = before.substr(std::min(before.rfind('\n') + 1, before.size()));
    const auto is_sign = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    return fmt::format("{}:{}", std::ranges::count(before, '\n') + 1,
                       std::ranges::count_if(line, is_sign) + 1);
}

render::Value shown(const store::SqlValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
    if (const auto* real = std::get_if<store::Real>(&value)) return render::Number{real->text};
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return {};
}

// The rows of an answer, of the columns that were asked for.
class Found {
  public:
    Found(SqlQuestion& asked, const std::vector<std::string>& columns) : m_asked(asked) {
        // What a column holds shows in the first row alone.
        m_row = next();
        std::vector<render::Column> every;
        for (const auto& name : asked.columns()) {
            const bool is_number = m_row && render::is_number((*m_row)[every.size()].value);
            every.push_back({.key = name,
                             .heading = text::visible_line(name),
                             .align = is_number ? render::Align::right : render::Align::left});
        }
        m_places = render::chosen_columns(every, columns);
        for (const auto place : m_places)
            m_columns.push_back(every[place]);
    }

    const std::vector<render::Column>& columns() const { return m_columns; }
    bool is_empty() const { return !m_row; }

    // Once.
    void each(const std::function<void(const Row&)>& take) {
        for (; m_row; m_row = next()) {
            Row chosen;
            for (const auto place : m_places)
                chosen.push_back((*m_row)[place]);
            take(chosen);
        }
    }

  private:
    std::optional<Row> next() {
        if (!m_asked.next()) return std::nullopt;
        Row row;
        for (std::size_t column = 0; column < m_asked.columns().size(); ++column)
            row.emplace_back(shown(m_asked.value(static_cast<int>(column))));
        return row;
    }

    SqlQuestion& m_asked;
    std::vector<std::size_t> m_places;
    std::vector<render::Column> m_columns;
    std::optional<Row> m_row;
};

void write_page(Session& session, Found& found, const report::Question& question, const std::string& title,
                const std::string& period) {
    report::Answer answer;
    answer.title = title;
    render::Table table{found.columns(), {}};
    found.each([&](const Row& row) { table.rows.push_back(row); });
    answer.sections.push_back({"", std::move(table)});
    write_document(session, answer, question, period);
}

void write_head(Session& session, const std::string& title, const std::string& period) {
    render::Page head(session.style());
    head.title(text::visible_line(period.empty() ? title : fmt::format("{}, {}", title, period)),
               text::visible_line(session.desk().policy().organisation.name));
    session.out() << head.text() << '\n';
}

void write_rows(Session& session, Found& found) {
    const auto writer = render::make_writer(session.out(), session.writer_options());
    writer->begin(found.columns());
    found.each([&](const Row& row) { writer->row(row); });
    writer->end();
}

} // namespace

SqlReport::SqlReport(const std::string& file, const host::Environment& environment)
    : m_name(file == "-" ? "standard input" : file), m_sql(host::read_file(file, environment.in)) {
    constexpr std::string_view k_mark = "\xEF\xBB\xBF";
    if (m_sql.starts_with(k_mark)) m_sql.erase(0, k_mark.size());
}

void SqlReport::print(Session& session, const report::Question& question, bool names_period,
                      bool skip_empty) const {
    const std::array<store::Parameter, 3> known{{{k_from, time::to_iso(question.period.from)},
                                                 {k_until, time::to_iso(question.period.until)},
                                                 {k_now, time::to_iso(question.now)}}};
    try {
        SqlQuestion asked(session.desk().database(), m_sql, known);
        const bool has_period = asked.asks_for(k_from) || asked.asks_for(k_until);
        if (names_period && !has_period)
            throw host::UsageError(fmt::format(
                "{} asks neither for {} nor for {}, so that a period changes nothing; leave it out", m_name,
                k_from, k_until));
        Found found(asked, session.settings().columns);
        if (found.is_empty() && skip_empty) return;
        const auto title = std::filesystem::path(m_name).stem().string();
        const auto period = has_period ? time::describe(question.period, question.zone) : "";
        if (session.shape() == render::Shape::document)
            return write_page(session, found, question, title, period);
        if (session.prints_page()) write_head(session, title, period);
        if (session.prints_page() && found.is_empty()) return session.say("There is nothing to show.");
        write_rows(session, found);
    } catch (const store::BadSql& fault) {
        const auto place =
            fault.offset() ? fmt::format("{}:{}", m_name, place_in(m_sql, *fault.offset())) : m_name;
        throw host::Failure(host::ExitStatus::bad_data, fmt::format("{}: {}", place, fault.what()));
    }
}

} // namespace reklamaatio::cli
