// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/alerts/addressee.hpp"

#include "rulebook/triage/routing.hpp"

#include <algorithm>
#include <tuple>

namespace reklamaatio::rulebook {

namespace {

// The same deadline with the same due time, the same lack of somebody, the same surge.
auto subject_of(const complaint::AlertRecord& alert) {
    const bool deadline = alert.clock.has_value();
    return std::tuple{alert.clock, alert.ordinal, alert.due_at, deadline ? std::nullopt : alert.level,
                      deadline ? std::string_view() : std::string_view(alert.detail)};
}

auto height_of(const complaint::AlertRecord& alert) {
    return std::tuple{alert.raised_at, alert.level};
}

Addressee known(const Policy& policy, const std::string& key) {
    const Person* person = person_named(policy.people, key);
    return person != nullptr ? Addressee{key, person->name, person->email} : Addressee{key, "", ""};
}

} // namespace

Addressee addressee_of(const Policy& policy, const Alert& alert, time::Date date) {
    const Team* team = team_behind(policy, alert.team, alert.person);
    std::vector<Addressee> candidates;
    for (const auto& key :
         {alert.person, team != nullptr ? team->lead : std::string(), policy.organisation.owner})
        if (!key.empty()) candidates.push_back(known(policy, key));
    for (const auto& one : candidates)
        if (!one.email.empty() && is_present(policy, one.key, date)) return one;
    for (const auto& one : candidates)
        if (!one.email.empty()) return one;
    return candidates.empty() ? Addressee{std::string(k_nobody), "", ""} : candidates.front();
}

std::vector<AddressedAlert> addressed(const Policy& policy, std::vector<Alert> alerts, time::Date date) {
    std::vector<AddressedAlert> all;
    for (auto& alert : alerts) {
        auto to = addressee_of(policy, alert, date);
        all.push_back({std::move(alert), std::move(to)});
    }
    const auto place = [](const AddressedAlert& each) {
        const auto& what = each.alert.what;
        return std::tuple{what.due_at, each.alert.complaint, each.alert.action, subject_of(what),
                          std::string_view(each.to.key)};
    };
    // Of those in one place the highest comes first, and stays.
    std::ranges::stable_sort(all, [&](const AddressedAlert& a, const AddressedAlert& b) {
        const auto at = place(a);
        const auto other = place(b);
        return at != other ? at < other : height_of(a.alert.what) > height_of(b.alert.what);
    });
    std::vector<AddressedAlert> highest;
    for (auto& alert : all)
        if (highest.empty() || place(highest.back()) != place(alert))
            highest.push_back(std::move(alert));
        else
            highest.back().before.push_back(std::move(alert.alert.what));
    return highest;
}

std::vector<complaint::AlertRecord> to_acknowledge(std::span<const complaint::AlertRecord> alerts) {
    std::vector<complaint::AlertRecord> highest;
    for (const complaint::AlertRecord& what : alerts) {
        const auto known = std::ranges::find_if(highest, [&](const complaint::AlertRecord& other) {
            return subject_of(other) == subject_of(what);
        });
        if (known == highest.end())
            highest.push_back(what);
        else if (height_of(*known) < height_of(what))
            *known = what;
    }
    return highest;
}

namespace {

AlertHistory history_of(const complaint::AlertRecord& what, std::string_view recipient,
                        std::span<const complaint::AlertRecord> records) {
    AlertHistory found;
    for (const auto& record : records) {
        if (subject_of(record) != subject_of(what)) continue;
        const bool as_high = record.raised_at >= what.raised_at;
        if (record.acknowledged_at && as_high) found.acknowledged = &record;
        const bool same_role =
            record.level == what.level && record.detail == what.detail && record.role == what.role;
        const bool heard = same_role || (record.sent_to == recipient && as_high);
        if (record.sent_at && heard) found.sent = &record;
    }
    return found;
}

} // namespace

AlertHistory history_of(const AddressedAlert& alert, std::span<const complaint::AlertRecord> records) {
    return history_of(alert.alert.what, alert.to.key, records);
}

time::Instant untold_since(const AddressedAlert& alert, std::span<const complaint::AlertRecord> records) {
    time::Instant since = *alert.alert.what.raised_at;
    for (const auto& level : alert.before)
        if (history_of(level, alert.to.key, records).is_news()) since = std::min(since, *level.raised_at);
    return since;
}

} // namespace reklamaatio::rulebook
