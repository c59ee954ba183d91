// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/message_lines.hpp"

#include "render/record.hpp"
#include "text/visible.hpp"
#include "text/wrap.hpp"

namespace reklamaatio::cli {

namespace {

// A terminal that says less does not know.
constexpr int k_least_width = 20;
// As a command begins; a message begins with the name and a colon.
constexpr std::string_view k_command = "reklamaatio ";

} // namespace

std::vector<std::string> message_lines(std::string_view sentence, const host::Environment& environment) {
    const bool is_wide = !environment.err_is_terminal || environment.terminal_width < k_least_width
                         || sentence.find(k_command) != std::string_view::npos;
    if (is_wide) return {std::string(sentence)};
    return text::wrapped(sentence, environment.terminal_width);
}

std::string notice_line(const std::string& sentence, render::Format format) {
    if (render::shape_of(format) == render::Shape::objects)
        return render::json_text({{"message", render::Value{sentence}}});
    return "reklamaatio: " + text::spelt_out(sentence);
}

} // namespace reklamaatio::cli
