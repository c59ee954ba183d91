// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/waits.hpp"

namespace reklamaatio::store {

namespace {

constexpr const char* k_of_complaint =
    "SELECT event_id, reason FROM wait WHERE complaint_id = :complaint_id ORDER BY event_id";
constexpr const char* k_clear = "DELETE FROM wait WHERE complaint_id = :complaint_id";
constexpr const char* k_put =
    "INSERT INTO wait (event_id, complaint_id, reason) VALUES (:event_id, :complaint_id, :reason)";

} // namespace

std::vector<WaitReason> waits_of(Database& database, complaint::Id complaint) {
    auto query = database.query(k_of_complaint);
    query.bind(":complaint_id", complaint.number);
    std::vector<WaitReason> found;
    while (query.next())
        found.push_back({query.integer(0), query.text(1)});
    return found;
}

std::vector<WaitReason> waits_in(const std::vector<complaint::Event>& events) {
    std::vector<WaitReason> found;
    for (const auto& event : events)
        if (auto reason = complaint::asked_by(event); !reason.empty())
            found.push_back({event.number, std::move(reason)});
    return found;
}

void put_wait(Database& database, const complaint::Event& event) {
    const auto reason = complaint::asked_by(event);
    if (reason.empty()) return;
    auto query = database.query(k_put);
    query.bind(":event_id", event.number).bind(":complaint_id", event.complaint->number);
    query.bind(":reason", reason).run();
}

void remove_waits(Database& database, complaint::Id complaint) {
    database.query(k_clear).bind(":complaint_id", complaint.number).run();
}

} // namespace reklamaatio::store
