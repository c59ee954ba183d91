// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/task.hpp"

#include "complaint/acts.hpp"
#include "complaint/numbered.hpp"

namespace reklamaatio::complaint {

namespace {

// The task that is meant, which was there at that time.
Task& open_task_of(const Complaint& complaint, Procedure& procedure, TaskNumber number,
                   const Occasion& occasion) {
    Task& task =
        open_part<Reason::no_such_task, Reason::task_ended, Reason::no_open_task, Reason::several_open_tasks>(
            complaint, procedure.tasks, number);
    check_not_before<Reason::before_task>(complaint, task.number, task.made_at, occasion);
    return task;
}

void check_due(const Complaint& complaint, const std::optional<time::Instant>& due,
               const Occasion& occasion) {
    if (due && *due <= occasion.happened_at)
        refuse<Reason::task_due_in_the_past>(complaint.id, occasion.told(*due));
}

} // namespace

Event open_task(const Complaint& complaint, const Procedure& procedure, const NewTask& task,
                const Occasion& occasion) {
    const Complaint after = moved(complaint, Act::task, occasion);
    if (task.text.empty()) refuse<Reason::task_without_words>(complaint.id);
    check_due(complaint, task.due_at, occasion);
    Procedure parts = procedure;
    Task made;
    made.number = next_number(parts.tasks);
    made.text = task.text;
    made.owner = task.owner;
    made.made_at = occasion.happened_at;
    made.made_by = occasion.actor;
    made.due_at = task.due_at;
    parts.tasks.push_back(made);
    return with_note(made_event(EventKind::task_opened, complaint, after, procedure, parts, occasion),
                     task.note);
}

Event end_task(const Complaint& complaint, const Procedure& procedure, TaskState end, TaskNumber number,
               const std::string& note, const Occasion& occasion) {
    const Complaint after = moved(complaint, Act::task, occasion);
    Procedure parts = procedure;
    Task& task = open_task_of(complaint, parts, number, occasion);
    (end == TaskState::done ? task.done_at : task.dropped_at) = occasion.happened_at;
    return with_note(made_event(EventKind::task_changed, complaint, after, procedure, parts, occasion), note);
}

Event give_task(const Complaint& complaint, const Procedure& procedure, TaskNumber number,
                const TaskHandover& to, const std::string& note, const Occasion& occasion) {
    const Complaint after = moved(complaint, Act::task, occasion);
    check_due(complaint, to.due_at, occasion);
    Procedure parts = procedure;
    Task& task = open_task_of(complaint, parts, number, occasion);
    if (!to.owner.empty()) task.owner = to.owner;
    if (to.due_at) task.due_at = to.due_at;
    return with_note(made_event(EventKind::task_changed, complaint, after, procedure, parts, occasion), note);
}

} // namespace reklamaatio::complaint
