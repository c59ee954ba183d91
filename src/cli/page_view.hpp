// SPDX-License-Identifier: GPL-3.0-or-later
// What the sections of the page about one complaint look at, and how all of them say times and sums.
#pragma once

#include "cli/dossier.hpp"
#include "complaint/policy.hpp"
#include "render/page.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::cli {

struct PageView {
    const Dossier& dossier;
    const complaint::Policy& policy;
    time::Instant now;
    render::Style style;

    const complaint::Complaint& complaint() const { return dossier.complaint(); }
    const time::Zone& zone() const { return policy.organisation.zone; }
    // Complaints and claims are gone through step by step and decided; praise and remarks are not.
    bool is_to_be_decided() const;

    // "tomorrow 16:00" on a terminal, "2026-11-21 16:00" in a pipe.
    std::string when(time::Instant at) const;
    // The same without the time of day when a day is meant: its last second.
    std::string until(time::Instant at) const;
    // "Fri 20 Nov 2026 09:30"
    std::string full(time::Instant at) const;
    // "the customer", or by name.
    std::string customer() const;
};

// "49.90 EUR"; "" for no sum.
std::string sum_text(const std::optional<std::int64_t>& cents, std::string_view currency);

// Adds a part, made harmless, behind a separator; an empty part adds nothing.
void join(std::string& line, std::string_view part, std::string_view between = ", ");

// The sections of the page; each adds nothing where there is nothing to say.
void show_head(const PageView& view, render::Page& page);
void show_facts(const PageView& view, render::Page& page);
void show_customer(const PageView& view, render::Page& page);
void show_clocks(const PageView& view, render::Page& page);
void show_steps(const PageView& view, render::Page& page);
void show_offers(const PageView& view, render::Page& page);
void show_promises(const PageView& view, render::Page& page);
void show_end(const PageView& view, render::Page& page);
void show_history(const PageView& view, render::Page& page);
void show_conversation(const PageView& view, render::Page& page);
void show_next(const PageView& view, render::Page& page);

} // namespace reklamaatio::cli
