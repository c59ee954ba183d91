// SPDX-License-Identifier: GPL-3.0-or-later
// Appeals in words.
#pragma once

#include "complaint/event.hpp"

#include <span>
#include <string>

namespace reklamaatio::view {

// Where the complaint stands after an event of an appeal, and what is left to do after a decision: "; it is open again, at
// stage 2, with pekka". Empty where nothing is.
std::string appeal_advice(const complaint::Complaint& before, const complaint::Complaint& after,
                          const complaint::Event& event);

// "kril still has it (appeal A1)": of what is ended while a body has it. Empty for none.
std::string appeals_on_text(std::span<const complaint::Appeal> appeals);

} // namespace reklamaatio::view
