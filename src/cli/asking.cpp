// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asking.hpp"

#include "cli/message_lines.hpp"
#include "text/blank.hpp"
#include "text/streams.hpp"
#include "text/visible.hpp"

namespace reklamaatio::cli {

void tell_person(const std::string& text, const host::Environment& environment) {
    for (const auto& line : message_lines(text::visible(text), environment))
        environment.err << line << '\n';
}

std::string read_line(const host::Environment& environment) {
    environment.in.clear();
    std::string line;
    if (!text::next_line(environment.in, line)) environment.err << '\n';
    return std::string(text::trimmed(line));
}

} // namespace reklamaatio::cli
