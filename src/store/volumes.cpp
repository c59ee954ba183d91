// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/volumes.hpp"

#include "complaint/error.hpp"
#include "store/error.hpp"
#include "store/events.hpp"

#include <map>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

using complaint::Volume;
using complaint::VolumeOf;

constexpr const char* k_all = "SELECT period, field, value, volume FROM volume ORDER BY field, period, value";
// Labels of all kinds of periods begin with their year.
constexpr const char* k_of_field = R"(
SELECT period, field, value, volume FROM volume
WHERE field = :field AND period >= :first AND period < :after ORDER BY period, value)";
constexpr const char* k_number =
    "SELECT volume FROM volume WHERE field = :field AND period = :period AND value = :value";
constexpr const char* k_put =
    "INSERT OR REPLACE INTO volume (field, period, value, volume) VALUES (:field, :period, :value, :volume)";
constexpr const char* k_remove =
    "DELETE FROM volume WHERE field = :field AND period = :period AND value = :value";

Query about(Database& database, const char* sql, const VolumeOf& of) {
    auto query = database.query(sql);
    query.bind(":field", of.field).bind(":period", of.period).bind(":value", of.value);
    return query;
}

bool is_period(const std::string& label) {
    try {
        return complaint::parse_volume_period(label, time::Instant{}, time::Zone::utc()) == label;
    } catch (const complaint::BadValue&) {
        return false;
    }
}

Volume volume_from(const Query& row) {
    Volume volume{{row.text(0), row.text(1), row.text(2)}, row.integer(3)};
    if (is_period(volume.of.period)) return volume;
    throw StoreError(
        ErrorKind::damaged,
        fmt::format("the database holds the volume of '{}', which is no period; restore a backup",
                    volume.of.period));
}

void take_all(Query& query, const TakeVolume& take) {
    while (query.next())
        take(volume_from(query));
}

} // namespace

void read_volumes(Database& database, const TakeVolume& take) {
    auto query = database.query(k_all);
    take_all(query, take);
}

void read_volumes(Database& database, const std::string& field, int first_year, int last_year,
                  const TakeVolume& take) {
    auto query = database.query(k_of_field);
    query.bind(":field", field);
    query.bind(":first", fmt::format("{:04}", first_year))
        .bind(":after", fmt::format("{:04}", last_year + 1));
    take_all(query, take);
}

std::optional<std::int64_t> volume_of(Database& database, const VolumeOf& of) {
    auto query = about(database, k_number, of);
    return query.next() ? std::optional(query.integer(0)) : std::nullopt;
}

void put_volume(Database& database, const Volume& volume) {
    if (!volume.number) return about(database, k_remove, volume.of).run();
    about(database, k_put, volume.of).bind(":volume", *volume.number).run();
}

std::optional<VolumeOf> volume_told(const complaint::Event& event) {
    const auto* of = complaint::change_of(event.changes, complaint::k_volume_of);
    if (of == nullptr) return std::nullopt;
    // An undoing says which it was.
    for (const auto* value : {&of->after, &of->before})
        if (const auto* text = std::get_if<std::string>(value)) {
            if (const auto known = complaint::volume_of_text(*text)) return known;
            throw StoreError(ErrorKind::damaged, fmt::format("'{}' is the volume of nothing", *text));
        }
    return std::nullopt;
}

std::vector<Volume> replayed_volumes(Database& database) {
    std::map<VolumeOf, std::optional<std::int64_t>> told;
    for (const auto& event : events_of_firm(database)) {
        const auto of = volume_told(event);
        const auto* volume = complaint::change_of(event.changes, complaint::k_volume);
        if (!of || volume == nullptr) continue;
        const auto* number = std::get_if<std::int64_t>(&volume->after);
        told[*of] = number == nullptr ? std::nullopt : std::optional(*number);
    }
    std::vector<Volume> all;
    for (const auto& [of, number] : told)
        all.push_back({of, number});
    return all;
}

} // namespace reklamaatio::store
