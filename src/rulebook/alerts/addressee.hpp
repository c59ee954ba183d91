// SPDX-License-Identifier: GPL-3.0-or-later
// Whose an alert is, and whether somebody heard of it before.
#pragma once

#include "rulebook/alerts/alert.hpp"

#include <span>
#include <string>
#include <vector>

namespace reklamaatio::rulebook {

// Who gets alerts that nobody is named for.
inline constexpr std::string_view k_nobody = "nobody";

struct Addressee {
    std::string key;   // of a person, or a name that the policy does not know; k_nobody
    std::string name;  // empty: not known
    std::string email; // empty: none
    friend bool operator==(const Addressee&, const Addressee&) = default;
};

// The person that it is meant for, else the lead of the team, else the owner of the process: the first who
// has an e-mail address and is not away on that date (of the organisation's wall calendar). With all of them
// away, the first who has an address; with no address at all, the first who is named.
Addressee addressee_of(const Policy& policy, const Alert& alert, time::Date date);

struct AddressedAlert {
    Alert alert;
    Addressee to;
    std::vector<complaint::AlertRecord> before{}; // the levels before it, for which it stands
};

// One for each recipient and deadline: the level that came last stands for those before it. The most urgent
// first: in order of due_at.
std::vector<AddressedAlert> addressed(const Policy& policy, std::vector<Alert> alerts, time::Date date);

// What is acknowledged with them: the highest level of each deadline, whoever it was meant for.
std::vector<complaint::AlertRecord> to_acknowledge(std::span<const complaint::AlertRecord> alerts);

// What was done about an alert.
struct AlertHistory {
    const complaint::AlertRecord* sent = nullptr; // the last time; lives in what was given
    const complaint::AlertRecord* acknowledged = nullptr;
    bool is_news() const { return sent == nullptr && acknowledged == nullptr; }
};

// From the records of its complaint (of all complaints for a surge). Sent is what this recipient, or another
// one in the same role, was sent of this due time, at this level or a later one. Acknowledged is what
// somebody acknowledged since it was raised, at this level or a later one.
AlertHistory history_of(const AddressedAlert& alert, std::span<const complaint::AlertRecord> records);

// Of an alert that is news: since when there has been something to tell, at this level or at one before it.
time::Instant untold_since(const AddressedAlert& alert, std::span<const complaint::AlertRecord> records);

} // namespace reklamaatio::rulebook
