// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of money in a policy file, which are in the organisation's currency.
#pragma once

#include "toml/reader.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace reklamaatio::policy {

// In cents. Not from 0 to `most`, or with parts of a cent: a fault, which says that it must be `demand`.
std::optional<std::int64_t> read_sum(toml::Reader& reader, std::string_view key, double most,
                                     std::string_view demand);

} // namespace reklamaatio::policy
