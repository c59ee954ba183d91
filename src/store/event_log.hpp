// SPDX-License-Identifier: GPL-3.0-or-later
// The whole log as lines of JSON, and a database made of them again: with conversations and history, with
// salts and hashes, so that its chain is that of old.
#pragma once

#include "store/changes.hpp"
#include "store/database.hpp"
#include "store/event_line.hpp"
#include "store/log_cursor.hpp"
#include "store/policies.hpp"

#include <cstdint>
#include <functional>
#include <set>
#include <string>

namespace reklamaatio::store {

// Calls `take` with one line, without its end, for each event behind `after`, in order. Gives the place of the last
// one; where there is none, `after`.
LogPlace write_event_log(Database& database, PolicyBook& policies,
                         const std::function<void(const std::string&)>& take, const LogPlace& after = {});

// Within one transaction; the state follows at the end.
class Restoration {
  public:
    // Takes away what the making of a database logs. Throws complaint::Refusal when there is more than that.
    Restoration(Database& database, PolicyBook& policies);

    // Throws complaint::BadValue for what is not the next event of an unbroken log; NoEvent for what is none.
    void take(const std::string& line);
    // Works out the state; call it once. Throws complaint::BadValue for a log that breaks off where it must
    // not.
    void finish();

    std::int64_t events() const { return m_events; }

  private:
    void check_owner(const complaint::Event& event);

    Database& m_database;
    PolicyBook& m_policies;
    std::int64_t m_events = 0;
    Change m_change;
    std::set<Touched> m_known; // what was told of so far
    std::string m_previous;    // hash
};

} // namespace reklamaatio::store
