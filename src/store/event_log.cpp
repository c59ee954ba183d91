// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/event_log.hpp"

#include "complaint/error.hpp"
#include "complaint/refusal.hpp"
#include "policy/policy.hpp"
#include "store/changes.hpp"
#include "store/digest.hpp"
#include "store/projection.hpp"
#include "store/sealed.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace reklamaatio::store {

namespace {

using complaint::BadValue;
using Json = nlohmann::ordered_json;

// Whatever else there is in an event stands in `changes` and `personal`, whose text is hashed as it is.
constexpr std::string_view k_applied = "policy_applied";

constexpr const char* k_founding =
    "SELECT max(id), (SELECT count(*) FROM complaint), (SELECT count(*) FROM customer) "
    "FROM change";
constexpr const char* k_empty = "DELETE FROM policy; DELETE FROM event; DELETE FROM change";

Json or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}
Json or_null(const std::optional<std::int64_t>& number) {
    return number ? Json(*number) : Json(nullptr);
}

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string line_of(const StoredEvent& event, const std::string& toml) {
    const auto& sealed = event.sealed;
    const Json line{{"event", sealed.number},
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
                    {"changes", Json::parse(sealed.changes)},
                    {"personal", event.personal.empty() ? Json(nullptr) : Json::parse(event.personal)},
                    {"salt", or_null(hex(event.salt))},
                    {"digest", or_null(hex(sealed.digest))},
                    {"hash", hex(event.hash)},
                    {"policy", or_null(toml)}};
    return dump(line);
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
    return event;
}

void check_seal(const StoredEvent& event, const std::string& previous) {
    if (!holds_hash(event, previous))
        throw BadValue(
            fmt::format("event {}, or one before it, is not as it was logged", event.sealed.number));
    if (!holds_personal(event))
        throw BadValue(
            fmt::format("what a person said in event {} is not as it was logged", event.sealed.number));
}

// The version that an event puts in force, with its text.
void restore_policy(PolicyBook& policies, const StoredEvent& event, const Json& line) {
    const auto changes = Json::parse(event.sealed.changes);
    const auto toml = line.at("policy").is_null() ? "" : line.at("policy").get<std::string>();
    const auto version = static_cast<int>(changes.at(complaint::k_policy_version).at(1).get<std::int64_t>());
    if (PolicyBook::hash_of(toml) != changes.at(complaint::k_policy_hash).at(1).get<std::string>())
        throw BadValue(fmt::format("the text of policy {} is not the one that was applied", version));
    policies.add(version, event.sealed.change.number, event.sealed.change.recorded_at, toml,
                 policy::read(toml, fmt::format("policy {}", version)));
}

} // namespace

void write_event_log(Database& database, PolicyBook& policies,
                     const std::function<void(const std::string&)>& take) {
    std::map<std::int64_t, std::string> texts;
    for (const auto& policy : policies.texts())
        texts[policy.change] = policy.toml;
    auto row = database.query(k_stored_events);
    while (row.next()) {
        const auto event = stored_event_from(row);
        take(line_of(event, event.sealed.kind == k_applied ? texts[event.sealed.change.number] : ""));
    }
}

Restoration::Restoration(Database& database, PolicyBook& policies)
    : m_database(database), m_policies(policies) {
    const bool is_empty = [&] {
        auto query = database.query(k_founding);
        query.next();
        return query.integer(0) <= k_first_change && query.integer(1) == 0 && query.integer(2) == 0;
    }();
    if (!is_empty) complaint::refuse<complaint::Reason::database_in_use>(database.path());
    database.execute(k_empty);
    policies.forget();
}

void Restoration::take(const std::string& text) {
    try {
        const Json line = Json::parse(text);
        const StoredEvent event = event_in(line);
        if (event.sealed.number != m_events + 1)
            throw BadValue(
                fmt::format("event {} is missing; {} is in its place", m_events + 1, event.sealed.number));
        check_seal(event, m_previous);
        if (event.sealed.change.number != m_change) put_stored_change(m_database, event.sealed.change);
        put_stored_event(m_database, event);
        if (event.sealed.kind == k_applied) restore_policy(m_policies, event, line);
        m_change = event.sealed.change.number;
        m_previous = event.hash;
        ++m_events;
    } catch (const Json::exception&) {
        throw NoEvent();
    } catch (const policy::PolicyError& fault) {
        throw BadValue(fault.what());
    }
}

void Restoration::finish() {
    if (m_events == 0) throw BadValue("there is no event in it");
    restore_state(m_database, m_policies);
}

} // namespace reklamaatio::store
