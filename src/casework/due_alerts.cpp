// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/due_alerts.hpp"

#include "store/actions.hpp"
#include "store/error.hpp"
#include "store/overviews.hpp"
#include "store/parts.hpp"
#include "store/standing_alerts.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace reklamaatio::casework {

namespace {

DueAlert due_alert(const store::StandingAlert& stands) {
    const auto& alert = stands.alert;
    DueAlert due;
    due.complaint = alert.complaint;
    due.action = alert.action;
    due.what = alert.what;
    due.person = alert.person;
    due.to = stands.to;
    due.calendar = alert.calendar;
    due.count = alert.count;
    due.limit = alert.limit;
    due.sent = stands.sent;
    due.acknowledged = stands.acknowledged;
    due.untold_since = stands.untold_since;
    return due;
}

// A complaint, or a preventive action.
using Subject = std::pair<std::optional<complaint::ActionId>, complaint::Id>;

Subject subject_of(const rulebook::Alert& alert) {
    return {alert.action, alert.action ? complaint::Id{} : alert.complaint};
}

std::string id_of(const Subject& subject) {
    return subject.first ? to_string(*subject.first) : to_string(subject.second);
}

} // namespace

std::vector<DueAlert> due_alerts(Desk& desk) {
    std::vector<DueAlert> due;
    for (const auto& stands : store::standing_alerts(desk.database(), desk.policy(), desk.now()))
        due.push_back(due_alert(stands));
    return due;
}

std::vector<Undelivered> undelivered(Desk& desk, time::Target older_than) {
    std::map<Subject, time::Instant> longest;
    for (const auto& late :
         store::undelivered_alerts(desk.database(), desk.policy(), desk.now(), older_than)) {
        const auto [found, is_new] = longest.try_emplace(subject_of(late.alert), late.untold_since);
        if (!is_new) found->second = std::min(found->second, late.untold_since);
    }
    std::vector<Undelivered> all;
    for (const auto& [subject, since] : longest)
        all.push_back({id_of(subject), since});
    std::ranges::stable_sort(all, {}, &Undelivered::since);
    return all;
}

namespace {

[[noreturn]] void throw_gone(Desk& desk, const std::string& what) {
    throw store::StoreError(
        store::ErrorKind::damaged,
        fmt::format("{} is damaged ({} is not in it, though it is told of); restore a backup",
                    desk.database().path(), what));
}

// What is to be done, and by whom, where the alert is about that.
void fill_in_task(Desk& desk, DueAlert& due) {
    if (due.action) {
        const auto action = store::find_action(desk.database(), *due.action);
        if (!action) throw_gone(desk, to_string(*due.action));
        due.task = action->text;
        due.owner = action->owner;
    } else if (due.what.clock == complaint::Clock::task) {
        const auto tasks = store::procedure_of(desk.database(), due.complaint).tasks;
        const auto task = std::ranges::find(tasks, due.what.ordinal, &complaint::Task::number);
        if (task == tasks.end())
            throw_gone(desk, fmt::format("task T{} of {}", due.what.ordinal, to_string(due.complaint)));
        due.task = task->text;
        due.owner = task->owner;
    }
}

} // namespace

void fill_in(Desk& desk, std::vector<DueAlert>& alerts) {
    std::vector<complaint::Id> ids;
    for (const auto& due : alerts)
        if (!due.action) ids.push_back(due.complaint);
    const auto read = store::overviews_of(desk.database(), std::move(ids));
    for (auto& due : alerts) {
        if (!due.action) due.about = read.at(due.complaint);
        fill_in_task(desk, due);
    }
}

std::vector<Digest> digests_of(std::vector<DueAlert> alerts) {
    std::vector<Digest> digests;
    std::map<std::string, std::size_t> places;
    for (auto& due : alerts) {
        const auto [place, is_first] = places.emplace(due.to.key, digests.size());
        if (is_first) digests.push_back({due.to, {}});
        digests[place->second].alerts.push_back(std::move(due));
    }
    return digests;
}

} // namespace reklamaatio::casework
