// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/id.hpp"

#include "complaint/error.hpp"
#include "text/ascii.hpp"
#include "text/blank.hpp"
#include "text/plain.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

// Eighteen digits always fit in 64 bits.
constexpr std::size_t k_most_digits = 18;

constexpr std::string_view k_outside = "ref:";

std::optional<std::int64_t> positive_number(std::string_view text) {
    if (text.empty() || text.size() > k_most_digits) return std::nullopt;
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size() || number < 1) return std::nullopt;
    return number;
}

std::optional<std::int64_t> complaint_number(std::string_view typed) {
    const std::string plain = text::plain(typed);
    std::string_view text = plain;
    if (text.starts_with("R-") || text.starts_with("r-"))
        text.remove_prefix(2);
    else if (text.starts_with('#'))
        text.remove_prefix(1);
    return positive_number(text);
}

// As people type it in haste: also R9. What another system calls so is left to it.
std::optional<std::int64_t> typed_number(std::string_view typed) {
    const std::string plain = text::plain(typed);
    const bool is_hasty =
        plain.size() > 1 && text::to_lower(plain.front()) == 'r' && text::is_digit(plain[1]);
    return complaint_number(is_hasty ? plain.substr(1) : plain);
}

[[noreturn]] void refuse(std::string_view text) {
    throw BadValue(fmt::format("'{}' is not a complaint; write R-124, 124, R-120..R-124 or ref:X", text));
}

Reference parse_reference(std::string_view typed) {
    const auto text = text::trimmed(typed);
    if (is_outside_reference(text)) return parse_outside_reference(text);
    if (const auto dots = text.find(".."); dots != std::string_view::npos) {
        const auto first = typed_number(text.substr(0, dots));
        const auto last = typed_number(text.substr(dots + 2));
        if (!first || !last) refuse(text);
        const IdRange range{{*first}, {*last}};
        if (range.last < range.first) throw BadValue(fmt::format("'{}' ends before it begins", text));
        return range;
    }
    if (const auto number = typed_number(text)) return Id{*number};
    refuse(text);
}

} // namespace

std::string to_string(Id id) {
    return "R-" + std::to_string(id.number);
}
std::string to_string(CustomerId id) {
    return "C-" + std::to_string(id.number);
}

std::string to_string(ActionId id) {
    return fmt::format("A-{}", id.number);
}

Id parse_id(std::string_view text) {
    if (const auto number = complaint_number(text)) return {*number};
    refuse(text);
}

CustomerId parse_customer_id(std::string_view text) {
    const std::string plain = text::plain(text);
    if (plain.starts_with("C-") || plain.starts_with("c-"))
        if (const auto number = positive_number(std::string_view(plain).substr(2))) return {*number};
    throw BadValue(fmt::format("'{}' is not a customer's number; write C-7", text));
}

ActionId parse_action_id(std::string_view text) {
    const std::string plain = text::plain(text);
    const bool lettered = plain.starts_with("A-") || plain.starts_with("a-");
    if (const auto number = positive_number(std::string_view(plain).substr(lettered ? 2 : 0)))
        return {*number};
    throw BadValue(fmt::format("'{}' is not the number of an action; write A-3 or 3", text));
}

bool is_outside_reference(std::string_view text) {
    return text.starts_with(k_outside);
}

OutsideReference parse_outside_reference(std::string_view text) {
    text.remove_prefix(k_outside.size());
    if (text.empty()) throw BadValue("'ref:' names nothing; write ref:X, or ref:SOURCE/X");
    return OutsideReference{text::plain(text)};
}

std::vector<Reference> parse_references(std::string_view text) {
    std::vector<Reference> references;
    while (true) {
        const auto comma = text.find(',');
        references.push_back(parse_reference(text.substr(0, comma)));
        if (comma == std::string_view::npos) return references;
        text.remove_prefix(comma + 1);
    }
}

bool is_uuid(std::string_view text) {
    constexpr std::string_view k_form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    const auto fits = [](char c, char form) {
        return form == '-' ? c == '-' : text::is_digit(c) || (c >= 'a' && c <= 'f');
    };
    return std::ranges::equal(text, k_form, fits);
}

// RFC 9562: the version, and the variant behind it.
bool is_uid(std::string_view text) {
    constexpr std::size_t k_version = 14, k_variant = 19;
    constexpr std::string_view k_variants = "89ab";
    return is_uuid(text) && text[k_version] == '7'
           && k_variants.find(text[k_variant]) != std::string_view::npos;
}

} // namespace reklamaatio::complaint
