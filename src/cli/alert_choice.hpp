// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casework/due_alerts.hpp"
#include "rulebook/people.hpp"

#include <optional>
#include <span>
#include <string>

namespace reklamaatio::cli {

// Which alerts are told. Listed are also those that are meant for that person and go to somebody else.
struct AlertChoice {
    std::optional<std::string> who; // nothing: everybody
    bool only_news = false;
    bool at_any_hour = false;
    time::Instant now;
    bool is_in_use = false; // whether one of all that were asked about is somehow that person's

    bool takes(const casework::DueAlert& alert) {
        const bool is_sent_there = !who || alert.to.key == *who;
        const bool is_meant = who && alert.person == *who;
        is_in_use = is_in_use || is_sent_there || is_meant;
        if (!only_news) return is_sent_there || is_meant;
        return is_sent_there && alert.is_news() && (at_any_hour || alert.may_be_told(now));
    }
    // Call it when all have been asked about: where the policy knows nobody, any name may be somebody's. Throws UsageError.
    void check_is_known(std::span<const rulebook::Person> people) const;
};

} // namespace reklamaatio::cli
