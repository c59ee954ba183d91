// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/implied.hpp"

#include "complaint/field.hpp"

#include <algorithm>
#include <initializer_list>

namespace reklamaatio::store {

namespace {

using complaint::Complaint;
using complaint::Event;
using complaint::EventKind;
using complaint::FieldChange;
using complaint::Value;

constexpr std::string_view k_received = "received_at";

std::int64_t seconds(time::Instant at) {
    return at.time_since_epoch().count();
}

// The first of these times that the event says, else when it happened.
std::int64_t first_said(const Event& event, std::initializer_list<std::string_view> fields) {
    for (const auto field : fields)
        if (const auto* change = complaint::change_of(event.changes, field))
            if (const auto* at = std::get_if<std::int64_t>(&change->after)) return *at;
    return seconds(event.happened_at);
}

bool is_behind_receipt(const FieldChange& change) {
    return complaint::field_named<Complaint>(change.field) > complaint::field_named<Complaint>(k_received);
}

} // namespace

bool may_begin(const Event& event) {
    return event.kind == EventKind::opened || event.kind == EventKind::imported
           || event.kind == EventKind::customer_added || event.kind == EventKind::action_opened;
}

bool begins_complaint(const Event& event) {
    if (!event.complaint || !may_begin(event)) return false;
    const auto* uid = complaint::change_of(event.changes, "uid");
    return uid != nullptr && uid->before == Value{};
}

std::vector<ImpliedTime> implied_times(const Event& event) {
    return {{k_received, seconds(event.happened_at)},
            {"logged_at", seconds(event.recorded_at)},
            {"status_at", first_said(event, {"closed_at", "resolved_at", k_received})}};
}

bool is_implied(const std::vector<ImpliedTime>& times, const FieldChange& change) {
    return std::ranges::any_of(times, [&](const ImpliedTime& time) {
        return change.field == time.field && change.before == Value{std::int64_t{0}}
               && change.after == Value{time.seconds};
    });
}

void add_implied(const std::vector<ImpliedTime>& unsaid, Event& event) {
    auto place = std::ranges::find_if(event.changes, is_behind_receipt);
    for (const auto& time : unsaid)
        if (time.seconds != 0)
            place = std::next(event.changes.insert(place, {time.field, std::int64_t{0}, time.seconds}));
}

} // namespace reklamaatio::store
