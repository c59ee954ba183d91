// SPDX-License-Identifier: GPL-3.0-or-later
// What ended a command badly, as people and as programs are told it.
#pragma once

#include "host/exit_status.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::cli {

struct Fault {
    host::ExitStatus status = host::ExitStatus::bug;
    std::string message;               // sentences without their full stop, a line each
    std::string_view code;             // what kind of fault it is: a word of error_codes()
    std::vector<std::string> ids{};    // those concerned: R-7, C-3, A-1
    std::vector<std::string> fields{}; // those concerned, as exports call them
};

// Of the exception that is being handled.
Fault current_fault();

// Every code that a fault may have, sorted, each once. Scripts go by them: none is ever renamed or taken away.
std::vector<std::string_view> error_codes();

// Of a row of a file that does not fit, and of what may have been meant otherwise.
inline constexpr std::string_view k_row_not_valid = "row_not_valid";
inline constexpr std::string_view k_doubtful = "doubtful";
// Nothing was stored then, unless something was before.
inline constexpr std::string_view k_out_of_memory = "out_of_memory";

} // namespace reklamaatio::cli
