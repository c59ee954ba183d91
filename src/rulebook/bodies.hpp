// SPDX-License-Identifier: GPL-3.0-or-later
// The outside bodies that a customer can take a complaint to.
#pragma once

#include "complaint/word.hpp"

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
};

// The word that no body can be called by: it is kept for a second look of our own.
inline constexpr std::string_view k_review = "review";

// Null when there is none of that key.
const Body* body_named(std::span<const Body> bodies, std::string_view key);

// The key of which is meant by a key, a whole name or an e-mail address, in whatever case. A policy that names no bodies
// leaves the names to those who use them. Throws BadValue, with a suggestion.
std::string known_body(std::span<const Body> bodies, const std::string& name);

} // namespace reklamaatio::rulebook
