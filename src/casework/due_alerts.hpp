// SPDX-License-Identifier: GPL-3.0-or-later
// Who needs to hear of what now, and what was said about it before.
#pragma once

#include "casework/desk.hpp"
#include "complaint/overview.hpp"
#include "rulebook/alerts/addressee.hpp"
#include "time/target.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::casework {

// An alert that stands now, whose it is, and what became of it.
struct DueAlert {
    complaint::Id complaint;                    // nothing's where it is about an action
    std::optional<complaint::ActionId> action;  // which one
    complaint::AlertRecord what;                // as complaint::Alert has it
    std::string person;                         // whom it is meant for; empty: nobody
    rulebook::Addressee to;                     // who gets it
    const time::Calendar* calendar = nullptr;   // in whose hours it is delivered; lives in the policy
    std::int64_t count = 0;                     // of a surge: how many came today,
    std::int64_t limit = 0;                     // and how many chance explains
    bool is_for_any_hour = false;               // outside those hours as well
    std::optional<complaint::AlertRecord> sent; // the last time
    std::optional<complaint::AlertRecord> acknowledged;
    time::Instant untold_since;                       // of news: since when somebody could have been told
    std::shared_ptr<const complaint::Overview> about; // by fill_in: only what is shown is read
    std::string task = {};                            // likewise: of a task or an action, what is to be done
    std::string owner = {};                           // and whose that is

    bool is_news() const { return !sent && !acknowledged; }
    bool may_be_told(time::Instant now) const { return is_for_any_hour || calendar->is_open(now); }
};

// What it is about: "R-12", "A-3".
std::string matter_of(const DueAlert& alert);

// Every alert that stands now, sent or not, the most urgent first. Nothing may be written meanwhile.
void read_due_alerts(Desk& desk, const std::function<void(DueAlert)>& take);
std::vector<DueAlert> due_alerts(Desk& desk);

// A complaint or a preventive action with an alert that is news and has been for long.
struct Undelivered {
    std::string id;                           // "R-107", "A-3"
    time::Instant since;                      // when the oldest such alert of it was due to be told
    const time::Calendar* calendar = nullptr; // in whose hours that alert is told; lives in the policy
};

// Those of which an alert could have been told longer ago than `older_than`, in the hours of that alert's
// calendar, and was not; the one that has waited longest first. What was written down late was due no earlier
// than that. Throws time::OutOfReach for a calendar without hours enough.
std::vector<Undelivered> undelivered(Desk& desk, time::Target older_than);

// Reads the complaints, tasks and actions that they are about.
void fill_in(Desk& desk, std::vector<DueAlert>& alerts);

// Of the alerts that stand now those that `keep` keeps, with what they are about; however many they are, few are held at a
// time. Nothing may be written meanwhile.
void read_filled_in(Desk& desk, const std::function<bool(const DueAlert&)>& keep,
                    const std::function<void(const DueAlert&)>& take);

// Those of one recipient, in the order in which they were.
struct Digest {
    rulebook::Addressee to;
    std::vector<DueAlert> alerts;
};
// Who has the most urgent alert comes first.
std::vector<Digest> digests_of(std::vector<DueAlert> alerts);

} // namespace reklamaatio::casework
