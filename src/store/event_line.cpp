// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/event_line.hpp"

#include "store/digest.hpp"
#include "store/error.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace reklamaatio::store {

namespace {

using complaint::BadValue;
using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}
Json or_null(const std::optional<std::int64_t>& number) {
    return number ? Json(*number) : Json(nullptr);
}

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// What an event says, which is part of a row that anybody may have written.
Json said_in(const StoredEvent& event, const std::string& text) {
    try {
        return Json::parse(text);
    } catch (const Json::exception& fault) {
        throw StoreError(ErrorKind::damaged, fmt::format("event {} of the log cannot be read: {}",
                                                         event.sealed.number, fault.what()));
    }
}

std::string bytes_in(const Json& json) {
    if (json.is_null()) return "";
    const auto& digits = json.get_ref<const std::string&>();
    if (auto bytes = from_hex(digits)) return *std::move(bytes);
    throw BadValue(fmt::format("'{}' is not a run of bytes in hexadecimal digits", digits));
}

time::Instant instant_in(const Json& json) {
    const auto at = time::from_iso(json.get<std::string>());
    if (!at)
        throw BadValue(
            fmt::format("'{}' is not a time such as 2026-11-20T10:00:00Z", json.get<std::string>()));
    return *at;
}

std::optional<std::int64_t> number_in(const Json& json) {
    return json.is_null() ? std::nullopt : std::optional(json.get<std::int64_t>());
}

StoredEvent event_in(const Json& line) {
    StoredEvent event;
    auto& sealed = event.sealed;
    sealed.number = line.at("event").get<std::int64_t>();
    sealed.change = {line.at("change").get<std::int64_t>(), instant_in(line.at("recorded_at")),
                     line.at("actor").get<std::string>(), line.at("command").get<std::string>(),
                     number_in(line.at("undoes")).value_or(0)};
    sealed.kind = line.at("kind").get<std::string>();
    sealed.complaint = number_in(line.at("complaint"));
    sealed.customer = number_in(line.at("customer"));
    sealed.action = number_in(line.at("action"));
    sealed.happened_at = instant_in(line.at("happened_at")).time_since_epoch().count();
    sealed.changes = dump(line.at("changes"));
    sealed.digest = bytes_in(line.at("digest"));
    if (!line.at("personal").is_null()) event.personal = dump(line.at("personal"));
    event.salt = bytes_in(line.at("salt"));
    event.hash = bytes_in(line.at("hash"));
    if (const auto seal = line.find("seal"); seal != line.end())
        event.seal = bytes_in(*seal); // logs of old have none
    return event;
}

} // namespace

std::string text_of(const EventLine& line) {
    const auto& event = line.event;
    const auto& sealed = event.sealed;
    const Json json{{"event", sealed.number},
                    {"change", sealed.change.number},
                    {"recorded_at", time::to_iso(sealed.change.recorded_at)},
                    {"actor", sealed.change.actor},
                    {"command", sealed.change.command},
                    {"undoes", sealed.change.undoes == 0 ? Json(nullptr) : Json(sealed.change.undoes)},
                    {"kind", sealed.kind},
                    {"complaint", or_null(sealed.complaint)},
                    {"customer", or_null(sealed.customer)},
                    {"action", or_null(sealed.action)},
                    {"happened_at", time::to_iso(time::Instant{time::Seconds{sealed.happened_at}})},
                    {"changes", said_in(event, sealed.changes)},
                    {"personal", event.personal.empty() ? Json(nullptr) : said_in(event, event.personal)},
                    {"salt", or_null(hex(event.salt))},
                    {"digest", or_null(hex(sealed.digest))},
                    {"hash", hex(event.hash)},
                    {"policy", or_null(line.policy)},
                    {"seal", or_null(hex(event.seal))}};
    return dump(json);
}

EventLine event_line_in(const std::string& text) {
    try {
        const Json line = Json::parse(text);
        const auto& policy = line.at("policy");
        return {event_in(line), policy.is_null() ? "" : policy.get<std::string>()};
    } catch (const Json::exception&) {
        throw NoEvent();
    }
}

} // namespace reklamaatio::store
