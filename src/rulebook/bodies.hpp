// SPDX-License-Identifier: GPL-3.0-or-later
// The outside bodies that a customer can take a complaint to.
#pragma once

#include "complaint/word.hpp"
#include "rulebook/legal_term.hpp"
#include "time/calendar.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::rulebook {

enum class BodyKind {
    board,     // that recommends or decides in disputes: of consumers, of a trade
    authority, // that watches over the firm
    court,
    lawyer // of the customer, or a debt collector
};

constexpr auto vocabulary(BodyKind) {
    return complaint::Words<4>{"a kind of body", {"board", "authority", "court", "lawyer"}};
}

struct Body {
    std::string key; // how commands name it: "kkv"
    std::string name;
    std::optional<BodyKind> kind;
    std::string email;
    std::string address{};        // in one line
    std::optional<Term> answer{}; // how long it usually gives us to answer
};

// When the term of a body that got a complaint then is over: at the end of its last day, counted by that calendar. Nothing
// for one without a term.
std::optional<time::Instant> answer_term_end(const Body& body, time::Instant since,
                                             const time::Calendar& calendar);

// Null when there is none of that key.
const Body* body_named(std::span<const Body> bodies, std::string_view key);

// The key of which is meant by a key, a whole name or an e-mail address, in whatever case. A policy that names no bodies
// leaves the names to those who use them. Throws BadValue, with a suggestion.
std::string known_body(std::span<const Body> bodies, const std::string& name);

} // namespace reklamaatio::rulebook
