// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/messages.hpp"

#include "store/rows.hpp"

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

constexpr const char* k_of_complaint = R"(
SELECT event_id, happened_at, actor, direction, channel, automatic, text, needs_no_answer
FROM message WHERE complaint_id = :complaint_id ORDER BY happened_at, event_id)";
constexpr const char* k_clear = "DELETE FROM message WHERE complaint_id = :complaint_id";
constexpr const char* k_merged = R"(
WITH RECURSIVE merged (id) AS (
  SELECT id FROM complaint WHERE merged_into = :id
  UNION SELECT c.id FROM merged AS m JOIN complaint AS c ON c.merged_into = m.id)
SELECT id FROM merged ORDER BY id)";

constexpr const char* k_put = R"(
INSERT INTO message (event_id, complaint_id, happened_at, actor, direction, channel, automatic, text, needs_no_answer)
VALUES (:event_id, :complaint_id, :happened_at, :actor, :direction, :channel, :automatic, :text, :needs_no_answer))";

constexpr const char* k_odd = R"(
SELECT event_id FROM message
WHERE automatic NOT IN (0, 1) OR needs_no_answer NOT IN (0, 1) OR channel = '' OR text = '' ORDER BY event_id)";

} // namespace

std::vector<std::string> faults_of_messages(Database& database) {
    std::vector<std::string> faults;
    auto query = database.query(k_odd);
    while (query.next())
        faults.push_back(
            fmt::format("the message of event {} is not as the program writes it", query.integer(0)));
    return faults;
}

std::vector<Said> conversation_of(Database& database, complaint::Id complaint) {
    auto query = database.query(k_of_complaint);
    query.bind(":complaint_id", complaint.number);
    std::vector<Said> found;
    while (query.next()) {
        const auto direction = stored_word<complaint::Direction>(query.text(3));
        found.push_back(
            {query.integer(0),
             query.instant(1),
             query.text(2),
             {direction, query.text(4), query.integer(5) != 0, query.text(6), query.integer(7) != 0}});
    }
    return found;
}

void put_message(Database& database, const complaint::Event& event) {
    if (!event.message) return;
    auto query = database.query(k_put);
    query.bind(":event_id", event.number).bind(":complaint_id", event.complaint->number);
    query.bind(":happened_at", event.happened_at).bind(":actor", event.actor);
    query.bind(":direction", complaint::word(event.message->direction));
    query.bind_or_null(":channel", event.message->channel);
    query.bind(":automatic", std::int64_t{event.message->automatic});
    query.bind(":needs_no_answer", std::int64_t{event.message->needs_no_answer});
    query.bind_or_null(":text", event.message->text).run();
}

void remove_messages(Database& database, complaint::Id complaint) {
    database.query(k_clear).bind(":complaint_id", complaint.number).run();
}

std::vector<complaint::Id> merged_into(Database& database, complaint::Id survivor) {
    auto query = database.query(k_merged);
    query.bind(":id", survivor.number);
    std::vector<complaint::Id> found;
    while (query.next())
        found.push_back({query.integer(0)});
    return found;
}

} // namespace reklamaatio::store
