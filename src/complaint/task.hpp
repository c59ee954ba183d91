// SPDX-License-Identifier: GPL-3.0-or-later
// What staff owe each other on a complaint, and what becomes of it. Like handling.hpp: each function says as an
// event what changes, and throws Refusal for what cannot be. The customer hears of none of it, no clock of the
// customer's moves, and the status stays as it is.
#pragma once

#include "complaint/handling.hpp"

namespace reklamaatio::complaint {

struct NewTask {
    std::string text;
    std::string owner; // a person, or team:NAME
    std::optional<time::Instant> due_at;
    std::string note; // among ourselves
};
// Throws Refusal for a task in the past, or without words.
Event open_task(const Complaint& complaint, const Procedure& procedure, const NewTask& task,
                const Occasion& occasion);

// Which task: the one with that number, or the only open one.
using TaskNumber = std::optional<std::int64_t>;

// Done or dropped.
Event end_task(const Complaint& complaint, const Procedure& procedure, TaskState end, TaskNumber number,
               const std::string& note, const Occasion& occasion);

// To somebody else, or for another time, or both: what is empty stays as it is.
struct TaskHandover {
    std::string owner;
    std::optional<time::Instant> due_at;
};
Event give_task(const Complaint& complaint, const Procedure& procedure, TaskNumber number,
                const TaskHandover& to, const std::string& note, const Occasion& occasion);

} // namespace reklamaatio::complaint
