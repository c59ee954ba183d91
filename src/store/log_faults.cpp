// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/log_faults.hpp"

#include "store/error.hpp"
#include "store/packs.hpp"
#include "store/sealed.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

constexpr const char* k_head = "SELECT id, event, hash FROM log_head";
constexpr const char* k_changes = R"(
SELECT c.id, EXISTS (SELECT 1 FROM event AS e WHERE e.change_id = c.id) FROM change AS c ORDER BY c.id)";

// Of an event that follows the one whose hash is `previous`; or of which nothing is known, where that is empty.
void add_faults(std::vector<std::string>& faults, const StoredEvent& event, const std::string& previous) {
    const auto number = event.sealed.number;
    const bool is_known = number == 1 || !previous.empty();
    if (is_known && !holds_hash(event, previous))
        faults.push_back(fmt::format("event {} of the log, or one before it, was changed", number));
    if (!holds_personal(event))
        faults.push_back(fmt::format("what a person said in event {} of the log was changed", number));
}

// Nothing, with a fault, where what it says is lost.
std::optional<StoredEvent> event_or_fault(std::vector<std::string>& faults, Database& database,
                                          const Query& row, const std::string& previous) {
    try {
        return stored_event_from(database, row, previous);
    } catch (const StoreError& fault) {
        if (fault.kind() != ErrorKind::damaged) throw;
        faults.emplace_back(fault.what());
        return std::nullopt;
    }
}

LogEnd add_faults_of_chain(std::vector<std::string>& faults, Database& database) {
    LogEnd last;
    auto row = database.query(k_stored_events);
    row.bind(":after", last.event);
    while (row.next()) {
        if (row.integer(0) != last.event + 1) {
            faults.push_back(fmt::format("the log lacks event {}", last.event + 1));
            last.hash.clear();
        }
        const auto event = event_or_fault(faults, database, row, last.hash);
        if (event) add_faults(faults, *event, last.hash);
        last = {row.integer(0), event ? event->hash : ""};
    }
    return last;
}

void add_faults_of_end(std::vector<std::string>& faults, Database& database, const LogEnd& last) {
    auto head = database.query(k_head);
    if (!head.next()) {
        faults.emplace_back("nothing tells which event was the last one logged");
        return;
    }
    if (head.integer(1) != last.event || head.blob(2) != last.hash)
        faults.push_back(fmt::format("the log ends with event {}, but event {} was the last one logged",
                                     last.event, head.integer(1)));
    if (head.integer(0) != 1 || head.next())
        faults.emplace_back("it is told in more than one way which event was the last one logged");
}

// A row of `change` is not covered by any hash where no event is under it.
void add_faults_of_changes(std::vector<std::string>& faults, Database& database) {
    std::int64_t last = 0;
    auto row = database.query(k_changes);
    for (; row.next(); last = row.integer(0)) {
        if (row.integer(0) != last + 1) faults.push_back(fmt::format("the log lacks change {}", last + 1));
        if (row.integer(1) == 0)
            faults.push_back(fmt::format("change {} of the log has no event", row.integer(0)));
    }
}

} // namespace

std::vector<std::string> faults_of_log(Database& database) {
    std::vector<std::string> faults;
    const auto last = add_faults_of_chain(faults, database);
    add_faults_of_end(faults, database, last);
    add_faults_of_changes(faults, database);
    std::ranges::move(faults_of_packs(database), std::back_inserter(faults));
    return faults;
}

} // namespace reklamaatio::store
