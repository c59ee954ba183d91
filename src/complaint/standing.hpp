// SPDX-License-Identifier: GPL-3.0-or-later
// What stands: what no undoing has taken back that stands itself.
#pragma once

#include "complaint/event.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace reklamaatio::complaint {

// The changes that do not stand. An undoing is younger than what it takes back, so that from the last to the
// first each is known to stand or not.
class Undone {
  public:
    // The change with the one that it takes back (0: none); not before all that are younger.
    void take(std::int64_t change, std::int64_t undoes);

    bool contains(std::int64_t change) const { return m_by.contains(change); }
    // The undoing of a change that does not stand.
    std::int64_t by(std::int64_t change) const { return m_by.at(change); }

  private:
    std::map<std::int64_t, std::int64_t> m_by;
};

// Of the events of one complaint, customer or action, those that stand: neither undone nor themselves an
// undoing. In their order. None when the first, which brought it into being, does not stand: then it is not
// there, and an alert that was delivered and so is never undone tells of nothing.
std::vector<Event> standing(std::vector<Event> events);

// What all its events, in order, made of a complaint, customer or action; nothing when it is not there.
template <typename Owner, typename Number>
std::optional<Owner> replayed(Number id, const std::vector<Event>& events) {
    if (standing(events).empty()) return std::nullopt;
    Owner owner;
    owner.id = id;
    for (const auto& event : events)
        apply(owner, event);
    return owner;
}

} // namespace reklamaatio::complaint
