// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml/faults.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::toml {

std::vector<std::string> Faults::lines(std::string_view file, std::string_view before) const {
    std::vector<Fault> faults = m_faults;
    std::ranges::stable_sort(faults, {}, &Fault::place);
    std::vector<std::string> lines;
    lines.reserve(faults.size());
    for (const auto& [place, message] : faults)
        lines.push_back(fmt::format("{}:{}:{}: {}{}", file, place.line, place.column, before, message));
    return lines;
}

} // namespace reklamaatio::toml
