// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/task.hpp"

#include "complaint/builders.hpp"
#include "complaint/merge.hpp"
#include "complaint/refusal.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

constexpr std::string_view k_then = "2026-01-12T12:00:00Z";
constexpr std::string_view k_later = "2026-01-13T12:00:00Z";
constexpr std::string_view k_due = "2026-01-16T14:00:00Z";

// A complaint with its tasks, act by act.
struct Case {
    Complaint complaint = in_status(Status::open);
    Procedure procedure = {};

    Event add(const Event& event) {
        apply(complaint, event);
        apply(procedure, event);
        return event;
    }
    Event open(std::string text, std::string owner = "pekka", std::string_view now = k_then) {
        Occasion occasion = on(now);
        occasion.actor = "maria";
        return add(
            open_task(complaint, procedure, {std::move(text), std::move(owner), utc(k_due), ""}, occasion));
    }
    Event end(TaskState to, TaskNumber number = {}, std::string_view now = k_later) {
        return add(end_task(complaint, procedure, to, number, "", on(now)));
    }
    Event give(const TaskHandover& to, TaskNumber number = {}) {
        return add(give_task(complaint, procedure, number, to, "", on(k_later)));
    }
};

template <typename Act>
std::string refusal(Act act) {
    return message_of<Refusal>(act);
}

} // namespace

TEST_CASE("a task is numbered, and moves neither status nor clocks nor the conversation") {
    Case c;
    const Complaint before = c.complaint;
    const Event event = c.open("ask the warehouse");
    CHECK(event.kind == EventKind::task_opened);
    CHECK_FALSE(event.message);
    CHECK(c.complaint == before);
    REQUIRE(c.procedure.tasks.size() == 1);
    const Task& task = c.procedure.tasks.front();
    CHECK(task.number == 1);
    CHECK(task.text == "ask the warehouse");
    CHECK(task.owner == "pekka");
    CHECK(task.made_at == utc(k_then));
    CHECK(task.made_by == "maria");
    CHECK(task.due_at == utc(k_due));
    CHECK(state_of(task) == TaskState::open);
    c.open("call the carrier");
    CHECK(c.procedure.tasks.back().number == 2);
}

TEST_CASE("a task is done or dropped once, the only open one or the one that is named") {
    Case c;
    CHECK(refusal([&] { c.end(TaskState::done); }) == "no_open_task: complaint R-7");
    c.open("one");
    c.open("two");
    CHECK(refusal([&] { c.end(TaskState::done); }) == "several_open_tasks: complaint R-7; count 2");
    CHECK(refusal([&] { c.end(TaskState::done, 3); }) == "no_such_task: complaint R-7; task 3");
    CHECK(c.end(TaskState::done, 2).kind == EventKind::task_changed);
    CHECK(c.procedure.tasks[1].done_at == utc(k_later));
    CHECK(state_of(c.procedure.tasks[1]) == TaskState::done);
    CHECK(refusal([&] { c.end(TaskState::dropped, 2); }) == "task_ended: complaint R-7; task 2; state done");
    c.end(TaskState::dropped);
    CHECK(state_of(c.procedure.tasks[0]) == TaskState::dropped);
    CHECK(c.procedure.tasks[0].dropped_at == utc(k_later));
}

TEST_CASE("a task is given to somebody else, for another time, or both") {
    Case c;
    c.open("one");
    c.give({"maria", {}});
    CHECK(c.procedure.tasks[0].owner == "maria");
    CHECK(c.procedure.tasks[0].due_at == utc(k_due));
    c.give({"", utc("2026-01-20T08:00:00Z")});
    CHECK(c.procedure.tasks[0].owner == "maria");
    CHECK(c.procedure.tasks[0].due_at == utc("2026-01-20T08:00:00Z"));
    CHECK(refusal([&] {
              c.give({"maria", utc(k_later)});
          })
          == "task_due_in_the_past: complaint R-7; due 2026-01-13 12:00");
}

TEST_CASE("a task has words and a time to come, and nothing happens to it before it is made") {
    Case c;
    CHECK(refusal([&] { c.open(""); }) == "task_without_words: complaint R-7");
    CHECK(refusal([&] { c.open("x", "pekka", k_due); })
          == "task_due_in_the_past: complaint R-7; due 2026-01-16 14:00");
    c.open("x", "pekka", k_later);
    CHECK(refusal([&] { c.end(TaskState::done, {}, k_then); })
          == "before_task: complaint R-7; task 1; at 2026-01-13 12:00");
}

TEST_CASE("tasks are made and ended when the complaint is over, but not of what is void") {
    for (const auto status : {Status::resolved, Status::closed}) {
        Case c{in_status(status)};
        c.open("send the old one back");
        c.end(TaskState::done);
        CHECK(c.complaint == in_status(status));
    }
    Case gone{in_status(Status::void_)};
    CHECK(refusal([&] { gone.open("x"); }) == "no_act_on_what_is_void: complaint R-7; status void; act task");
}

TEST_CASE("the tasks of a duplicate go on in the survivor, numbered after its own") {
    Case survivor, duplicate;
    duplicate.complaint.id = {8};
    survivor.open("one");
    duplicate.open("two", "maria");
    survivor.add(merge_in(survivor.complaint, {{duplicate.complaint, duplicate.procedure}}, on(k_later),
                          survivor.procedure));
    REQUIRE(survivor.procedure.tasks.size() == 2);
    CHECK(survivor.procedure.tasks[1].number == 2);
    CHECK(survivor.procedure.tasks[1].text == "two");
    CHECK(survivor.procedure.tasks[1].owner == "maria");
    CHECK(survivor.procedure.tasks[1].made_at == utc(k_then));
}

} // namespace reklamaatio::complaint::tests
