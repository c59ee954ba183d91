// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/policies.hpp"

#include "policy/policy.hpp"
#include "store/absences.hpp"
#include "store/digest.hpp"
#include "store/error.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

constexpr const char* k_newest_version = "SELECT coalesce(max(version), 0) FROM policy WHERE undone = 0";
constexpr const char* k_highest_version = "SELECT coalesce(max(version), 0) FROM policy";
constexpr const char* k_mark_undone = "UPDATE policy SET undone = :undone WHERE version = :version";
constexpr const char* k_from_version = R"(
SELECT p.version, p.change_id, c.recorded_at, p.hash, p.toml, p.undone
FROM policy AS p JOIN change AS c ON c.id = p.change_id
WHERE p.version >= :version AND (p.undone = 0 OR :undone_too) ORDER BY p.version)";
constexpr const char* k_insert =
    "INSERT INTO policy (version, change_id, hash, toml) VALUES (:version, :change_id, :hash, :toml)";

PolicyText text_from(const Query& row) {
    return {row.small_integer(0), row.integer(1), row.instant(2),
            row.text(3),          row.text(4),    row.integer(5) != 0};
}

[[noreturn]] void throw_without_policy(const Database& database) {
    throw StoreError(ErrorKind::damaged, fmt::format("{} has no policy; restore a backup", database.path()));
}

std::int64_t newest_version(Database& database) {
    auto query = database.query(k_newest_version);
    query.next();
    if (query.integer(0) == 0) throw_without_policy(database);
    return query.integer(0);
}

// It was judged to be good before it was stored.
rulebook::Policy policy_in(const PolicyText& text) {
    try {
        return policy::read(text.toml, fmt::format("policy {}", text.version));
    } catch (const policy::PolicyError& fault) {
        throw StoreError(ErrorKind::damaged, fmt::format("policy {} of the database cannot be read: {}",
                                                         text.version, fault.what()));
    }
}

} // namespace

void PolicyBook::read_from(std::int64_t first_version) {
    std::vector<rulebook::PolicyVersion> versions;
    auto query = m_database.query(k_from_version);
    query.bind(":version", first_version).bind(":undone_too", std::int64_t{0});
    while (query.next()) {
        const PolicyText text = text_from(query);
        if (const auto* known = known_version(text.version)) {
            versions.push_back(*known);
            continue;
        }
        auto parsed = std::make_shared<rulebook::Policy>(policy_in(text));
        versions.push_back({text.version, text.change, text.applied_at, std::move(parsed)});
    }
    if (versions.empty()) throw_without_policy(m_database); // its change is not in the log
    take_absences(versions.back());
    m_versions = std::move(versions);
    m_complete = first_version <= 1;
}

// A version never changes, but who is away may have changed since it was read.
void PolicyBook::take_absences(rulebook::PolicyVersion& version) {
    auto told = absences(m_database);
    if (version.policy->absences == told) return;
    auto policy = std::make_shared<rulebook::Policy>(*version.policy);
    policy->absences = std::move(told);
    version.policy = std::move(policy);
}

const rulebook::PolicyVersion* PolicyBook::known_version(int version) const {
    for (const auto* versions : {&m_versions, &m_known}) {
        const auto found = std::ranges::find(*versions, version, &rulebook::PolicyVersion::version);
        if (found != versions->end()) return &*found;
    }
    return nullptr;
}

const rulebook::PolicyVersion& PolicyBook::current() {
    if (m_versions.empty()) read_from(newest_version(m_database));
    return m_versions.back();
}

std::span<const rulebook::PolicyVersion> PolicyBook::since(std::int64_t change) {
    current();
    if (m_versions.front().change >= change && !m_complete) read_from(1);
    // The last one that is older than the change was in force at it; the very first has nothing before it.
    auto first = std::ranges::lower_bound(m_versions, change, {}, &rulebook::PolicyVersion::change);
    if (first != m_versions.begin()) --first;
    return {first, m_versions.end()};
}

PolicyText PolicyBook::current_text() {
    auto query = m_database.query(k_from_version);
    query.bind(":version", newest_version(m_database)).bind(":undone_too", std::int64_t{0});
    if (!query.next()) throw_without_policy(m_database);
    return text_from(query);
}

std::string PolicyBook::hash_of(const std::string& toml) {
    return hex(digest(toml));
}

int PolicyBook::next_version() {
    auto newest = m_database.query(k_highest_version);
    newest.next();
    return newest.small_integer(0) + 1;
}

void PolicyBook::add(int version, std::int64_t change, time::Instant applied_at, const std::string& toml,
                     const rulebook::Policy& policy) {
    auto query = m_database.query(k_insert);
    query.bind(":version", std::int64_t{version}).bind(":change_id", change);
    query.bind(":hash", hash_of(toml)).bind(":toml", toml).run();
    if (m_versions.empty()) m_complete = version == 1;
    m_versions.push_back({version, change, applied_at, std::make_shared<rulebook::Policy>(policy)});
}

void PolicyBook::follow(const complaint::Undone& undone) {
    for (const auto& text : texts()) {
        const bool is_undone = undone.contains(text.change);
        if (text.undone == is_undone) continue;
        auto query = m_database.query(k_mark_undone);
        query.bind(":version", std::int64_t{text.version}).bind(":undone", std::int64_t{is_undone}).run();
    }
    forget();
}

void PolicyBook::forget() {
    m_versions.clear();
    m_complete = false;
}

std::vector<PolicyText> PolicyBook::texts() {
    std::vector<PolicyText> found;
    auto query = m_database.query(k_from_version);
    query.bind(":version", std::int64_t{1}).bind(":undone_too", std::int64_t{1});
    while (query.next())
        found.push_back(text_from(query));
    return found;
}

} // namespace reklamaatio::store
