// SPDX-License-Identifier: GPL-3.0-or-later
// What is said on standard error.
#pragma once

#include "host/environment.hpp"
#include "render/format.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::cli {

// The lines of a sentence: broken at blanks into that width, but a command in it, which is there to be copied, stays on
// one line where it fits. 0: no width, one line.
std::vector<std::string> sentence_lines(std::string_view sentence, int width);

// The same on standard error: at a terminal in its width, elsewhere one line.
std::vector<std::string> message_lines(std::string_view sentence, const host::Environment& environment);

// A sentence that is no fault: "reklamaatio: ...", or for a program that reads objects {"message":"..."} on one line.
// Foreign text in it never steers a terminal.
std::vector<std::string> notice_lines(const std::string& sentence, render::Format format,
                                      const host::Environment& environment);
void print_notice(const std::string& sentence, render::Format format, const host::Environment& environment);

} // namespace reklamaatio::cli
