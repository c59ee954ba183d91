// SPDX-License-Identifier: GPL-3.0-or-later
// What was understood, but is not allowed as things stand: a move that the status forbids, a time before the
// complaint. A refusal says what is so, and never in which words a person reads it or what they would have to
// type instead: the sentences stand in view/words/refusal_sentences.hpp.
#pragma once

#include "complaint/reason.hpp"
#include "complaint/word.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace reklamaatio::complaint {

// A thing that a refusal tells, by the name that it has in the row of the reason. Numbers, times and words of
// vocabularies are told as they stand in the record, times in the zone of the occasion. Several texts are a
// list; none is a fact that is not known.
struct Fact {
    std::string_view name;
    std::vector<std::string> texts;
};

// what() is for logs and tests, and is the same in every language:
// "before_receipt: complaint R-7; at 2026-01-12 08:00".
class Refusal : public std::runtime_error {
  public:
    // The texts of each fact of the reason, in the order of its row; refuse() is the way to throw one.
    Refusal(Reason reason, std::vector<std::vector<std::string>> texts);

    Reason reason() const { return m_reason; }
    const std::vector<Fact>& facts() const { return m_facts; }
    const Fact& fact(std::string_view name) const; // that the row of the reason has
    // The same as if that one were not known: where what it leads to cannot be done.
    Refusal without(std::string_view name) const;

  private:
    Refusal(std::vector<Fact> facts, Reason reason);

    Reason m_reason;
    std::vector<Fact> m_facts;
};

template <typename T>
std::vector<std::string> texts_of(const T& fact) {
    if constexpr (std::is_same_v<T, std::vector<std::string>>)
        return fact;
    else if constexpr (std::is_convertible_v<const T&, std::string_view>)
        return {std::string(std::string_view(fact))};
    else if constexpr (std::is_enum_v<T>)
        return {std::string(word(fact))};
    else if constexpr (std::is_arithmetic_v<T>)
        return {std::to_string(fact)};
    else
        return {to_string(fact)};
}

template <typename T>
std::vector<std::string> texts_of(const std::optional<T>& fact) {
    return fact ? texts_of(*fact) : std::vector<std::string>{};
}

// Throws Refusal. Facts are texts, lists of texts, numbers, ids and words of vocabularies.
template <Reason reason, typename... Facts>
[[noreturn]] void refuse(const Facts&... facts) {
    static_assert(sizeof...(facts) == row_of(reason).fact_count(), "a refusal gives each fact of its reason");
    throw Refusal(reason, std::vector<std::vector<std::string>>{texts_of(facts)...});
}

// The ids that its facts name, each once: "R-7", "C-3", "A-1".
std::vector<std::string> ids_in(const Refusal& refusal);

} // namespace reklamaatio::complaint
