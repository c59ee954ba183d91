// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help_page.hpp"

#include "cli/help.hpp"
#include "cli/settings.hpp"
#include "host/output.hpp"

#include <algorithm>
#include <string_view>

namespace reklamaatio::cli {

namespace {

bool has_word(const std::vector<std::string>& arguments, std::string_view word) {
    const auto end = std::ranges::find(arguments, "--");
    return std::find(arguments.begin(), end, word) != end;
}

// Of the global options, what concerns the help.
GlobalOptions options_for_help(const std::vector<std::string>& arguments) {
    GlobalOptions globals;
    globals.no_pager = has_word(arguments, "--no-pager");
    if (const auto width = std::ranges::find(arguments, "--width"); arguments.end() - width > 1)
        globals.width = *std::next(width);
    return globals;
}

} // namespace

bool asks_for_help(const std::vector<std::string>& arguments) {
    return has_word(arguments, "--help") || has_word(arguments, "-h");
}

void show_page(const host::Environment& environment,
               const std::function<void(std::ostream& out, int width)>& print) {
    const auto settings = settings_for_help(options_for_help(environment.arguments), environment);
    host::Output output(environment.out, std::nullopt, false, pager_for(settings, environment));
    print(output.stream(), help_width(settings));
    output.finish();
}

void show_front(const host::Environment& environment, bool version) {
    show_page(environment, [version](std::ostream& out, int width) {
        if (version)
            show_version(out);
        else
            show_front_page(out, width);
    });
}

} // namespace reklamaatio::cli
