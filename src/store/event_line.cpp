// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/event_line.hpp"

#include "complaint/event.hpp"
#include "store/digest.hpp"
#include "store/error.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>

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
    if (auto bytes = from_hex(digits); bytes && !bytes->empty() && hex(*bytes) == digits)
        return *std::move(bytes);
    throw BadValue(fmt::format("'{}' is not a run of bytes in hexadecimal digits", digits));
}

time::Instant instant_in(const Json& json) {
    const auto at = time::from_iso(json.get<std::string>());
    if (!at)
        throw BadValue(
            fmt::format("'{}' is not a time such as 2026-11-20T10:00:00Z", json.get<std::string>()));
    return *at;
}

// JSON's own reader makes a number of a fraction, and of true, as well.
std::int64_t number_in(const Json& json) {
    if (!json.is_number_integer() || (json.is_number_unsigned() && json.get<std::uint64_t>() > INT64_MAX))
        throw BadValue(fmt::format("{} is not a whole number", dump(json)));
    return json.get<std::int64_t>();
}

std::optional<std::int64_t> number_or_none(const Json& json) {
    return json.is_null() ? std::nullopt : std::optional(number_in(json));
}

std::int64_t undone_in(const Json& json) {
    const auto number = number_or_none(json);
    if (number == 0) throw BadValue("there is no change 0 to be undone");
    return number.value_or(0);
}

// The rest is under the seal of the event.
std::string policy_in(const Json& json, const std::string& kind) {
    if (json.is_null()) return "";
    if (kind != complaint::word(complaint::EventKind::policy_applied))
        throw BadValue("the event applies no policy, and has the text of one");
    return json.get<std::string>();
}

StoredEvent event_in(const Json& line) {
    StoredEvent event;
    auto& sealed = event.sealed;
    sealed.number = number_in(line.at("event"));
    sealed.change = {number_in(line.at("change")), instant_in(line.at("recorded_at")),
                     line.at("actor").get<std::string>(), line.at("command").get<std::string>(),
                     undone_in(line.at("undoes"))};
    sealed.kind = line.at("kind").get<std::string>();
    sealed.complaint = number_or_none(line.at("complaint"));
    sealed.customer = number_or_none(line.at("customer"));
    sealed.action = number_or_none(line.at("action"));
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

// Nothing that an event has not, and nothing twice, of which only one would count.
Json parsed(const std::string& text) {
    constexpr std::array<std::string_view, 18> k_members{
        "event",    "change",    "recorded_at", "actor",  "command",     "undoes",
        "kind",     "complaint", "customer",    "action", "happened_at", "changes",
        "personal", "salt",      "digest",      "hash",   "policy",      "seal"};
    std::set<std::string> seen;
    return Json::parse(text, [&](int depth, Json::parse_event_t what, const Json& json) {
        if (what != Json::parse_event_t::key || depth != 1) return true;
        const auto& name = json.get_ref<const std::string&>();
        if (std::ranges::find(k_members, name) == k_members.end()) throw NoEvent();
        if (!seen.insert(name).second) throw BadValue(fmt::format("{} is told twice", name));
        return true;
    });
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
        const Json line = parsed(text);
        auto event = event_in(line);
        auto policy = policy_in(line.at("policy"), event.sealed.kind);
        return {std::move(event), std::move(policy)};
    } catch (const Json::exception&) {
        throw NoEvent();
    }
}

} // namespace reklamaatio::store
