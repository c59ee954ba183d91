// SPDX-License-Identifier: GPL-3.0-or-later
// Closed vocabularies: an enumeration and its words, one table each.
#pragma once

#include "text/fold.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace reklamaatio::complaint {

enum class Kind { praise, remark, complaint, claim };
enum class Priority { low, normal, high, urgent };
enum class Harm { none, safety, injury };
// What laws tell apart.
enum class CustomerType { consumer, business, authority };
// new_: logged, nobody works on it. waiting: for the customer. closed: followed up, or no follow-up owed.
// void_: entered by mistake, or merged into another.
enum class Status { new_, open, waiting, resolved, closed, void_ };
// What we decided.
enum class Outcome { upheld, partly, rejected, withdrawn };
// Whether the customer accepted it: another fact.
enum class Settled { yes, no, unknown };
// Whether the customer stayed.
enum class Retained { yes, no };
// Whether somebody was there when we asked how it went.
enum class Reached { yes, no };
// The steps of handling, in this order.
enum class Step { empathise, understand, apologise, fix, compensate };
// response: received to the first answer by a human. reply: a customer's message to our answer, from the
// oldest unanswered one. update: keeping the customer informed, from our last message. resolution: received
// to resolved. promise: each its own. followup: resolved to followed up. answer: the customer's, whom we wait for.
// task: what staff owe each other, each its own. appeal: our answer to an outside body, or the second look of our own, each
// its own. authority: a danger to people, until an authority was told.
enum class Clock {
    response,
    reply,
    update,
    resolution,
    promise,
    followup,
    answer,
    task,
    legal,
    appeal,
    authority
};
// What it counts as when the law's term passes without a decision.
enum class Silence { nothing, accepted, undisputed, refused };
// A message from the customer, to the customer, or among ourselves.
enum class Direction { in, out, note };

// The words of an enumeration in its order, and what one of them is called in a message ("a kind"). Each
// enumeration has a function vocabulary() beside it that gives them.
template <std::size_t N>
struct Words {
    std::string_view noun;
    std::array<std::string_view, N> words;
};

template <typename E>
struct Vocabulary {
    static constexpr std::string_view k_noun = vocabulary(E{}).noun;
    static constexpr auto k_words = vocabulary(E{}).words;
};

constexpr auto vocabulary(Kind) {
    return Words<4>{"a kind", {"praise", "remark", "complaint", "claim"}};
}
constexpr auto vocabulary(Priority) {
    return Words<4>{"a priority", {"low", "normal", "high", "urgent"}};
}
constexpr auto vocabulary(CustomerType) {
    return Words<3>{"a type of customer", {"consumer", "business", "authority"}};
}
constexpr auto vocabulary(Harm) {
    return Words<3>{"a harm", {"none", "safety", "injury"}};
}
constexpr auto vocabulary(Status) {
    return Words<6>{"a status", {"new", "open", "waiting", "resolved", "closed", "void"}};
}
constexpr auto vocabulary(Outcome) {
    return Words<4>{"an outcome", {"upheld", "partly", "rejected", "withdrawn"}};
}
constexpr auto vocabulary(Settled) {
    return Words<3>{"a word for settled", {"yes", "no", "unknown"}};
}
constexpr auto vocabulary(Retained) {
    return Words<2>{"a word for retained", {"yes", "no"}};
}
constexpr auto vocabulary(Reached) {
    return Words<2>{"a word for reached", {"yes", "no"}};
}
constexpr auto vocabulary(Step) {
    return Words<5>{"a step", {"empathise", "understand", "apologise", "fix", "compensate"}};
}
constexpr auto vocabulary(Clock) {
    return Words<11>{"a clock",
                     {"response", "reply", "update", "resolution", "promise", "followup", "answer", "task",
                      "legal", "appeal", "authority"}};
}
constexpr auto vocabulary(Silence) {
    return Words<4>{"what silence counts as", {"nothing", "accepted", "undisputed", "refused"}};
}
constexpr auto vocabulary(Direction) {
    return Words<3>{"a direction", {"in", "out", "note"}};
}

template <typename E>
constexpr std::string_view word(E value) {
    return Vocabulary<E>::k_words[static_cast<std::size_t>(value)];
}

// Whether we owe it, and not the customer.
constexpr bool is_ours(Clock clock) {
    return clock != Clock::answer;
}

// Whether it counts in reports on our service: what the customer owes us, and what staff owe each other, does not.
constexpr bool is_reported(Clock clock) {
    return is_ours(clock) && clock != Clock::task;
}

// Whether only some firms have it, by what their policy says: of these no complaint lacks a target.
constexpr bool is_of_some(Clock clock) {
    return clock == Clock::legal || clock == Clock::appeal || clock == Clock::authority;
}

// Whether we owe it to the customer, and not to a body or an authority.
constexpr bool is_owed_to_customer(Clock clock) {
    return is_reported(clock) && clock != Clock::appeal && clock != Clock::authority;
}

// Whether a service level has a target for it: each promise has its own day, and the law its terms.
constexpr bool is_of_service_level(Clock clock) {
    return is_owed_to_customer(clock) && clock != Clock::promise && clock != Clock::legal;
}

// Whether the end of the complaint leaves it as it is: what staff owe each other, what the law requires told, and what a body
// or an authority waits for.
constexpr bool outlives_resolution(Clock clock) {
    return clock == Clock::task || clock == Clock::legal || clock == Clock::appeal
           || clock == Clock::authority;
}

// All of an enumeration, in its order.
template <typename E>
constexpr auto values() {
    std::array<E, Vocabulary<E>::k_words.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<E>(i);
    return all;
}

// Exactly one of the words.
template <typename E>
std::optional<E> find_word(std::string_view text) {
    for (const E value : values<E>())
        if (word(value) == text) return value;
    return std::nullopt;
}

// "'clam' is not a kind (praise, remark, complaint, claim); did you mean 'claim'?"
std::string unknown_word(std::string_view text, std::string_view noun,
                         std::span<const std::string_view> words);

[[noreturn]] void refuse_word(std::string_view text, std::string_view noun,
                              std::span<const std::string_view> words);

// The word in any case. Throws BadValue with a suggestion.
template <typename E>
E parse_word(std::string_view text) {
    if (const auto found = find_word<E>(text::lower(text))) return *found;
    refuse_word(text, Vocabulary<E>::k_noun, Vocabulary<E>::k_words);
}

// What can make a customer whole again; a policy may add to it.
inline constexpr std::array<std::string_view, 10> k_remedies{"refund",    "replacement", "repair", "discount",
                                                             "credit",    "upgrade",     "gift",   "apology",
                                                             "listening", "none"};
inline constexpr std::string_view k_no_remedy = "none";

// Whether each deadline of it is of something that somebody made, and is due when they said.
constexpr bool is_due_as_said(Clock clock) {
    return clock == Clock::promise || clock == Clock::task || clock == Clock::appeal;
}

// "P2", "T1", "A1": what people call a promise, a task or an appeal; of every other clock nothing.
inline std::string called(Clock clock, std::int64_t ordinal) {
    if (!is_due_as_said(clock)) return "";
    const char letter = clock == Clock::promise ? 'P' : clock == Clock::task ? 'T' : 'A';
    return letter + std::to_string(ordinal);
}

// "resolution", "promise P2": of several promises people want to know which.
inline std::string deadline_name(Clock clock, std::int64_t ordinal) {
    const auto name = called(clock, ordinal);
    return std::string(word(clock)) + (name.empty() ? "" : " " + name);
}

} // namespace reklamaatio::complaint
