// SPDX-License-Identifier: GPL-3.0-or-later
// A store with some hundred complaints, and beside it a list of what was done: what reports are checked
// against.
//
// The firm is open round the clock, so that working time is elapsed time, and targets are in days of winter
// time, so that a day has 24 hours. All times are whole hours: borders of periods, deadlines and the present
// are often hit.
#pragma once

#include "report/reports.hpp"
#include "store/builders.hpp"
#include "text/random_text.hpp"

#include <array>
#include <map>

namespace reklamaatio::report::tests {

using complaint::Clock;
using complaint::Kind;
using reklamaatio::tests::below;
using reklamaatio::tests::Random;
using std::chrono::hours;
using store::tests::utc;
using time::Instant;
using time::Seconds;

struct Promise {
    Instant start;
    std::optional<Instant> due; // nothing while the customer is waited for
    std::optional<Instant> met;
    Instant warn;
};

// The life of one complaint as it was lived.
struct Life {
    std::int64_t id = 0;
    Kind kind = Kind::complaint;
    std::string category;
    std::string team;
    Instant received;
    std::vector<Instant> resolved; // each of them, also those that were taken back
    std::vector<Instant> reopened;
    std::optional<Instant> voided;
    bool waiting = false;
    std::map<Clock, Promise> promises;

    bool is_open() const { return !voided && resolved.size() == reopened.size(); }

    bool was_open_before(Instant at) const {
        const auto before = [&](const std::vector<Instant>& times) {
            return std::ranges::count_if(times, [&](Instant t) { return t < at; });
        };
        return received < at && !(voided && *voided < at) && before(resolved) == before(reopened);
    }
};

inline constexpr std::string_view k_policy = R"(
[organisation]
timezone = "Europe/Helsinki"
[[sla]]
name = "claim"
kind = ["claim"]
response = "1d"
resolution = "5d"
warn_at = 0.5
[[sla]]
name = "complaint"
kind = ["complaint"]
response = "2d"
resolution = "10d"
[[sla]]
name = "remark"
kind = ["remark"]
response = "3d"
)";

class RandomOffice {
  public:
    explicit RandomOffice(unsigned seed, int count = 300)
        : m_random(seed), m_store(store::Store::in_memory(store::tests::founding())) {
        store::tests::Desk(m_store).apply_policy(std::string(k_policy), utc("2026-01-01T00:00:00Z"));
        for (int i = 0; i < count; ++i)
            m_lives.push_back(below(m_random, 4) == 0 ? imported() : lived());
    }

    // Nothing happens later; deadlines lie before and after.
    static Instant now() { return utc("2026-02-20T12:00:00Z"); }

    store::Database& database() { return m_store.database(); }
    const rulebook::Policy& policy() { return *m_store.policies().current().policy; }
    const std::vector<Life>& lives() const { return m_lives; }

    Question question(const time::Period& period, const Grouping& by = {}) {
        return {period, by, now(), policy().organisation.zone};
    }
    time::Period random_period() {
        return time::parse_period(fmt::format("2026-01-01..2026-02-{:02}", 1 + below(m_random, 28)), now(),
                                  policy().organisation.zone);
    }
    time::Period random_stretch() {
        const auto first = below(m_random, 58);
        const auto midnight = [](std::size_t day) { return utc("2025-12-31T22:00:00Z") + hours{24 * day}; };
        return {midnight(first), midnight(first + 1 + below(m_random, 20))};
    }

  private:
    Instant hour(Instant from, int most) {
        return std::min(now(), from + hours{below(m_random, static_cast<std::size_t>(most))});
    }

    complaint::Complaint facts(Life& life) {
        constexpr std::array<std::string_view, 3> k_categories{"", "damage", "delay"};
        constexpr std::array<std::string_view, 2> k_teams{"", "returns"};
        life.received = hour(utc("2025-12-25T00:00:00Z"), 58 * 24);
        life.kind = static_cast<Kind>(below(m_random, 4));
        life.category = k_categories[below(m_random, 3)];
        life.team = k_teams[below(m_random, 2)];
        auto draft = store::tests::about("x");
        draft.received_at = life.received;
        draft.kind = life.kind;
        draft.category = life.category;
        draft.team = life.team;
        return draft;
    }

