// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody must hear of now: a pure function of what is owed, of the policy and of the time.
#pragma once

#include "complaint/action.hpp"
#include "complaint/alert_record.hpp"
#include "complaint/complaint.hpp"
#include "rulebook/policy.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::rulebook {

// A deadline that is unmet and still waited for, with the complaint's facts on who hears of it.
struct OwedDeadline {
    complaint::Id complaint;
    complaint::Clock clock = complaint::Clock::response;
    std::int64_t ordinal = 1;
    time::Instant started_at;
    time::Instant due_at;
    std::optional<time::Instant> warn_at;
    std::optional<time::Target> target; // nothing: the due time was given, or promised
    std::string calendar;
    std::string team; // that handles the complaint, or does the task; likewise the assignee
    std::string assignee;
    // When the complaint came from a file: what was past by then raises no alert, ever.
    std::optional<time::Instant> imported_at;
    // What conditions of escalations are asked of; null where no escalation of the policy has any, and of an action.
    std::shared_ptr<const complaint::Complaint> about{};
    // The preventive action that is due then; it is of no complaint.
    std::optional<complaint::ActionId> action = {};
    std::string term = {}; // of the law, by its name in the policy
};

// What is owed of an action that has a due time: it counts as a task, the one that is no complaint's and has the number
// 0. It is at risk when as much of its time has passed as of a target where no service level says otherwise.
OwedDeadline owed_deadline(const Policy& policy, const complaint::Action& action);

// Of a task or an action it is not who has the complaint that hears of it, but whose it is: a person, or team:NAME.
void give_to(OwedDeadline& owed, const std::string& owner);

// A complaint that is new or open, and that no person is in charge of; a team may have it.
struct Unassigned {
    complaint::Complaint complaint;
    time::Instant since; // receipt, or when it was last handed on
    std::optional<time::Instant> imported_at;
};

// The complaints and claims of a category that were received today, in order, and those of the days before.
struct CategoryDay {
    struct Received {
        complaint::Id complaint;
        time::Instant at;
    };
    std::string category;
    std::vector<Received> today;
    std::int64_t before = 0;
};

struct AlertFacts {
    std::vector<OwedDeadline> owed;
    std::vector<Unassigned> unassigned;
    std::vector<CategoryDay> categories;
    time::Instant today;   // its first instant
    std::int64_t days = 0; // before today, that `before` was counted over
};

struct Alert {
    complaint::Id complaint;
    complaint::AlertRecord what; // level, clock, ordinal, detail, due_at, raised_at, role; the rest is blank
    std::string person;          // who it is meant for: a key or a name; empty: nobody
    std::string team;            // whose lead hears of it where that person cannot
    const time::Calendar* calendar = nullptr;       // in whose hours it is delivered; lives in the policy
    std::int64_t count = 0;                         // of a surge: how many came today,
    std::int64_t limit = 0;                         // and how many chance explains
    std::optional<complaint::ActionId> action = {}; // that it is about, and no complaint
    bool is_for_any_hour = false;                   // told outside those hours as well
};

// A complaint that nobody has been in charge of for too long, as much of it as an alert tells: of these there may be a
// great many.
struct LeftAlone {
    complaint::Id complaint;
    time::Instant since; // when it was too long
    std::string team;
    const time::Calendar* calendar = nullptr; // lives in the policy
};

// Nothing where it is not too long yet, or was already when the complaint came from a file. It is too long when half of its
// response target has been used that way, or by the close of the next working day where it has none.
std::optional<LeftAlone> left_alone(const Policy& policy, const Unassigned& unassigned, time::Instant now);
Alert alert_of(const LeftAlone& left);

// A surge is judged against eight weeks, or as many days as there are since the first complaint, but not
// against fewer than two weeks.
inline constexpr std::int64_t k_surge_days = 56;
inline constexpr std::int64_t k_fewest_surge_days = 14;

// Every level that each of them has reached at `now`, sent or not. A deadline has reached due_soon at
// warn_at, overdue once due_at is past, and each escalation of its clock whose conditions hold at its point; one that
// comes before the deadline is over with it. Throws time::OutOfReach for a calendar without hours enough.
std::vector<Alert> raised_alerts(const Policy& policy, const AlertFacts& facts, time::Instant now);

} // namespace reklamaatio::rulebook
