// SPDX-License-Identifier: GPL-3.0-or-later
// What is said on standard error.
#pragma once

#include "host/environment.hpp"
#include "render/format.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::cli {

// The lines of a sentence: at a terminal broken at blanks, elsewhere one. One with a command to be copied
// stays on one line everywhere.
std::vector<std::string> message_lines(std::string_view sentence, const host::Environment& environment);

// A sentence that is no fault, on one line: "reklamaatio: ...", or for a program that reads objects
// {"message":"..."}. Foreign text in it never steers a terminal.
std::string notice_line(const std::string& sentence, render::Format format);

} // namespace reklamaatio::cli
