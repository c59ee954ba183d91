// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/messages.hpp"

#include "complaint/error.hpp"
#include "store/rows.hpp"
#include "text/fold.hpp"

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

constexpr const char* k_of_complaint = R"(
SELECT event_id, happened_at, actor, direction, channel, automatic, text
FROM message WHERE complaint_id = :complaint_id ORDER BY happened_at, event_id)";
constexpr const char* k_clear = "DELETE FROM message WHERE complaint_id = :complaint_id";
constexpr const char* k_merged = R"(
WITH RECURSIVE merged (id) AS (
  SELECT id FROM complaint WHERE merged_into = :id
  UNION SELECT c.id FROM merged AS m JOIN complaint AS c ON c.merged_into = m.id)
SELECT id FROM merged ORDER BY id)";

constexpr const char* k_put = R"(
INSERT INTO message (event_id, complaint_id, happened_at, actor, direction, channel, automatic, text)
VALUES (:event_id, :complaint_id, :happened_at, :actor, :direction, :channel, :automatic, :text))";

constexpr const char* k_forget = R"(
INSERT INTO complaint_text (complaint_text, rowid, subject, text, notes)
SELECT 'delete', id, folded(subject), folded(text), folded(notes) FROM complaint_document WHERE id = :id)";

constexpr const char* k_learn = R"(
INSERT INTO complaint_text (rowid, subject, text, notes)
SELECT id, folded(subject), folded(text), folded(notes) FROM complaint_document WHERE id = :id)";

constexpr const char* k_learn_first = R"(
INSERT INTO complaint_text (rowid, subject, text, notes) VALUES (:id, folded(:subject), folded(:text), folded(:notes)))";

constexpr const char* k_learn_since = R"(
INSERT INTO complaint_text (rowid, subject, text, notes)
SELECT d.id, folded(d.subject), folded(d.text), folded(d.notes)
FROM (SELECT DISTINCT complaint_id AS id FROM event WHERE id >= :event AND complaint_id IS NOT NULL) AS e
CROSS JOIN complaint_document AS d ON d.id = e.id
WHERE NOT EXISTS (SELECT 1 FROM event AS p WHERE p.complaint_id = e.id AND p.id < :event))";

std::string in_quotes(std::string_view word) {
    std::string result = "\"";
    for (const char c : word)
        result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + '"';
}

} // namespace

std::vector<Said> conversation_of(Database& database, complaint::Id complaint) {
    auto query = database.query(k_of_complaint);
    query.bind(":complaint_id", complaint.number);
    std::vector<Said> found;
    while (query.next()) {
        const auto direction = stored_word<complaint::Direction>(query.text(3));
        found.push_back({query.integer(0),
                         query.instant(1),
                         query.text(2),
                         {direction, query.text(4), query.integer(5) != 0, query.text(6)}});
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

void forget_words(Database& database, complaint::Id complaint) {
    database.query(k_forget).bind(":id", complaint.number).run();
}

void learn_words(Database& database, complaint::Id complaint) {
    database.query(k_learn).bind(":id", complaint.number).run();
}

void learn_first_words(Database& database, const complaint::Complaint& complaint,
                       const std::optional<complaint::Message>& message) {
    auto query = database.query(k_learn_first);
    query.bind(":id", complaint.id.number).bind_or_null(":subject", complaint.subject);
    query.bind_or_null(":text", complaint.text);
    query.bind_or_null(":notes", message ? message->text : std::string()).run();
}

void learn_words_since(Database& database, std::int64_t event) {
    database.query(k_learn_since).bind(":event", event).run();
}

std::string match_expression(const std::string& words) {
    std::string expression;
    std::string_view rest = words;
    while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of(" \t\n"), rest.size());
        std::string_view word = rest.substr(0, end);
        const bool stem = word.ends_with('*');
        if (stem) word.remove_suffix(1);
        if (!word.empty()) expression += fmt::format("{}{} ", in_quotes(text::folded(word)), stem ? "*" : "");
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (expression.empty()) throw complaint::BadValue(fmt::format("'{}' has no word to look for", words));
    return expression;
}

} // namespace reklamaatio::store