    // The policy once more.
    static std::optional<int> days(Kind kind, Clock clock) {
        const bool response = clock == Clock::response;
        if (kind == Kind::claim) return response ? 1 : 5;
        if (kind == Kind::complaint) return response ? 2 : 10;
        if (kind == Kind::remark && response) return 3;
        return std::nullopt;
    }
    // Where no service level says when to warn it is the usual share.
    static double share(Kind kind) { return kind == Kind::claim ? 0.5 : 0.8; }

    static void promise(Life& life, Clock clock, std::optional<Instant> met) {
        if (const auto n = days(life.kind, clock)) {
            const Instant due = life.received + hours{24 * *n};
            life.promises[clock] = {life.received, due, met, {}};
        }
    }

    static void set_warnings(Life& life) {
        for (auto& [clock, promise] : life.promises)
            if (promise.due)
                promise.warn =
                    promise.start
                    + Seconds{std::llround(static_cast<double>((*promise.due - promise.start).count())
                                           * share(life.kind))};
    }

    // Act after act, each some hours after the one before.
    Life lived() {
        store::tests::Desk desk(m_store);
        Life life;
        const auto opened = desk.open(facts(life), life.received, store::tests::customer("Maija"));
        life.id = opened.id.number;
        promise(life, Clock::response, std::nullopt);
        promise(life, Clock::resolution, std::nullopt);
        Instant at = life.received;
        for (std::size_t acts = below(m_random, 7); acts > 0 && !life.voided; --acts) {
            at = hour(at, 80);
            act(desk, life, at);
        }
        if (life.promises.contains(Clock::response)) life.promises[Clock::response].met = m_answered;
        if (life.promises.contains(Clock::resolution) && life.resolved.size() > life.reopened.size())
            life.promises[Clock::resolution].met = life.resolved.back();
        m_answered.reset();
        set_warnings(life);
        return life;
    }

    void act(store::tests::Desk& desk, Life& life, Instant at) {
        using namespace store::tests;
        const complaint::Id id{life.id};
        if (!life.is_open()) {
            if (below(m_random, 3) == 0) {
                desk.act(id, at, voiding());
                life.voided = at;
            } else if (below(m_random, 2) == 0) {
                desk.act(id, at, reopening());
                life.reopened.push_back(at);
            }
            return;
        }
        const auto choice = below(m_random, 8);
        if (life.waiting && choice < 4) {
            desk.act(id, at, saying(complaint::tests::inbound()));
            end_wait(life, at);
        } else if (choice < 2) {
            desk.act(id, at, saying(complaint::tests::outbound()));
            m_answered = m_answered.value_or(at);
        } else if (choice == 2) {
            desk.act(id, at, saying(complaint::tests::receipt()));
        } else if (choice == 3) {
            desk.act(id, at, saying(complaint::tests::awaiting("a photo")));
            m_answered = m_answered.value_or(at);
            begin_wait(life, at);
        } else if (choice < 7) {
            desk.act(id, at, resolving());
            if (life.waiting) end_wait(life, at);
            life.resolved.push_back(at);
        } else {
            desk.act(id, at, voiding());
            if (life.waiting) end_wait(life, at);
            life.voided = at;
        }
    }

    void begin_wait(Life& life, Instant at) {
        life.waiting = true;
        m_wait_began = at;
        const auto found = life.promises.find(Clock::resolution);
        m_due_before_wait.reset();
        if (found == life.promises.end() || !(at < *found->second.due)) return;
        m_due_before_wait = found->second.due;
        found->second.due.reset();
    }

    void end_wait(Life& life, Instant at) {
        life.waiting = false;
        if (m_due_before_wait)
            life.promises[Clock::resolution].due = *m_due_before_wait + (at - m_wait_began);
    }

