// SPDX-License-Identifier: GPL-3.0-or-later
// The complaints that were resolved in a period, as reports count them. Void ones are none: what was entered by mistake,
// and what was merged into another.
#pragma once

#include "store/selection.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace reklamaatio::store {

// How a complaint ended whose resolution stands.
struct Ended {
    std::int64_t complaint = 0;
    time::Instant received_at;
    time::Instant resolved_at;
    std::string group;
    std::optional<complaint::Outcome> outcome;
    std::optional<complaint::Settled> settled;
    // Whether one contact was enough: it was answered once, nothing was said by either side between that answer and
    // the end, and it was never opened again. Nothing where that is not known: nobody answered, or an import told of
    // an answer and not what was said.
    std::optional<bool> at_first_contact;
    std::optional<bool> took_first_offer; // of the first offer, where it was accepted or declined
};

// Those that were resolved within [from, until), and were not opened again since, in order of resolution.
void read_ended(Database& database, time::Instant from, time::Instant until, const Selection& which,
                const std::function<void(const Ended&)>& take);

// How long it took until a complaint ended whose resolution stands.
struct Pace {
    time::Instant received_at;
    time::Instant resolved_at;
    std::string group;
    std::optional<time::Instant> responded_at;
    std::optional<time::Instant>
        assigned_at;             // to a person for the first time; nothing where nobody knows when
    std::int64_t hand_overs = 0; // from one person to another
    time::Seconds waited{0};     // for the customer
};

// Likewise.
void read_paces(Database& database, time::Instant from, time::Instant until, const Selection& which,
                const std::function<void(const Pace&)>& take);

// A resolution, with the reopening that took it back.
struct Resolution {
    time::Instant resolved_at;
    std::string group;
    std::optional<time::Instant> reopened_at; // but for an appeal
    bool is_appealed = false;
    std::string team; // that has the complaint now; empty: none
};

// Each resolution within [from, until), whether it stands or not.
void read_resolutions(Database& database, time::Instant from, time::Instant until, const Selection& which,
                      const std::function<void(const Resolution&)>& take);

} // namespace reklamaatio::store
