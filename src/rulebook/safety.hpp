// SPDX-License-Identifier: GPL-3.0-or-later
// What a firm does where people are in danger: by when an authority is told, and what its register of such complaints says.
#pragma once

#include "complaint/complaint.hpp"
#include "rulebook/retention.hpp"
#include "time/target.hpp"

#include <optional>
#include <string>

namespace reklamaatio::rulebook {

// Article 9(13) of Regulation (EU) 2023/988: what is personal in the register is kept for no longer than five years after it
// was written down.
inline constexpr Age k_longest_register{5, AgeUnit::years};

struct Safety {
    std::optional<time::Target> authority{}; // from when the danger is known; nothing: nobody has to be told
    Age keep = k_longest_register;           // in the register; at most that
    std::string lot = "lot";                 // the firm's own field that says of which lot a product is
};

// Whether anybody was hurt or could be.
constexpr bool is_dangerous(complaint::Harm harm) {
    return harm != complaint::Harm::none;
}

} // namespace reklamaatio::rulebook
