// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/working_day.hpp"

#include "time/display.hpp"

namespace reklamaatio::time {

namespace {

Seconds length_of(const Slots& slots) {
    Seconds length{0};
    for (const auto& slot : slots)
        length += slot.closes - slot.opens;
    return length;
}

class Average {
  public:
    void add(const Slots& slots) {
        if (slots.empty()) return;
        m_all += length_of(slots);
        ++m_open;
    }
    // Zero where none has hours.
    Seconds value() const { return m_open == 0 ? m_all : m_all / m_open; }

  private:
    Seconds m_all{0};
    int m_open = 0;
};

} // namespace

Seconds working_day(const Calendar& calendar) {
    const auto& rules = calendar.rules();
    if (rules.is_stand_in) return Seconds{0};
    Average usual, of_dates;
    for (const auto& slots : rules.hours)
        usual.add(slots);
    for (const auto& [date, slots] : rules.dates)
        of_dates.add(slots);
    return (usual.value() > Seconds{0} ? usual : of_dates).value();
}

std::string display_working_length(Seconds length, const Calendar& calendar) {
    return display_working_length(length, working_day(calendar));
}

} // namespace reklamaatio::time
