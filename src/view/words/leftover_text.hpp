// SPDX-License-Identifier: GPL-3.0-or-later
// What stands open at the end of a complaint, in words, and how a person gets it out of the way.
#pragma once

#include "complaint/leftover.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::view {

// "open promises (P4; P5); an open offer (5, credit); the steps understand, fix left to do". `offers`: those of
// the complaint, for their remedies.
std::string leftover_text(const std::vector<complaint::Leftover>& left,
                          std::span<const complaint::Offer> offers);
// Of Complaint::left_undone.
std::string leftover_text(std::string_view left_undone, std::span<const complaint::Offer> offers);

// "an open promise (P1): use promise R-7 P1 --kept, --broken or --withdrawn": with the way out of each.
std::string ways_out_text(const std::vector<complaint::Leftover>& left,
                          std::span<const complaint::Offer> offers, const std::string& complaint);

} // namespace reklamaatio::view
