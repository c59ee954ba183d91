// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/complaint_json.hpp"

#include "exchange/field.hpp"
#include "render/writer.hpp"
#include "rulebook/clocks/clock_state.hpp"
#include "view/words/event_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace reklamaatio::view {

namespace {

using Json = nlohmann::ordered_json;

Json instant(const std::optional<time::Instant>& at) {
    return at ? Json(time::to_iso(*at)) : Json(nullptr);
}
Json text(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}
Json number(const std::optional<std::int64_t>& value) {
    return value ? Json(*value) : Json(nullptr);
}
Json minutes(const std::optional<time::Seconds>& length) {
    return length ? Json(length->count() / 60) : Json(nullptr);
}

template <typename E>
Json word(const std::optional<E>& value) {
    return value ? Json(complaint::word(*value)) : Json(nullptr);
}
// The only numbers with a fraction: see written().
Json amount(const std::optional<std::int64_t>& cents) {
    return cents ? Json(static_cast<double>(*cents) / 100) : Json(nullptr);
}

Json deadline_json(const rulebook::Deadline& deadline, const casework::Dossier& dossier, time::Instant now) {
    return {{"clock", complaint::word(deadline.clock)},
            {"number", deadline.ordinal},
            {"state", complaint::word(state_of(deadline, dossier.complaint(), now))},
            {"started_at", instant(deadline.started_at)},
            {"due_at", instant(deadline.due_at)},
            {"warn_at", instant(deadline.warn_at)},
            {"met_at", instant(deadline.met_at)},
            {"cancelled_at", instant(deadline.cancelled_at)},
            {"missed_at", instant(deadline.missed_at)},
            {"left_minutes", minutes(deadline.left)},
            {"taken_minutes", minutes(deadline.taken)},
            {"overrun_minutes", minutes(deadline.overrun)},
            {"target", text(deadline.target)},
            {"sla", text(deadline.sla)},
            {"calendar", text(deadline.calendar)},
            {"policy", deadline.policy}};
}

// All five, done or not.
Json steps_json(const complaint::Procedure& procedure) {
    Json list = Json::array();
    std::int64_t number = 0;
    for (const auto name : complaint::Vocabulary<complaint::Step>::k_words) {
        complaint::StepRecord step;
        ++number;
        for (const auto& done : procedure.steps)
            if (done.number == number) step = done;
        list.push_back({{"step", name},
                        {"done_at", instant(step.done_at)},
                        {"done_by", text(step.done_by)},
                        {"text", text(step.text)},
                        {"what", text(step.what)},
                        {"where", text(step.where)},
                        {"why", text(step.why)}});
    }
    return list;
}

Json promise_json(const complaint::Promise& promise) {
    return {{"number", promise.number},
            {"text", text(promise.text)},
            {"state", complaint::word(state_of(promise))},
            {"made_at", instant(promise.made_at)},
            {"made_by", text(promise.made_by)},
            {"due_at", instant(promise.due_at)},
            {"kept_at", instant(promise.kept_at)},
            {"broken_at", instant(promise.broken_at)},
            {"withdrawn_at", instant(promise.withdrawn_at)}};
}

Json offer_json(const complaint::Offer& offer, time::Instant now) {
    return {{"number", offer.number},
            {"remedy", text(offer.remedy)},
            {"amount", amount(offer.amount)},
            {"currency", text(offer.currency)},
            {"text", text(offer.text)},
            {"state", complaint::word(state_of(offer, now))},
            {"made_at", instant(offer.made_at)},
            {"made_by", text(offer.made_by)},
            {"approved_by", text(offer.approved_by)},
            {"valid_until", instant(offer.valid_until)},
            {"accepted_at", instant(offer.accepted_at)},
            {"declined_at", instant(offer.declined_at)},
            {"withdrawn_at", instant(offer.withdrawn_at)},
            {"paid_at", instant(offer.paid_at)},
            {"wish", text(offer.wish)}};
}

Json action_json(const complaint::Action& action) {
    return {{"action", to_string(action.id)},   {"text", text(action.text)},
            {"cause", text(action.cause)},      {"product", text(action.product)},
            {"owner", text(action.owner)},      {"opened_at", instant(action.opened_at)},
            {"due_at", instant(action.due_at)}, {"done_at", instant(action.done_at)},
            {"effect", text(action.effect)}};
}

Json spoken_json(const casework::Spoken& spoken) {
    const auto& message = spoken.said.message;
    return {{"complaint", to_string(spoken.complaint)},
            {"happened_at", instant(spoken.said.happened_at)},
            {"direction", complaint::word(message.direction)},
            {"channel", text(message.channel)},
            {"by", text(spoken.said.actor)},
            {"automatic", message.automatic},
            {"text", text(message.text)},
            {"about", text(about_text(message.direction, spoken.parts, iso_time))},
            {"kind", complaint::word(spoken.kind)}};
}

template <typename T, typename Convert>
Json list(const std::vector<T>& items, Convert convert) {
    Json array = Json::array();
    for (const auto& item : items)
        array.push_back(convert(item));
    return array;
}

Json followup_json(const complaint::FollowedUp& followup) {
    return {{"followed_up_at", instant(followup.at)},
            {"by", text(followup.by)},
            {"reached", word(followup.reached)},
            {"csat", number(followup.csat)},
            {"nps", number(followup.nps)},
            {"retained", word(followup.retained)}};
}

Json ending_json(const complaint::Ending& ending) {
    return {{"resolved_at", instant(ending.resolved_at)},
            {"by", text(ending.by)},
            {"outcome", word(ending.outcome)},
            {"settled", word(ending.settled)},
            {"remedy", text(ending.remedy)},
            {"amount", amount(ending.amount)},
            {"currency", text(ending.currency)},
            {"approved_by", text(ending.approved_by)},
            {"cause", text(ending.cause)},
            {"left_undone", text(ending.left_undone)},
            {"followups", list(ending.followups, followup_json)},
            {"reopened_at", instant(ending.reopened_at)},
            {"reopened_by", text(ending.reopened_by)},
            {"reopened_why", text(ending.reopened_why)},
            {"left_undone_why", text(ending.left_undone_why)},
            {"paid_at", instant(ending.paid_at)}};
}

Json recorded_json(const casework::Recorded& recorded) {
    const auto& event = recorded.logged.event;
    return {{"event", event.number},
            {"change", event.change},
            {"recorded_at", instant(event.recorded_at)},
            {"happened_at", instant(event.happened_at)},
            {"actor", event.actor},
            {"command", recorded.logged.command},
            {"kind", complaint::word(event.kind)},
            {"what", text(event_text(event, iso_time))},
            {"stands", recorded.stands},
            {"undoes", event.undoes == 0 ? Json(nullptr) : Json(event.undoes)}};
}

// What the export has no column for, and the lists.
Json more_json(const casework::Dossier& dossier, time::Instant now) {
    const auto& complaint = dossier.complaint();
    const auto id = [](complaint::Id id) { return to_string(id); };
    const auto neighbour = [](const store::Neighbour& neighbour) { return to_string(neighbour.id); };
    return {
        {"customer_id", complaint.customer ? Json(to_string(*complaint.customer)) : Json(nullptr)},
        {"customer_prefers", text(dossier.overview.customer.prefers)},
        {"customer_before", list(dossier.before, neighbour)},
        {"customer_since", list(dossier.since, neighbour)},
        {"left_undone_why", text(dossier.ending ? dossier.ending->left_undone_why : "")},
        {"unanswered_since", instant(dossier.overview.unanswered_since)},
        {"earlier_resolutions", list(dossier.earlier, ending_json)},
        {"deadlines", list(dossier.deadlines,
                           [&](const auto& deadline) { return deadline_json(deadline, dossier, now); })},
        {"steps", steps_json(dossier.procedure)},
        {"promises", list(dossier.procedure.promises, promise_json)},
        {"offers", list(dossier.procedure.offers, [&](const auto& offer) { return offer_json(offer, now); })},
        {"actions", list(dossier.actions, action_json)},
        {"conversation", list(dossier.conversation, spoken_json)},
        {"merged", list(dossier.merged, id)},
        {"history", list(dossier.history, recorded_json)}};
}

// As the library writes it, but for sums, which have two decimals like those of the fields.
std::string written(const Json& json) {
    std::string text;
    const auto add = [&](const std::string& item) { text += (text.empty() ? "" : ",") + item; };
    if (json.is_object()) {
        for (const auto& [key, value] : json.items())
            add(render::json_string(key) + ":" + written(value));
        return "{" + text + "}";
    }
    if (json.is_array()) {
        for (const auto& value : json)
            add(written(value));
        return "[" + text + "]";
    }
    if (json.is_number_float()) return fmt::format("{:.2f}", json.get<double>());
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string complaint_json(const casework::Dossier& dossier, time::Instant now) {
    // The fields as every other output writes them, with their own number formats; the lists behind them.
    std::string object;
    for (const auto& field : exchange::fields())
        object += fmt::format("{}{}:{}", object.empty() ? "{" : ",", render::json_string(field.name),
                              render::json_value(field.value(dossier.overview)));
    const std::string rest = written(more_json(dossier, now));
    return object + "," + render::escape_controls(rest.substr(1));
}

} // namespace reklamaatio::view
