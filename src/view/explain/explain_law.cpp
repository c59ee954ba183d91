// SPDX-License-Identifier: GPL-3.0-or-later
// How a statutory term came about: which one applies and why, what it wants, and what comes of silence.
#include "complaint/overview.hpp"
#include "rulebook/clocks/sla_match.hpp"
#include "text/plural.hpp"
#include "time/display.hpp"
#include "view/explain/explain_times.hpp"
#include "view/explain/explain_words.hpp"
#include "view/words/term_text.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using rulebook::LegalTerm;
using rulebook::TermFor;

std::string wanted(const LegalTerm& term) {
    const auto by = term.met_by.empty() ? std::string() : " by " + text::listed(term.met_by, "or");
    switch (term.is_for) {
    case TermFor::acknowledge:
        return fmt::format("any word to the customer{}, a machine's as well", by);
    case TermFor::update:
        return fmt::format("word of how it stands{}, again and again until the decision", by);
    case TermFor::response:
        return fmt::format("a person's first word to the customer{}", by);
    case TermFor::resolution:
        break;
    }
    return fmt::format("the decision, told to the customer{}", by.empty() ? " with or after the end" : by);
}

std::string from_text(const LegalTerm& term) {
    switch (term.from) {
    case rulebook::TermFrom::noticed:
        return "it runs from the day on which it was written down";
    case rulebook::TermFrom::acknowledged:
        return "it runs from the first word to the customer, at the latest from when that was owed";
    case rulebook::TermFrom::received:
        break;
    }
    return "";
}

std::string extension_text(const casework::Explanation& about, const rulebook::Origin& origin,
                           const complaint::Extension& extension) {
    const auto& zone = about.zone_of(origin);
    return fmt::format("told {}, from {} to {}: {}", time::display_full(*extension.made_at, zone),
                       time::display_full(*extension.first_due_at, zone),
                       time::display_full(*extension.until, zone),
                       complaint::or_erased(extension.reason, about.complaint.erased_at));
}

} // namespace

std::string last_day_text(const rulebook::ReckoningLine& line, time::Date day, int usual_year) {
    return fmt::format("{}{}", day_text(day, usual_year),
                       line.is_cut_short ? "   the last day of its month, which has none of that number"
                                         : "");
}

std::vector<std::pair<std::string, std::string>> law_lines(const casework::Explanation& about,
                                                           const rulebook::Origin& origin) {
    const auto& regime = origin.running.regime;
    const auto& term = *regime.term;
    std::vector<std::pair<std::string, std::string>> lines;
    lines.emplace_back("law", fmt::format("\"{}\" {}", term.name,
                                          to_text(rulebook::match_of(term, about.facts_at(regime)))));
    lines.emplace_back("source", term.source);
    lines.emplace_back("policy", policy_of(regime, about.zone));
    lines.emplace_back("wants", wanted(term));
    if (const auto from = from_text(term); !from.empty()) lines.emplace_back("from", from);
    if (const auto then = counted_as(term.then); !then.empty())
        lines.emplace_back("silence", fmt::format("counts as {}", then));
    if (const auto text = extended(about, origin); !text.empty()) lines.emplace_back("extended", text);
    return lines;
}

std::string extended(const casework::Explanation& about, const rulebook::Origin& origin) {
    const auto* term = origin.running.regime.term;
    for (const auto& extension : about.procedure.extensions)
        if (origin.running.extended_until && extension.until == origin.running.extended_until
            && extension.term == (term != nullptr ? term->name : ""))
            return extension_text(about, origin, extension);
    return "";
}

} // namespace reklamaatio::view
