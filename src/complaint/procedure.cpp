// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/procedure.hpp"

#include "complaint/event.hpp"

#include <algorithm>

namespace reklamaatio::complaint {

namespace {

template <typename T>
T& numbered(std::vector<T>& parts, std::int64_t number) {
    const auto place = std::ranges::lower_bound(parts, number, {}, &T::number);
    if (place != parts.end() && place->number == number) return *place;
    T blank;
    blank.number = number;
    return *parts.insert(place, blank);
}

template <typename T>
void apply_to(std::vector<T>& parts, const PartChange& change) {
    T& part = numbered(parts, change.number);
    set_fields(part, change.changes);
    T blank;
    blank.number = change.number;
    if (part == blank) std::erase(parts, blank);
}

template <typename T>
void add_differences(Part kind, const std::vector<T>& before, const std::vector<T>& after,
                     std::vector<PartChange>& found) {
    std::vector<std::int64_t> numbers;
    for (const auto* parts : {&before, &after})
        for (const auto& part : *parts)
            numbers.push_back(part.number);
    std::ranges::sort(numbers);
    // Not std::ranges::unique, which clang 14 cannot compile.
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    for (const auto number : numbers) {
        auto was = before;
        auto is = after;
        auto changes = differences(numbered(was, number), numbered(is, number));
        if (!changes.empty()) found.push_back({kind, number, std::move(changes)});
    }
}

} // namespace

bool is_money(const std::string& remedy) {
    return remedy == "refund" || remedy == "discount" || remedy == "credit";
}

bool is_to_pay(const Offer& offer) {
    return offer.accepted_at && !offer.paid_at && (offer.amount || is_money(offer.remedy));
}

PromiseState state_of(const Promise& promise) {
    if (promise.kept_at) return PromiseState::kept;
    if (promise.broken_at) return PromiseState::broken;
    return promise.withdrawn_at ? PromiseState::withdrawn : PromiseState::open;
}

AppealState state_of(const Appeal& appeal) {
    if (appeal.decided_at) return AppealState::decided;
    return appeal.answered_at ? AppealState::answered : AppealState::open;
}

TaskState state_of(const Task& task) {
    if (task.done_at) return TaskState::done;
    return task.dropped_at ? TaskState::dropped : TaskState::open;
}

OfferState state_of(const Offer& offer, time::Instant now) {
    if (offer.accepted_at) return OfferState::accepted;
    if (offer.declined_at) return OfferState::declined;
    if (offer.withdrawn_at) return OfferState::withdrawn;
    return offer.valid_until && *offer.valid_until < now ? OfferState::expired : OfferState::proposed;
}

bool is_done(const Procedure& procedure, Step step) {
    return std::ranges::any_of(procedure.steps,
                               [&](const StepRecord& record) { return record.number == number_of(step); });
}

std::vector<Step> steps_left(const Procedure& procedure) {
    std::vector<Step> left;
    for (const auto step : values<Step>())
        if (!is_done(procedure, step)) left.push_back(step);
    return left;
}

void apply(Procedure& procedure, const Event& event) {
    for (const auto& change : event.parts) {
        switch (change.part) {
        case Part::step:
            apply_to(procedure.steps, change);
            break;
        case Part::promise:
            apply_to(procedure.promises, change);
            break;
        case Part::offer:
            apply_to(procedure.offers, change);
            break;
        case Part::alert:
            apply_to(procedure.alerts, change);
            break;
        case Part::task:
            apply_to(procedure.tasks, change);
            break;
        case Part::appeal:
            apply_to(procedure.appeals, change);
            break;
        case Part::extension:
            apply_to(procedure.extensions, change);
            break;
        }
    }
}

std::vector<PartChange> differences(const Procedure& before, const Procedure& after) {
    std::vector<PartChange> found;
    add_differences(Part::step, before.steps, after.steps, found);
    add_differences(Part::promise, before.promises, after.promises, found);
    add_differences(Part::offer, before.offers, after.offers, found);
    add_differences(Part::alert, before.alerts, after.alerts, found);
    add_differences(Part::task, before.tasks, after.tasks, found);
    add_differences(Part::appeal, before.appeals, after.appeals, found);
    add_differences(Part::extension, before.extensions, after.extensions, found);
    return found;
}

} // namespace reklamaatio::complaint
