// SPDX-License-Identifier: GPL-3.0-or-later
// Databases in memory and in folders that go away, and somebody who works in them.
#pragma once

#include "complaint/arrival.hpp"
#include "complaint/builders.hpp"
#include "complaint/resolution.hpp"
#include "policy/policy.hpp"
#include "store/complaints.hpp"
#include "store/error.hpp"
#include "store/overviews.hpp"
#include "store/store.hpp"
#include "store/verify.hpp"

#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include "temporary_folder.hpp"

namespace reklamaatio::store::tests {

using complaint::Complaint;
using complaint::Customer;
using complaint::CustomerId;
using complaint::Event;
using complaint::Id;
using complaint::Occasion;
using complaint::tests::message_of;
using complaint::tests::utc;
using reklamaatio::tests::read_file;
using reklamaatio::tests::TemporaryFolder;
using reklamaatio::tests::write_file;
using time::Instant;

// Monday to Friday from eight to four; in Helsinki that is 06:00 to 14:00 in winter.
inline constexpr std::string_view k_office_week = R"([calendar.office]
hours.mon = ["08:00-16:00"]
hours.tue = ["08:00-16:00"]
hours.wed = ["08:00-16:00"]
hours.thu = ["08:00-16:00"]
hours.fri = ["08:00-16:00"]
)";

// Of the law: the decision in ten days, and word of how it stands every third working day.
inline constexpr std::string_view k_terms = R"([[legal]]
name = "goods"
kind = ["complaint", "claim"]
term = "10d"
ends = "next-working-day"
then = "accepted"
source = "a law, seen 2026-11"
[[legal]]
name = "news"
kind = ["claim"]
term = "3bd"
for = "update"
source = "another law, seen 2026-11"
[[legal]]
name = "appeal"
kind = ["complaint", "claim"]
stage = 2
term = "7d"
then = "refused"
source = "another law, seen 2026-11"
[safety]
authority = "2d"
)";

inline constexpr std::string_view k_beginning = "2026-01-01T00:00:00Z";

inline FirstChange founding() {
    return [] { return Change{0, utc(k_beginning), "liisa", "init"}; };
}

// SQLite itself, without any of our care: for what happens behind the program's back.
class Intruder {
  public:
    explicit Intruder(const std::filesystem::path& path) {
        REQUIRE(sqlite3_open(path.c_str(), &m_handle) == SQLITE_OK);
        run("PRAGMA synchronous = OFF");
    }
    ~Intruder() { sqlite3_close(m_handle); }
    Intruder(const Intruder&) = delete;
    Intruder& operator=(const Intruder&) = delete;

    // Gives how many rows were changed.
    int run(const std::string& sql) {
        char* fault = nullptr;
        const int code = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, &fault);
        const std::string why = fault != nullptr ? fault : "";
        sqlite3_free(fault);
        CAPTURE(sql);
        CAPTURE(why);
        REQUIRE(code == SQLITE_OK);
        return sqlite3_changes(m_handle);
    }

  private:
    sqlite3* m_handle = nullptr;
};

// The customer whom these facts belong to; nothing when they name nobody.
inline std::optional<complaint::CustomerId> customer_for(Ledger& ledger, const Customer& facts) {
    const auto met = ledger.register_customer(facts);
    return met ? std::optional(met->customer.id) : std::nullopt;
}

// Somebody at work: every call is a command of its own, one change.
class Desk {
  public:
    explicit Desk(Store& store) : m_store(store) {}

    Ledger ledger(Instant now, std::string command = "test") {
        return {m_store.database(), m_store.policies(), Change{0, now, "maria", std::move(command)}};
    }

    // Draft with any id and uid; they are given here.
    Complaint open(Complaint draft, Instant now, const Customer& customer = {}, bool answered = false) {
        auto ledger = this->ledger(now, "open");
        draft.id = next_complaint_id(m_store.database());
        draft.uid = uid_of(draft.id);
        draft.customer = customer_for(ledger, customer);
        return ledger.record({}, complaint::open(draft, answered, {now, now})).complaint;
    }

    Complaint import(Complaint draft, Instant now, const Customer& customer = {}) {
        auto ledger = this->ledger(now, "import");
        draft.id = next_complaint_id(m_store.database());
        draft.uid = uid_of(draft.id);
        draft.customer = customer_for(ledger, customer);
        return ledger.record({}, complaint::import(draft, {now, now})).complaint;
    }

    // `act` makes the event of the complaint as it stands.
    template <typename Act>
    Complaint act(Id id, Instant now, Act act) {
        return act_earlier(id, now, now, act);
    }
    template <typename Act>
    Complaint act_earlier(Id id, Instant happened, Instant now, Act act) {
        const auto before = find_complaint(m_store.database(), id);
        REQUIRE(before);
        const Event event = act(*before, Occasion{happened, now});
        return ledger(now, "act").record(*before, event).complaint;
    }

    Ledger::Applied apply_policy(const std::string& toml, Instant now) {
        return ledger(now, "policy apply").apply_policy(toml, policy::read(toml, "p.toml"));
    }

    static std::string uid_of(Id id) { return fmt::format("019b0000-0000-7000-8000-{:012d}", id.number); }

  private:
    Store& m_store;
};

inline Complaint about(std::string subject, std::string_view received = complaint::tests::k_received) {
    Complaint made = complaint::tests::draft(received);
    made.subject = std::move(subject);
    return made;
}

inline Customer customer(std::string name, std::string email = "", std::string phone = "") {
    Customer made;
    made.name = std::move(name);
    made.email = std::move(email);
    made.phone = std::move(phone);
    return made;
}

inline auto saying(const complaint::Contact& contact) {
    return
        [contact](const Complaint& c, const Occasion& then) { return complaint::contact(c, contact, then); };
}
inline auto resolving() {
    return [](const Complaint& c, const Occasion& then) { return complaint::resolve(c, {}, then); };
}
inline auto reopening() {
    return [](const Complaint& c, const Occasion& then) { return complaint::reopen(c, "", then); };
}
inline auto voiding() {
    return [](const Complaint& c, const Occasion& then) { return complaint::void_entry(c, "", then); };
}

// All that verify has to say, one sentence a line.
inline std::string faults_of(Store& store) {
    return fmt::format("{}", fmt::join(verify(store.database(), store.policies()).faults, "\n"));
}

inline std::vector<std::int64_t> ids_found(Database& database, const Filter& filter, Order order = Order::id,
                                           bool descending = false) {
    std::vector<std::int64_t> ids;
    read_overviews(database, filter, {order, descending, {}},
                   [&](const complaint::Overview& found) { ids.push_back(found.complaint.id.number); });
    return ids;
}

inline std::vector<std::int64_t> ids_with_words(Database& database, const std::string& words) {
    Filter filter;
    filter.words = words;
    return ids_found(database, filter);
}

// What StoreError it ends in; none when all is well.
struct Failure {
    std::optional<ErrorKind> kind;
    std::string message;
};

template <typename Function>
Failure failure_of(Function function) {
    try {
        function();
    } catch (const StoreError& fault) {
        return {fault.kind(), fault.what()};
    }
    return {};
}

} // namespace reklamaatio::store::tests