    // A row of a file, with due times of its own or those of the policy.
    Life imported() {
        Life life;
        auto row = facts(life);
        const Instant answered = hour(life.received, 100);
        const Instant ended = hour(life.received, 300);
        const bool knows_answer = below(m_random, 3) != 0;
        if (knows_answer) row.responded_at = answered;
        row.status = complaint::Status::open;
        if (below(m_random, 2) == 0) {
            row.status = complaint::Status::closed;
            row.resolved_at = ended;
            life.resolved.push_back(ended);
        } else if (below(m_random, 8) == 0) {
            row.status = complaint::Status::void_;
            life.voided = life.received;
        }
        const auto met = [&](Clock clock) -> std::optional<Instant> {
            if (clock == Clock::response) return row.responded_at;
            return row.resolved_at;
        };
        for (const Clock clock : {Clock::response, Clock::resolution}) {
            auto& given = clock == Clock::response ? row.given_response_due : row.given_resolution_due;
            const auto choice = below(m_random, 3);
            if (choice == 0) { // the file knows of no target
                given = complaint::GivenDue{};
            } else if (choice == 1) {
                given = complaint::GivenDue{life.received + hours{1 + below(m_random, 400)}};
                life.promises[clock] = {life.received, given->at, met(clock), {}};
            } else if (clock == Clock::resolution || knows_answer || row.status == complaint::Status::open) {
                promise(life, clock, met(clock));
            }
        }
        store::tests::Desk desk(m_store);
        life.id = desk.import(row, now(), store::tests::customer("Maija")).id.number;
        set_warnings(life);
        return life;
    }

    Random m_random;
    store::Store m_store;
    std::vector<Life> m_lives;
    std::optional<Instant> m_answered;
    Instant m_wait_began;
    std::optional<Instant> m_due_before_wait;
};

// What stands in a row of a table under a key.
inline const render::Value& cell(const render::Table& table, const render::Row& row, std::string_view key) {
    const auto column = std::ranges::find(table.columns, key, &render::Column::key);
    REQUIRE(column != table.columns.end());
    return row[static_cast<std::size_t>(column - table.columns.begin())].value;
}

inline std::int64_t number(const render::Table& table, const render::Row& row, std::string_view key) {
    return std::get<std::int64_t>(cell(table, row, key));
}

inline std::string text(const render::Table& table, const render::Row& row, std::string_view key) {
    return std::get<std::string>(cell(table, row, key));
}

inline std::optional<Seconds> length(const render::Table& table, const render::Row& row,
                                     std::string_view key) {
    const auto& value = cell(table, row, key);
    if (std::holds_alternative<std::monostate>(value)) return std::nullopt;
    return std::get<render::Length>(value).seconds;
}

// ceil(percent / 100 * n) in order; values are sorted here.
inline std::optional<Seconds> ranked(std::vector<Seconds> values, int percent, std::size_t fewest) {
    if (values.size() < std::max<std::size_t>(fewest, 1)) return std::nullopt;
    std::ranges::sort(values);
    for (std::size_t rank = 1;; ++rank)
        if (rank * 100 >= static_cast<std::size_t>(percent) * values.size()) return values[rank - 1];
}

// The label of an instant in Helsinki's winter.
inline std::string label(Instant at, std::optional<time::Bucket> bucket) {
    const std::string local = time::to_iso(at + hours{2});
    if (bucket == time::Bucket::day) return local.substr(0, 10);
    if (bucket == time::Bucket::month) return local.substr(0, 7);
    if (bucket == time::Bucket::year) return local.substr(0, 4);
    return "";
}

inline std::string group_of(const Life& life, const Grouping& by, Instant at) {
    if (by.bucket) return label(at, by.bucket);
    switch (by.field.field) {
    case store::GroupField::kind:
        return std::string(complaint::word(life.kind));
    case store::GroupField::category:
        return life.category;
    case store::GroupField::team:
        return life.team;
    default:
        return "";
    }
}

inline const std::array<Grouping, 6> k_groupings_tried{{{},
                                                        {store::GroupField::kind, {}},
                                                        {store::GroupField::category, {}},
                                                        {store::GroupField::team, {}},
                                                        {store::GroupField::none, time::Bucket::day},
                                                        {store::GroupField::none, time::Bucket::month}}};

} // namespace reklamaatio::report::tests
