// SPDX-License-Identifier: GPL-3.0-or-later
// What the sections of the page about one complaint look at, and how all of them say times and sums.
#pragma once

#include "casework/dossier.hpp"
#include "render/page.hpp"
#include "rulebook/policy.hpp"
#include "view/words/part_text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::view {

struct PageView {
    const casework::Dossier& dossier;
    const rulebook::Policy& policy;
    time::Instant now;
    render::Style style;
    complaint::Language language = complaint::Language::en; // of the names of own fields

    const complaint::Complaint& complaint() const { return dossier.complaint(); }
    const time::Zone& zone() const { return policy.organisation.zone; }

    // "tomorrow 16:00" on a terminal, "2026-11-21 16:00" in a pipe.
    std::string when(time::Instant at) const;
    // The same without the time of day when a day is meant: its last second.
    std::string until(time::Instant at) const;
    // "21 Nov 16:00" on a terminal: for what stands in a line of another day, or in a column of dates, where
    // "tomorrow" would be misread. And the same of a deadline.
    std::string stamp(time::Instant at) const;
    std::string stamp_until(time::Instant at) const;
    TimeText dated() const; // stamp_until, for what events tell
    // "21 Nov" on a terminal, where the time of day is told elsewhere.
    std::string day(time::Instant at) const;
    // "Fri 20 Nov 2026 09:30"
    std::string full(time::Instant at) const;
    // "the customer", or by name.
    std::string customer() const;
};

// Adds a part, made harmless, after a separator; an empty part adds nothing.
void join(std::string& line, std::string_view part, std::string_view between = ", ");

// The sections of the page; each adds nothing where there is nothing to say.
void show_head(const PageView& view, render::Page& page);
void show_facts(const PageView& view, render::Page& page);
void show_customer(const PageView& view, render::Page& page);
void show_clocks(const PageView& view, render::Page& page);
void show_steps(const PageView& view, render::Page& page);
void show_offers(const PageView& view, render::Page& page);
void show_promises(const PageView& view, render::Page& page);
void show_tasks(const PageView& view, render::Page& page);
void show_appeals(const PageView& view, render::Page& page);
void show_end(const PageView& view, render::Page& page);
void show_history(const PageView& view, render::Page& page);
void show_conversation(const PageView& view, render::Page& page);
void show_next(const PageView& view, render::Page& page);

} // namespace reklamaatio::view
