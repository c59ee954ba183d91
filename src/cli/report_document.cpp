// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report_document.hpp"

#include "render/html.hpp"
#include "time/display.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

// As a shell takes it for one word.
std::string quoted(const std::string& word) {
    constexpr std::string_view k_harmless =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./:=@%+,";
    if (!word.empty() && word.find_first_not_of(k_harmless) == std::string::npos) return word;
    std::string text = "'";
    for (const char c : word)
        text += c == '\'' ? std::string(R"('\'')") : std::string(1, c);
    return text + "'";
}

std::string typed(const host::Environment& environment) {
    std::string line = "reklamaatio";
    for (const auto& word : environment.arguments)
        line += " " + quoted(word);
    return line;
}

} // namespace

void write_document(Session& session, const report::Answer& answer, const report::Question& question) {
    const auto& zone = question.zone;
    render::Document document{answer.title,
                              time::describe(question.period, zone),
                              session.desk().policy().organisation.name,
                              answer.lead,
                              answer.cohort,
                              answer.sections,
                              {}};
    document.made.push_back(fmt::format("As of {}; times are in the zone {}.",
                                        time::display_absolute(question.now, zone), zone.name()));
    document.made.push_back("Made by: " + typed(session.environment()));
    render::write_html(document, session.out(), zone);
}

} // namespace reklamaatio::cli
