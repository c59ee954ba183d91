// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/due_alerts.hpp"

#include "store/actions.hpp"
#include "store/overviews.hpp"
#include "store/parts.hpp"
#include "store/standing_alerts.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace reklamaatio::casework {

namespace {

DueAlert due_alert(store::StandingAlert stands) {
    auto& alert = stands.alert;
    DueAlert due;
    due.complaint = alert.complaint;
    due.action = alert.action;
    due.what = std::move(alert.what);
    due.person = std::move(alert.person);
    due.to = std::move(stands.to);
    due.calendar = alert.calendar;
    due.count = alert.count;
    due.limit = alert.limit;
    due.is_for_any_hour = alert.is_for_any_hour;
    due.sent = std::move(stands.sent);
    due.acknowledged = std::move(stands.acknowledged);
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

std::string matter_of(const DueAlert& alert) {
    return alert.action ? to_string(*alert.action) : to_string(alert.complaint);
}

void read_due_alerts(Desk& desk, const std::function<void(DueAlert)>& take) {
    store::read_standing_alerts(desk.database(), desk.policy(), desk.now(),
                                [&](store::StandingAlert stands) { take(due_alert(std::move(stands))); });
}

std::vector<DueAlert> due_alerts(Desk& desk) {
    std::vector<DueAlert> due;
    read_due_alerts(desk, [&](DueAlert alert) { due.push_back(std::move(alert)); });
    return due;
}

std::vector<Undelivered> undelivered(Desk& desk, time::Target older_than) {
    std::map<Subject, Undelivered> longest;
    const auto take = [&](const store::StandingAlert& late) {
        const auto subject = subject_of(late.alert);
        const Undelivered one{id_of(subject), late.untold_since, late.alert.calendar};
        const auto [found, is_new] = longest.try_emplace(subject, one);
        if (!is_new && one.since < found->second.since) found->second = one;
    };
    store::read_undelivered_alerts(desk.database(), desk.policy(), desk.now(), older_than, take);
    std::vector<Undelivered> all;
    for (auto& each : longest)
        all.push_back(std::move(each.second));
    std::ranges::stable_sort(all, {}, &Undelivered::since);
    return all;
}

namespace {

// What is to be done, and by whom, where the alert is about that.
void fill_in_task(Desk& desk, DueAlert& due) {
    if (due.action) {
        const auto action = store::known_action(desk.database(), *due.action);
        due.task = action.text;
        due.owner = action.owner;
    } else if (due.what.clock == complaint::Clock::task) {
        const auto task = store::known_task(desk.database(), due.complaint, due.what.ordinal);
        due.task = task.text;
        due.owner = task.owner;
    }
}

} // namespace

void fill_in(Desk& desk, std::vector<DueAlert>& alerts) {
    std::vector<complaint::Id> ids;
    for (const auto& due : alerts)
        if (!due.action) ids.push_back(due.complaint);
    const auto read = store::overviews_of(desk.database(), ids);
    for (auto& due : alerts) {
        if (!due.action) due.about = read.at(due.complaint);
        fill_in_task(desk, due);
    }
}

void read_filled_in(Desk& desk, const std::function<bool(const DueAlert&)>& keep,
                    const std::function<void(const DueAlert&)>& take) {
    constexpr std::size_t k_at_a_time = 256;
    std::vector<DueAlert> some;
    const auto hand_on = [&] {
        fill_in(desk, some);
        for (const auto& alert : some)
            take(alert);
        some.clear();
    };
    read_due_alerts(desk, [&](DueAlert alert) {
        if (!keep(alert)) return;
        some.push_back(std::move(alert));
        if (some.size() == k_at_a_time) hand_on();
    });
    hand_on();
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
