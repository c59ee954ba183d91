// SPDX-License-Identifier: GPL-3.0-or-later
// Where "now" comes from. Nothing else in the program asks the system for the time.
#pragma once

#include "time/instant.hpp"

namespace reklamaatio::time {

class Clock {
  public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    // Milliseconds since 1970, for identifiers that sort by time.
    virtual std::chrono::milliseconds now_in_milliseconds() const { return now().time_since_epoch(); }
};

// Turned by hand.
class FixedClock final : public Clock {
  public:
    explicit FixedClock(Instant now) : m_now(now) {}
    Instant now() const override { return m_now; }

  private:
    Instant m_now;
};

// The machine's clock.
class SystemClock final : public Clock {
  public:
    Instant now() const override;
    std::chrono::milliseconds now_in_milliseconds() const override;
};

} // namespace reklamaatio::time
