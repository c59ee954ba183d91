// SPDX-License-Identifier: GPL-3.0-or-later
// How a row of a table of fields is made from a member; for the files of this room that hold such tables.
#pragma once

#include "complaint/field.hpp"
#include "complaint/given_due.hpp"
#include "complaint/tags.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace reklamaatio::complaint::field_row {

// Reading and writing one member as a Value; an overload for each C++ type that members have.
inline Value read(const std::string& member) {
    return member.empty() ? Value{} : Value{member};
}
inline Value read(std::int64_t member) {
    return member;
}
inline Value read(time::Instant member) {
    return member.time_since_epoch().count();
}
inline Value read(time::Seconds member) {
    return member.count();
}
inline Value read(Id member) {
    return member.number;
}
inline Value read(CustomerId member) {
    return member.number;
}
inline Value read(const std::vector<std::string>& member) {
    return read(joined_tags(member));
}
inline Value read(const OwnTexts& member) {
    return member.empty() ? Value{} : Value{member};
}
inline Value read(const GivenDue& member) {
    return value_of(member);
}
template <typename E>
requires std::is_enum_v<E> Value read(E member) {
    return std::string(word(member));
}
template <typename T>
Value read(const std::optional<T>& member) {
    return member ? read(*member) : Value{};
}

inline std::int64_t number(const Value& value) {
    const auto* found = std::get_if<std::int64_t>(&value);
    return found != nullptr ? *found : 0;
}

inline std::string_view letters(const Value& value) {
    const auto* found = std::get_if<std::string>(&value);
    return found != nullptr ? std::string_view(*found) : std::string_view();
}

inline void write(std::string& member, const Value& value) {
    member = letters(value);
}
inline void write(std::int64_t& member, const Value& value) {
    member = number(value);
}
inline void write(time::Instant& member, const Value& value) {
    member = time::Instant{time::Seconds{number(value)}};
}
inline void write(time::Seconds& member, const Value& value) {
    member = time::Seconds{number(value)};
}
inline void write(Id& member, const Value& value) {
    member = Id{number(value)};
}
inline void write(CustomerId& member, const Value& value) {
    member = CustomerId{number(value)};
}
inline void write(std::vector<std::string>& member, const Value& value) {
    member = split_tags(letters(value));
}
inline void write(OwnTexts& member, const Value& value) {
    if (const auto* changes = std::get_if<OwnTexts>(&value))
        set_texts(member, *changes);
    else
        member.clear();
}
inline void write(GivenDue& member, const Value& value) {
    member = given_due_from(value);
}
template <typename E>
requires std::is_enum_v<E>
void write(E& member, const Value& value) {
    member = parse_word<E>(letters(value));
}
template <typename T>
void write(std::optional<T>& member, const Value& value) {
    if (std::holds_alternative<std::monostate>(value)) {
        member.reset();
        return;
    }
    member.emplace();
    write(*member, value);
}

// The words of a member's vocabulary; none for a member that has no closed one.
template <typename T>
constexpr std::span<const std::string_view> words_of(const T*) {
    if constexpr (std::is_enum_v<T>)
        return Vocabulary<T>::k_words;
    else
        return {};
}
template <typename T>
constexpr std::span<const std::string_view> words_of(const std::optional<T>*) {
    return words_of(static_cast<const T*>(nullptr));
}

template <typename Owner, auto Member>
constexpr Field<Owner> field(std::string_view name, FieldType type, bool personal = false,
                             Public known_as = {}, Uses uses = {}) {
    using Type = std::remove_cvref_t<decltype(std::declval<Owner>().*Member)>;
    return {name,
            type,
            personal,
            [](const Field<Owner>&, const Owner& owner) { return read(owner.*Member); },
            [](const Field<Owner>&, Owner& owner, const Value& value) { write(owner.*Member, value); },
            [](const Field<Owner>&, const Owner& a, const Owner& b) { return a.*Member == b.*Member; },
            words_of(static_cast<const Type*>(nullptr)),
            known_as,
            uses};
}

} // namespace reklamaatio::complaint::field_row
