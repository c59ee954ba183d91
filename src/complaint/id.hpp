// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that things are known by.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace reklamaatio::complaint {

// A complaint's number: 1, 2, 3..., never reused; written R-124.
struct Id {
    std::int64_t number = 0;
    friend auto operator<=>(const Id&, const Id&) = default;
};

// A customer's number; written C-7.
struct CustomerId {
    std::int64_t number = 0;
    friend auto operator<=>(const CustomerId&, const CustomerId&) = default;
};

// The number of a preventive action; written A-3.
struct ActionId {
    std::int64_t number = 0;
    friend auto operator<=>(const ActionId&, const ActionId&) = default;
};

std::string to_string(Id id);
std::string to_string(CustomerId id);
std::string to_string(ActionId id);

// R-124, r-124, 124, #124. Throws BadValue.
Id parse_id(std::string_view text);

// 8-4-4-4-12 hexadecimal digits in lower case.
bool is_uuid(std::string_view text);
// Such a one of version 7, as a complaint gets here and keeps for life.
bool is_uid(std::string_view text);

// C-7, c-7. Throws BadValue.
CustomerId parse_customer_id(std::string_view text);

// A-3, a-3, 3. Throws BadValue.
ActionId parse_action_id(std::string_view text);

// Both ends belong to it.
struct IdRange {
    Id first;
    Id last;
    friend bool operator==(const IdRange&, const IdRange&) = default;
};

// "ref:X", "ref:shop/X", or "ref:/X" for X of no source: what an outside system calls a complaint. The text
// after "ref:", plain (text::plain).
struct OutsideReference {
    std::string text;
    friend bool operator==(const OutsideReference&, const OutsideReference&) = default;
};

using Reference = std::variant<Id, IdRange, OutsideReference>;

// Whether the text begins with ref:.
bool is_outside_reference(std::string_view text);
// Such a text, taken as a whole. Throws BadValue when nothing is behind ref:.
OutsideReference parse_outside_reference(std::string_view text);

// One argument as typed: any of the forms above, R-120..R-124, or several of them with commas. Throws
// BadValue.
std::vector<Reference> parse_references(std::string_view text);

} // namespace reklamaatio::complaint
