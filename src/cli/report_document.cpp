// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report_document.hpp"

#include "cli/typed_line.hpp"
#include "render/html.hpp"
#include "time/display.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

// The words by which the same page is made whenever it is asked for again.
std::vector<std::string> words_again(const std::vector<std::string>& typed, time::Instant now) {
    constexpr std::string_view k_as_of = "--as-of";
    std::vector<std::string> words;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const bool says_when = typed[i] == k_as_of || typed[i] == "--now";
        if (says_when) ++i;
        if (!says_when && !typed[i].starts_with("--as-of=") && !typed[i].starts_with("--now="))
            words.push_back(typed[i]);
    }
    words.emplace_back(k_as_of);
    words.push_back(time::to_iso(now));
    return words;
}

} // namespace

void write_document(Session& session, const report::Answer& answer, const report::Question& question,
                    const std::string& period) {
    const auto& zone = question.zone;
    render::Document document{
        answer.title,    period, session.desk().policy().organisation.name, answer.lead, answer.cohort,
        answer.sections, {}};
    document.made.push_back(fmt::format("As of {}; times are in the zone {}.",
                                        time::display_absolute(question.now, zone), zone.name()));
    document.made.push_back("Made again by: "
                            + typed_line(words_again(session.environment().arguments, question.now)));
    render::write_html(document, session.out(), zone);
}

} // namespace reklamaatio::cli
