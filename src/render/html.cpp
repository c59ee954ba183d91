// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/html.hpp"

#include "render/html_style.hpp"
#include "render/svg.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::render {

namespace {

void add_head(Markup& page, const Document& document) {
    page.raw("<!DOCTYPE html>\n").open("html", {{"lang", "en"}}).raw("\n").open("head").raw("\n");
    page.empty("meta", {{"charset", "utf-8"}}).raw("\n");
    page.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}).raw("\n");
    page.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}}).raw("\n");
    page.element("title", document.period.empty() ? document.title : document.title + ", " + document.period)
        .raw("\n");
    page.open("style").raw("\n").raw(k_style.front()).close().raw("\n").close().raw("\n");
}

void add_paragraph(Markup& page, std::string_view text, const Attributes& attributes = {}) {
    if (!text.empty()) page.element("p", text, attributes).raw("\n");
}

void add_heading(Markup& page, const Document& document) {
    page.open("header").raw("\n");
    add_paragraph(page, document.subject, {{"class", "subject"}});
    page.open("h1").text(document.title).raw(" ").element("span", document.period).close().raw("\n");
    add_paragraph(page, document.lead, {{"class", "lead"}});
    if (!document.cohort.empty())
        add_paragraph(page, "Counted: " + document.cohort + ".", {{"class", "cohort"}});
    page.close().raw("\n");
}

// The stretches that are marked in the picture, and why.
void add_marks(Markup& page, const Chart& chart) {
    const auto* lines = std::get_if<Lines>(&chart.picture);
    if (lines == nullptr || lines->marks.empty()) return;
    constexpr std::ptrdiff_t k_most = 6;
    const auto first = lines->marks.size() > k_most ? lines->marks.end() - k_most : lines->marks.begin();
    for (auto mark = first; mark != lines->marks.end(); ++mark)
        add_paragraph(page, fmt::format("◆ {} {}.", lines->places[mark->place], mark->words),
                      {{"class", "note"}});
    if (first != lines->marks.begin())
        add_paragraph(page,
                      fmt::format("Before them {} more; the numbers have all.", first - lines->marks.begin()),
                      {{"class", "note"}});
}

void add_chart(Markup& page, const Chart& chart, const std::string& id, const time::Zone& zone) {
    page.open("figure").raw("\n").element("figcaption", chart.title).raw("\n");
    if (is_drawable(chart))
        add_svg(page, chart, id);
    else
        add_paragraph(page, "Nothing to draw: there are no numbers for it in this period.",
                      {{"class", "note"}});
    add_marks(page, chart);
    page.open("details").element("summary", "The numbers").raw("\n");
    add_html_table(page, table_of(chart), zone, chart.title);
    page.close().close().raw("\n");
}

void add_section(Markup& page, const Section& section, const time::Zone& zone, const std::string& id) {
    page.open("section").raw("\n");
    if (!section.heading.empty()) page.element("h2", section.heading).raw("\n");
    for (std::size_t i = 0; i < section.charts.size(); ++i)
        add_chart(page, section.charts[i], fmt::format("{}-{}", id, i + 1), zone);
    add_html_table(page, section.table, zone, section.heading);
    add_paragraph(page, section.note, {{"class", "note"}});
    page.close().raw("\n");
}

bool says_nothing(const Section& section) {
    return section.table.rows.empty() && section.note.empty() && section.charts.empty();
}

} // namespace

void write_html(const Document& document, std::ostream& out, const time::Zone& zone) {
    Markup page;
    add_head(page, document);
    page.open("body").raw("\n");
    add_heading(page, document);
    page.open("main").raw("\n");
    for (std::size_t i = 0; i < document.sections.size(); ++i)
        if (!says_nothing(document.sections[i]))
            add_section(page, document.sections[i], zone, fmt::format("chart-{}", i + 1));
    if (std::ranges::all_of(document.sections, says_nothing))
        add_paragraph(page, "There is nothing to show for this period.");
    page.close().raw("\n").open("footer").raw("\n");
    for (const auto& sentence : document.made)
        add_paragraph(page, sentence);
    page.close().raw("\n").close().raw("\n").close().raw("\n");
    out << page.str();
}

} // namespace reklamaatio::render
