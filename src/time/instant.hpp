// SPDX-License-Identifier: GPL-3.0-or-later
// The words for time: points in UTC, dates and wall-clock times without a zone.
#pragma once

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace reklamaatio::time {

using Seconds = std::chrono::seconds;

// A point in time, UTC, whole seconds.
using Instant = std::chrono::sys_seconds;

// What a clock on the wall shows somewhere; only a Zone turns it into an Instant.
using LocalTime = std::chrono::local_seconds;

// A day on a wall calendar somewhere.
using Date = std::chrono::local_days;

// A half-open stretch of time: from belongs to it, until does not.
struct Interval {
    Instant from;
    Instant until;
    friend bool operator==(const Interval&, const Interval&) = default;
};

// Text or a rule about time that cannot hold. The message is a clause that names the value and the way out,
// such as "'1/5/2026' can be read two ways; write 2026-05-01 or 1.5.2026".
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// A search that found nothing within its bounds: a calendar without hours enough.
class OutOfReach : public Error {
  public:
    using Error::Error;
};

// The years that this program works with; what lies outside is a slip, or what others write for none.
inline constexpr std::chrono::year k_first_year{1970};
inline constexpr std::chrono::year k_last_year{2199};
// Throws Error, which names `text`, for a date outside.
void check_year(Date date, std::string_view text);

// "2026-11-21T12:05:00Z". Years 0000 to 9999.
std::string to_iso(Instant instant);

// "2026-11-21"
std::string to_iso(Date date);

// Exactly what to_iso(Instant) writes, nothing else.
std::optional<Instant> from_iso(std::string_view text);

// Exactly "YYYY-MM-DD", and a day that exists.
std::optional<Date> date_from_iso(std::string_view text);

// The days since 1970-01-01 rounded down: the date part of a wall-clock time.
inline Date date_of(LocalTime local) {
    return std::chrono::floor<std::chrono::days>(local);
}

} // namespace reklamaatio::time
