// SPDX-License-Identifier: GPL-3.0-or-later
// How much a firm did in a period (orders, deliveries, visits): what its complaints are set against.
#pragma once

#include "time/instant.hpp"
#include "time/zone.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::complaint {

// The volume of which period: of the whole firm, or of what has that value in that field of a complaint.
struct VolumeOf {
    std::string period; // a day, week, month, quarter or year, as time::bucket_label writes it
    std::string field;  // empty: the whole
    std::string value;
    friend auto operator<=>(const VolumeOf&, const VolumeOf&) = default;
};

struct Volume {
    VolumeOf of;
    std::optional<std::int64_t> number; // nothing: it is not known any more
    friend bool operator==(const Volume&, const Volume&) = default;
};

// What a sale has beside the firm's own fields; a cause or a remedy only a complaint has.
inline constexpr std::array<std::string_view, 4> k_volume_fields{"product", "category", "channel", "team"};

// "2026-10", "2026-10 product=Sofa Aalto", as the log has it.
std::string text_of(const VolumeOf& of);
// The same read back; nothing for a text that is none.
std::optional<VolumeOf> volume_of_text(std::string_view text);

inline constexpr std::int64_t k_most_volume = 1'000'000'000'000;

// A whole number from 1 to k_most_volume; blanks may stand between its digits. Throws BadValue.
std::int64_t parse_volume(std::string_view text);

// The label of the one day, week, month, quarter or year that a text means; words such as last-month are those of
// time::parse_period. Throws BadValue.
std::string parse_volume_period(std::string_view text, time::Instant now, const time::Zone& zone);

} // namespace reklamaatio::complaint
