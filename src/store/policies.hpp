// SPDX-License-Identifier: GPL-3.0-or-later
// The policies that were put in force, each a version.
#pragma once

#include "complaint/standing.hpp"
#include "rulebook/policy.hpp"
#include "store/database.hpp"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace reklamaatio::store {

struct PolicyText {
    int version = 0;
    std::int64_t change = 0;
    time::Instant applied_at;
    std::string hash; // of the text, hexadecimal
    std::string toml;
    bool undone = false; // in force no more
};

// The policy in force, and those before it as far as they are asked for. Reading one costs a parse, so that
// each is read once.
class PolicyBook {
  public:
    explicit PolicyBook(Database& database) : m_database(database) {}

    // With what staff told of their absences.
    const rulebook::PolicyVersion& current();
    // All that were in force at the change and later, ascending. Valid until the next call or add().
    std::span<const rulebook::PolicyVersion> since(std::int64_t change);

    PolicyText current_text();
    // BLAKE2b of a policy's text, in hexadecimal, as `b2sum -l 256` prints it.
    static std::string hash_of(const std::string& toml);
    int next_version();
    // Stores a text that policy::read has judged to be good, under that change.
    void add(int version, std::int64_t change, time::Instant applied_at, const std::string& toml,
             const rulebook::Policy& policy);

    // In force are the versions whose changes stand.
    void follow(const complaint::Undone& undone);

    // After the policies were changed behind its back.
    void forget();

    // What another book of the same database has read need not be parsed again: a version never changes.
    void take_from(const PolicyBook& other) { m_known = other.m_versions; }

    // All texts, undone ones too, in order of version.
    std::vector<PolicyText> texts();

  private:
    void read_from(std::int64_t first_version);
    void take_absences(rulebook::PolicyVersion& version);
    // Null when nobody has read it yet.
    const rulebook::PolicyVersion* known_version(int version) const;

    Database& m_database;
    std::vector<rulebook::PolicyVersion> m_versions; // a run up to the newest
    std::vector<rulebook::PolicyVersion> m_known;    // read by others
    bool m_complete = false;
};

} // namespace reklamaatio::store
