// SPDX-License-Identifier: GPL-3.0-or-later
// customer list.
#pragma once

#include "cli/session.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::cli {

// All of it must hold of a customer, or of somebody who was merged into them.
struct CustomerChoice {
    std::vector<std::string> parts; // of a name, an address or a number
    std::optional<std::string> name;
    std::optional<std::string> text;
    std::optional<std::int64_t> limit;
};

void list_customers(Session& session, CustomerChoice choice);

} // namespace reklamaatio::cli
