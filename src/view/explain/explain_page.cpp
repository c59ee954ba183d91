// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/explain/explain_page.hpp"

#include "rulebook/clocks/sla_match.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"
#include "view/explain/explain_words.hpp"
#include "view/page/clock_line.hpp"
#include "view/words/in_words.hpp"

#include <array>
#include <tuple>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Clock;
using render::Tone;
using rulebook::Origin;
using rulebook::Regime;

class Explainer {
  public:
    Explainer(const casework::Explanation& about, render::Page& page) : m_about(about), m_page(page) {}

    void show(Clock clock) {
        m_page.blank();
        const auto origins = m_about.of(clock);
        if (origins.empty()) {
            show_none(clock);
            return;
        }
        if (clock == Clock::legal) return show_terms(origins);
        const Origin& chosen = that_is_told(origins);
        head(head_of(m_about, chosen));
        m_page.blank();
        if (chosen.running.target) show_why(clock, chosen.running.regime);
        if (const auto why = replanned(m_about, chosen); chosen.running.target && !why.empty())
            line("planned", why);
        if (const auto judged = judged_by(m_about, chosen); !judged.empty()) line("judged", judged);
        if (const auto text = extended(m_about, chosen); !text.empty()) line("extended", text);
        show_reckoning(m_about, chosen, m_page);
        const auto state = state_of(chosen.deadline, m_about.complaint, m_about.now);
        line("now", state_text(m_about, chosen), tone_of(state));
        for (const Origin* origin : origins)
            if (origin != &chosen) show_briefly(*origin);
    }

  private:
    // Each term stands by itself.
    void show_terms(const std::vector<const Origin*>& origins) {
        for (const Origin* origin : origins) {
            if (origin != origins.front()) m_page.blank();
            head(head_of(m_about, *origin));
            m_page.blank();
            for (const auto& [label, text] : law_lines(m_about, *origin))
                line(label, text);
            if (const auto why = replanned(m_about, *origin); !why.empty()) line("planned", why);
            show_reckoning(m_about, *origin, m_page);
            const auto state = state_of(origin->deadline, m_about.complaint, m_about.now);
            line("now", state_text(m_about, *origin), tone_of(state));
        }
    }

    void head(const std::string& text) {
        m_page.wrapped("", fmt::format("{} {}", to_string(m_about.complaint.id), text::visible_line(text)),
                       Tone::strong);
    }

    void line(std::string_view label, const std::string& text, Tone tone = Tone::plain) {
        m_page.wrapped(reckoning_label(label), text::visible_line(text), tone);
    }

    const Origin& that_is_told(const std::vector<const Origin*>& origins) const {
        std::vector<rulebook::Deadline> rows;
        for (const Origin* origin : origins)
            rows.push_back(origin->deadline);
        const auto& chosen = rulebook::most_relevant(rows, m_about.complaint, m_about.now);
        return *origins[static_cast<std::size_t>(&chosen - rows.data())];
    }

    void show_none(Clock clock) {
        head(fmt::format("{}: {}", in_words(clock), why_none(m_about, clock)));
        const auto& regime = m_about.origins.last;
        if (!is_of_service_level(clock) || has_given_due(m_about, clock)
            || (regime.sla != nullptr && regime.sla->target(clock)))
            return;
        m_page.blank();
        show_why(clock, regime);
    }

    // Once for each set of facts and policy: the clocks of a complaint mostly share them.
    void show_why(Clock clock, const Regime& regime) {
        if (!is_of_service_level(clock)) return line("policy", policy_of(regime, m_about.zone));
        const auto facts = m_about.facts_at(regime);
        std::vector<std::string> lines;
        for (const auto& match : rulebook::match_slas(*regime.version->policy, facts))
            lines.push_back(fmt::format("{} \"{}\" {}", match.place, match.sla->name, to_text(match)));
        if (lines.empty()) lines.emplace_back("the policy has none");
        lines.push_back(policy_of(regime, m_about.zone));
        if (lines == m_told) return;
        m_told = lines;
        for (std::size_t i = 0; i + 1 < lines.size(); ++i)
            line(i == 0 ? "SLA" : "", lines[i]);
        line("policy", lines.back());
    }

    void show_briefly(const Origin& origin) {
        const auto& deadline = origin.deadline;
        const auto& zone = m_about.zone_of(origin);
        const auto due = deadline.due_at ? time::display_full(*deadline.due_at, zone) : "none while paused";
        std::string text = fmt::format("{}: from {}, due {}", deadline.ordinal,
                                       time::display_full(deadline.started_at, zone), due);
        line("also", fmt::format("{}; {}", text, state_text(m_about, origin)));
    }

    const casework::Explanation& m_about;
    render::Page& m_page;
    std::vector<std::string> m_told;
};

} // namespace

std::string reckoning_label(std::string_view label) {
    return fmt::format("  {:<11}", label);
}

void show_explanation(const casework::Explanation& about, std::optional<Clock> clock, render::Page& page) {
    Explainer explainer(about, page);
    for (const auto each : told_clocks(about, clock))
        explainer.show(each);
}

} // namespace reklamaatio::view
