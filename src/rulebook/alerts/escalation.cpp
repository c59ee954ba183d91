// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/alerts/escalation.hpp"

#include "complaint/error.hpp"
#include "text/blank.hpp"
#include "text/plain.hpp"

#include <charconv>

#include <fmt/format.h>

namespace reklamaatio::rulebook {

namespace {

using From = EscalationPoint::From;

constexpr std::string_view k_due = "due";
constexpr std::string_view k_at_once = "at once";

std::optional<double> share_in(std::string_view text) {
    double share = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), share);
    const bool whole = fault == std::errc{} && end == text.data() + text.size();
    return whole && share > 0 && share < 1 ? std::optional(share) : std::nullopt;
}

} // namespace

EscalationPoint parse_escalation_point(std::string_view text) {
    const std::string plain = text::plain(text);
    const std::string_view point = plain;
    if (point == k_at_once || point == "0") return {From::start};
    if (const auto share = share_in(point)) return {From::share, *share};
    if (point == k_due) return {};
    if (point.starts_with(k_due)) {
        const auto rest = text::trimmed(point.substr(k_due.size()));
        if (rest.starts_with('+')) return {From::after_due, 0, time::parse_target(rest.substr(1))};
        if (rest.starts_with('-')) return {From::before_due, 0, time::parse_target(rest.substr(1))};
    }
    throw complaint::BadValue(
        fmt::format("'{}' is not a point of a deadline; write \"at once\", \"0.9\" of the "
                    "target, \"due - 4h\", \"due\" or \"due + 1bd\"",
                    text));
}

std::string to_string(const EscalationPoint& point) {
    if (point.from == From::start) return std::string(k_at_once);
    if (point.from == From::share) return fmt::format("{}", point.share);
    if (!point.by) return std::string(k_due);
    return fmt::format("due {} {}", point.from == From::after_due ? '+' : '-', time::to_string(*point.by));
}

} // namespace reklamaatio::rulebook
