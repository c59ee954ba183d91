// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/complaint_json.hpp"

#include "exchange/field.hpp"
#include "render/writer.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace reklamaatio::cli {

namespace {

using Json = nlohmann::ordered_json;

Json instant(const std::optional<time::Instant>& at) {
    return at ? Json(time::to_iso(*at)) : Json(nullptr);
}
Json text(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}
Json minutes(const std::optional<time::Seconds>& length) {
    return length ? Json(length->count() / 60) : Json(nullptr);
}

Json deadline_json(const complaint::Deadline& deadline) {
    return {{"clock", complaint::word(deadline.clock)},
            {"number", deadline.ordinal},
            {"started_at", instant(deadline.started_at)},
            {"due_at", instant(deadline.due_at)},
            {"warn_at", instant(deadline.warn_at)},
            {"met_at", instant(deadline.met_at)},
            {"cancelled_at", instant(deadline.cancelled_at)},
            {"left_minutes", minutes(deadline.left)},
            {"taken_minutes", minutes(deadline.taken)},
            {"overrun_minutes", minutes(deadline.overrun)},
            {"target", text(deadline.target)},
            {"sla", text(deadline.sla)},
            {"calendar", text(deadline.calendar)},
            {"policy", deadline.policy}};
}

Json said_json(const store::Said& said) {
    return {
        {"happened_at", instant(said.happened_at)}, {"direction", complaint::word(said.message.direction)},
        {"channel", text(said.message.channel)},    {"by", said.actor},
        {"automatic", said.message.automatic},      {"text", text(said.message.text)}};
}

Json logged_json(const store::Logged& logged) {
    const auto& event = logged.event;
    return {{"event", event.number},
            {"change", event.change},
            {"recorded_at", instant(event.recorded_at)},
            {"happened_at", instant(event.happened_at)},
            {"actor", event.actor},
            {"command", logged.command},
            {"kind", complaint::word(event.kind)}};
}

template <typename T>
Json list(const std::vector<T>& items, Json (*convert)(const T&)) {
    Json array = Json::array();
    for (const auto& item : items)
        array.push_back(convert(item));
    return array;
}

} // namespace

std::string complaint_json(const Dossier& dossier) {
    // The fields as every other output writes them, with their own number formats; the lists behind them.
    std::string object;
    for (const auto& field : exchange::fields())
        object += fmt::format("{}{}:{}", object.empty() ? "{" : ",", render::json_string(field.name),
                              render::json_value(field.value(dossier.overview)));
    const auto& complaint = dossier.overview.complaint;
    const Json lists{{"waiting_since", instant(complaint.waiting_since)},
                     {"waiting_reason", text(complaint.waiting_reason)},
                     {"deadlines", list(dossier.deadlines, deadline_json)},
                     {"conversation", list(dossier.conversation, said_json)},
                     {"history", list(dossier.history, logged_json)}};
    const std::string rest = lists.dump(-1, ' ', false, Json::error_handler_t::replace);
    return object + "," + render::harmless_json(rest.substr(1));
}

} // namespace reklamaatio::cli
