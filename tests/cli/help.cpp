// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.hpp"

#include "cli/settings.hpp"
#include "text/width.hpp"

#include <set>
#include <sstream>

#include <doctest/doctest.h>

namespace reklamaatio::cli::tests {
namespace {

Options options_of(const CommandRow& row, Command& command) {
    Options options;
    command.declare(options);
    CAPTURE(row.name);
    return options;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("a usage line has brackets around what may be left out and dots behind what may be repeated") {
    CommandRow row{};
    row.name = "merge";
    std::optional<std::string> one;
    std::vector<std::string> several;
    bool flag = false;
    Options options;
    CHECK(usage_line(row, options.rows()) == "reklamaatio merge");
    options.argument("ID", one, "which", true);
    options.arguments("OTHERS", several, "its duplicates");
    options.argument("WHY", one, "why");
    options.arguments("MORE", several, "more", false);
    CHECK(usage_line(row, options.rows()) == "reklamaatio merge ID OTHERS... [WHY] [MORE...]");
    options.flag("--force", flag, "all the same");
    CHECK(usage_line(row, options.rows()) == "reklamaatio merge [OPTIONS] ID OTHERS... [WHY] [MORE...]");
}

TEST_CASE("the help of a command names each option and argument and fits a terminal") {
    for (const auto* row : commands()) {
        CAPTURE(row->name);
        const auto command = row->make();
        const auto options = options_of(*row, *command);
        std::ostringstream out;
        show_help(out, *row, options.rows());
        const auto lines = lines_of(out.str());
        for (const auto& option : options.rows()) {
            CAPTURE(option.names);
            const std::string name = option.is_argument ? option.names : option.long_name();
            CHECK(std::ranges::any_of(lines, [&](const std::string& line) {
                const auto at = line.find(name);
                return line.starts_with("  ") && at != std::string::npos && at < 8;
            }));
        }
        for (const auto& line : lines)
            if (!line.starts_with("  reklamaatio") && !line.starts_with("Usage")) {
                CAPTURE(line);
                CHECK(text::width(line) <= 80);
            }
    }
}

TEST_CASE("the help of a command ends with one line about the options that all have") {
    for (const auto* row : commands()) {
        CAPTURE(row->name);
        const auto command = row->make();
        const auto options = options_of(*row, *command);
        std::ostringstream out;
        show_help(out, *row, options.rows());
        const auto lines = lines_of(out.str());
        CHECK(lines.back()
              == "Global options: --db, --format, --json, --csv, ...; see reklamaatio help options");
        CHECK(std::ranges::count_if(lines, [](const auto& line) { return line.starts_with("Global"); }) == 1);
    }
}

TEST_CASE("the options that all have are explained in one place") {
    GlobalOptions globals;
    Options options;
    globals.declare(options);
    std::ostringstream out;
    show_global_options(out);
    for (const auto& row : options.rows()) {
        CAPTURE(row.names);
        CHECK(out.str().find(row.long_name()) != std::string::npos);
    }
}

TEST_CASE("help fits narrow terminals but for what is there to be copied") {
    const auto check_width = [](const std::ostringstream& out, int width) {
        for (const auto& line : lines_of(out.str()))
            if (!line.starts_with("  reklamaatio") && !line.starts_with("Usage")) {
                CAPTURE(line);
                CHECK(text::width(line) <= width);
            }
    };
    for (const int width : {40, 60, 120}) {
        std::ostringstream front, global;
        show_front_page(front, width);
        check_width(front, width);
        show_global_options(global, width);
        check_width(global, width);
        for (const auto* row : commands()) {
            const auto command = row->make();
            const auto options = options_of(*row, *command);
            std::ostringstream out;
            show_help(out, *row, options.rows(), width);
            check_width(out, width);
        }
    }
}

TEST_CASE("the front page has each command once in the order of its group") {
    std::ostringstream out;
    show_front_page(out);
    std::vector<std::string_view> expected;
    for (const auto& group : groups())
        for (const auto* row : commands())
            if (row->group == group.group) expected.push_back(row->name);
    CHECK(expected.size() == commands().size());
    std::vector<std::string> listed;
    for (const auto& line : lines_of(out.str()))
        if (line.starts_with("  ")) listed.push_back(line.substr(2, line.find(' ', 2) - 2));
    CHECK(std::ranges::equal(listed, expected));
}

} // namespace reklamaatio::cli::tests
