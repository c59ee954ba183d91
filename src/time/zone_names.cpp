// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/zone_names.hpp"

#include <algorithm>
#include <array>

namespace reklamaatio::time {

namespace {

struct NamedZone {
    std::string_view name;
    std::chrono::hours offset;
};

constexpr std::array k_of_mail{
    NamedZone{"UT", std::chrono::hours{0}},   NamedZone{"GMT", std::chrono::hours{0}},
    NamedZone{"UTC", std::chrono::hours{0}},  NamedZone{"Z", std::chrono::hours{0}},
    NamedZone{"EST", std::chrono::hours{-5}}, NamedZone{"EDT", std::chrono::hours{-4}},
    NamedZone{"CST", std::chrono::hours{-6}}, NamedZone{"CDT", std::chrono::hours{-5}},
    NamedZone{"MST", std::chrono::hours{-7}}, NamedZone{"MDT", std::chrono::hours{-6}},
    NamedZone{"PST", std::chrono::hours{-8}}, NamedZone{"PDT", std::chrono::hours{-7}},
};

constexpr std::array k_european{
    NamedZone{"WET", std::chrono::hours{0}}, NamedZone{"WEST", std::chrono::hours{1}},
    NamedZone{"CET", std::chrono::hours{1}}, NamedZone{"CEST", std::chrono::hours{2}},
    NamedZone{"EET", std::chrono::hours{2}}, NamedZone{"EEST", std::chrono::hours{3}},
};

// British or Bangladeshi, Indian or Irish or Israeli, Atlantic or Arabian, and those that have been moved.
constexpr std::array<std::string_view, 12> k_unclear{"BST", "IST", "AST", "ADT", "MSK", "GST",
                                                     "SST", "ECT", "AMT", "TRT", "FET", "SAST"};

template <std::size_t n>
std::optional<std::chrono::minutes> offset_in(const std::array<NamedZone, n>& zones, std::string_view name) {
    const auto zone = std::ranges::find(zones, name, &NamedZone::name);
    return zone == zones.end() ? std::nullopt : std::optional<std::chrono::minutes>(zone->offset);
}

} // namespace

std::optional<std::chrono::minutes> offset_in_mail(std::string_view name) {
    return offset_in(k_of_mail, name);
}

std::optional<std::chrono::minutes> offset_named(std::string_view name) {
    const auto offset = offset_in(k_of_mail, name);
    return offset ? offset : offset_in(k_european, name);
}

bool is_unclear_zone(std::string_view name) {
    return std::ranges::find(k_unclear, name) != k_unclear.end();
}

} // namespace reklamaatio::time
