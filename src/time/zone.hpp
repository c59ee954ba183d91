// SPDX-License-Identifier: GPL-3.0-or-later
// Time zones of the IANA database, read from the machine's zone files.
#pragma once

#include "time/instant.hpp"

#include <optional>
#include <string>
#include <string_view>

#include <absl/time/time.h>

namespace reklamaatio::time {

// What a wall-clock time turned out to be.
enum class LocalKind {
    unique,
    skipped, // a clock change jumped over it
    repeated // a clock change showed it twice
};

struct Resolved {
    LocalKind kind;
    // unique: the instant; skipped: the first instant after the gap; repeated: the first of the two.
    Instant instant;
};

class Zone {
  public:
    // Nothing when there is no zone of that name. "UTC" always exists.
    static std::optional<Zone> named(std::string_view name);
    static Zone utc();

    const std::string& name() const { return m_name; }

    LocalTime to_local(Instant instant) const;
    Resolved resolve(LocalTime local) const;

    // resolve(...).instant: the reading that calendars and imports use.
    Instant to_instant(LocalTime local) const { return resolve(local).instant; }

    // The first instant of that date here.
    Instant start_of(Date date) const { return to_instant(LocalTime{date}); }
    Date date_at(Instant instant) const { return date_of(to_local(instant)); }

    friend bool operator==(const Zone& a, const Zone& b) { return a.m_name == b.m_name; }

  private:
    Zone(std::string name, absl::TimeZone near, bool near_is_all);
    absl::TimeZone reading_at(Instant instant) const;

    std::string m_name;
    absl::TimeZone m_near;      // right until the end of tables
    bool m_near_is_all = false; // and for ever after
};

} // namespace reklamaatio::time
