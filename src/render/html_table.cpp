// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/html.hpp"
#include "render/shown_text.hpp"
#include "text/width.hpp"

#include <algorithm>

namespace reklamaatio::render {

namespace {

bool is_blank(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr && text->empty();
}

// A column of the table that is shown, and how.
struct Shown {
    std::size_t place;
    bool is_right; // numbers end at one line
    bool is_share; // in two columns: the share, and of what
    bool is_short; // nothing in it is broken, not even at a hyphen
};

bool is_short(const Value& value) {
    constexpr int k_most = 20;
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr || text::width(*text) <= k_most;
}

Shown look_of(const Table& table, std::size_t place) {
    const auto any = [&](auto holds) {
        return std::ranges::any_of(table.rows, [&](const Row& row) { return holds(row[place].value); });
    };
    const bool has_words = any([](const Value& value) {
        return std::holds_alternative<std::string>(value) && !std::get<std::string>(value).empty();
    });
    return {place, table.columns[place].align == Align::right || (any(is_number) && !has_words),
            any([](const Value& value) { return std::holds_alternative<Share>(value); }) && !has_words,
            !any([](const Value& value) { return !is_short(value); })};
}

std::vector<Shown> shown_columns(const Table& table) {
    std::vector<Shown> shown;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].is_bar) continue; // there is a picture
        const bool says_something =
            !table.columns[i].heading.empty()
            || std::ranges::any_of(table.rows, [&](const Row& row) { return !is_blank(row[i].value); });
        if (says_something) shown.push_back(look_of(table, i));
    }
    return shown;
}

std::string class_of(const Shown& column, Tone tone) {
    std::string name = column.is_right ? "n" : column.is_short ? "s" : "";
    if (tone == Tone::bad) name += name.empty() ? "late" : " late";
    return name;
}

Attributes with_class(std::string name) {
    return name.empty() ? Attributes{} : Attributes{{"class", std::move(name)}};
}

class TableMarkup {
  public:
    TableMarkup(Markup& page, const Table& table, const time::Zone& zone)
        : m_page(page), m_table(table), m_zone(zone), m_columns(shown_columns(table)) {}

    void add() {
        m_page.open("table");
        add_head();
        m_page.open("tbody");
        for (const auto& row : m_table.rows)
            add_row(row);
        m_page.close().close().raw("\n");
    }

  private:
    void add_head() {
        const bool has_headings = std::ranges::any_of(
            m_columns, [&](const Shown& shown) { return !m_table.columns[shown.place].heading.empty(); });
        if (!has_headings) return;
        m_page.open("thead").open("tr");
        for (const auto& column : m_columns) {
            auto attributes = with_class(class_of(column, Tone::plain));
            if (column.is_share) attributes.push_back({"colspan", "2"});
            const auto& heading = m_table.columns[column.place].heading;
            if (!heading.empty()) attributes.push_back({"scope", "col"});
            m_page.element(heading.empty() ? "td" : "th", heading, attributes);
        }
        m_page.close().close().raw("\n");
    }

    void add_row(const Row& row) {
        m_page.open("tr");
        for (const auto& column : m_columns)
            add_cell(column, row[column.place], &column == m_columns.data());
        m_page.close().raw("\n");
    }

    // The first names the row.
    void add_cell(const Shown& column, const Cell& cell, bool is_first) {
        const auto shown = shown_text(cell.value, m_zone);
        auto attributes = with_class(class_of(column, cell.tone));
        const bool names_row = is_first && !column.is_right && !shown.empty();
        if (names_row) attributes.push_back({"scope", "row"});
        const auto of = column.is_share ? shown.find(" (") : std::string::npos;
        m_page.element(names_row ? "th" : "td", shown.substr(0, of), attributes);
        if (column.is_share)
            m_page.element("td", of == std::string::npos ? "" : shown.substr(of + 1), {{"class", "of"}});
    }

    Markup& m_page;
    const Table& m_table;
    const time::Zone& m_zone;
    std::vector<Shown> m_columns;
};

} // namespace

void add_html_table(Markup& page, const Table& table, const time::Zone& zone, std::string_view label) {
    if (table.rows.empty()) return;
    // Where it is wider than the window it is moved by keys as well.
    page.open("div", {{"class", "wide"},
                      {"tabindex", "0"},
                      {"role", "region"},
                      {"aria-label", std::string(label.empty() ? "Figures" : label)}});
    TableMarkup(page, table, zone).add();
    page.close().raw("\n");
}

} // namespace reklamaatio::render
