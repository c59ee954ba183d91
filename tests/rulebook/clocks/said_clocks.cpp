// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/said_clocks.hpp"

#include "complaint/task.hpp"
#include "rulebook/clocks/clock_state.hpp"
#include "rulebook/clocks/owed.hpp"
#include "rulebook/history.hpp"

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

constexpr std::string_view k_made = "2026-01-12T08:00:00Z";
constexpr std::string_view k_due = "2026-01-14T14:00:00Z";

// R-7, received on Monday 12 January 2026 at eight in Helsinki, with a task that is due on Wednesday at closing.
struct WithTask {
    History history{policy({sla("all", "8h", "5bd")})};
    Procedure procedure = {};

    WithTask() {
        history.open(draft());
        add(open_task(history.state(), procedure, {"ask", "pekka", utc(k_due), ""}, on(k_made)));
    }
    void add(const Event& event) {
        history.add(event);
        apply(procedure, event);
    }
    Deadline only() const {
        const auto rows = history.deadlines(Clock::task);
        REQUIRE(rows.size() == 1);
        return rows.front();
    }
};

} // namespace

//   Mon 10:00          Tue 16:00?     Wed 16:00
//   made ---- 4/5 of 22 h of work ---- due         22 h = 6 + 8 + 8 of office hours
TEST_CASE("a task is due when somebody said, and at risk when four fifths of its working time are used") {
    const WithTask c;
    const auto row = c.only();
    CHECK(row.ordinal == 1);
    CHECK(row.started_at == utc(k_made));
    CHECK(row.due_at == utc(k_due));
    // 17 h 36 min of work: 6 on Monday, 8 on Tuesday, 3:36 on Wednesday from eight.
    CHECK(row.warn_at == utc("2026-01-14T09:36:00Z"));
    CHECK(row.target.empty());
    CHECK(row.sla == "all");
}

TEST_CASE("a task goes on when the complaint is resolved, until it is done or dropped") {
    for (const auto end : {TaskState::done, TaskState::dropped}) {
        WithTask c;
        c.history.resolve("2026-01-13T08:00:00Z");
        CHECK(c.only() == WithTask().only());
        CHECK(is_owed(c.only(), Status::closed, false));
        CHECK(state_of(c.only(), c.history.state(), utc("2026-01-14T14:00:01Z")) == ClockState::overdue);
        const auto at = utc("2026-01-15T08:00:00Z");
        c.add(end_task(c.history.state(), c.procedure, end, 1, "", on("2026-01-15T08:00:00Z")));
        CHECK(c.only().met_at == (end == TaskState::done ? std::optional(at) : std::nullopt));
        CHECK(c.only().cancelled_at == (end == TaskState::dropped ? std::optional(at) : std::nullopt));
        CHECK_FALSE(is_owed(c.only(), Status::closed, false));
    }
}

TEST_CASE("a task that is given another time is due then, and one without a time has no deadline") {
    WithTask c;
    const auto later = utc("2026-01-16T14:00:00Z");
    c.add(give_task(c.history.state(), c.procedure, 1, {"", later}, "", on("2026-01-13T08:00:00Z")));
    CHECK(c.only().due_at == later);
    c.add(open_task(c.history.state(), c.procedure, {"whenever", "pekka", {}, ""}, on(k_made)));
    CHECK(c.only().ordinal == 1);
}

TEST_CASE("void cancels a task, and no task moves another clock") {
    WithTask c;
    History without{policy({sla("all", "8h", "5bd")})};
    without.open(draft());
    auto others = c.history.deadlines();
    std::erase_if(others, [](const Deadline& row) { return row.clock == Clock::task; });
    CHECK(others == without.deadlines());
    c.history.void_entry("2026-01-13T08:00:00Z");
    CHECK(c.only().cancelled_at == utc("2026-01-13T08:00:00Z"));
}

} // namespace reklamaatio::rulebook::tests
