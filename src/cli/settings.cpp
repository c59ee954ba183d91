// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/settings.hpp"

#include "casework/handler.hpp"
#include "cli/config.hpp"
#include "cli/help.hpp"
#include "complaint/word.hpp"
#include "host/folders.hpp"
#include "text/fold.hpp"
#include "text/visible.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const auto& row : render::k_formats)
        names.emplace_back(row.name);
    return names;
}

std::vector<std::string> csv_dialect_names() {
    std::vector<std::string> names;
    for (const auto& dialect : render::k_spreadsheet_dialects)
        names.emplace_back(dialect.name);
    return names;
}

constexpr std::array<std::string_view, 3> k_color_words{"auto", "always", "never"};

// What the environment and the configuration can give, too.
struct Source {
    std::string_view option; // its name without dashes; of what has no option, the key
    const char* variable;    // null: the environment cannot give it
    const char* key;         // in the configuration; likewise
    std::optional<std::string> GlobalOptions::*member;
    bool may_be_empty = false; // an empty variable says something, too
};

constexpr std::array k_sources{
    Source{"db", "REKLAMAATIO_DB", "db", &GlobalOptions::db},
    Source{"format", "REKLAMAATIO_FORMAT", "format", &GlobalOptions::format},
    Source{"color", "REKLAMAATIO_COLOR", "color", &GlobalOptions::color},
    Source{"width", "REKLAMAATIO_WIDTH", "width", &GlobalOptions::width},
    Source{"as", "REKLAMAATIO_AS", "as", &GlobalOptions::as},
    Source{"now", "REKLAMAATIO_NOW", nullptr, &GlobalOptions::now},
    Source{"config", "REKLAMAATIO_CONFIG", nullptr, &GlobalOptions::config},
    Source{"pager", "REKLAMAATIO_PAGER", "pager", &GlobalOptions::pager, true},
    Source{"seal-key", nullptr, "seal_key", &GlobalOptions::seal_key},
    Source{"channel", nullptr, "channel", &GlobalOptions::channel},
    Source{"answered", nullptr, "answered", &GlobalOptions::answered},
};

void take_environment(GlobalOptions& options, const host::Environment& environment) {
    for (const auto& source : k_sources) {
        if (source.variable == nullptr) continue;
        const auto given = environment.variables.find(source.variable);
        if (given == environment.variables.end() || (given->second.empty() && !source.may_be_empty)) continue;
        if ((options.*source.member).has_value()) continue;
        options.*source.member = given->second;
        options.origins[source.option] = {source.variable};
    }
}

void take_configuration(GlobalOptions& options, const host::Environment& environment) {
    if (options.no_config) return;
    const bool asked = options.config.has_value();
    const std::string path = options.config.value_or(host::default_config_path(environment));
    std::vector<std::string_view> keys;
    for (const auto& source : k_sources)
        if (source.key != nullptr) keys.emplace_back(source.key);
    const auto values = read_config(path, keys, asked);
    for (const auto& source : k_sources) {
        if (source.key == nullptr || (options.*source.member).has_value()) continue;
        const auto found = values.find(source.key);
        if (found == values.end()) continue;
        const auto& [text, place] = found->second;
        options.*source.member = text;
        options.origins[source.option] = {
            fmt::format("{}:{}:{}: {}", path, place.line, place.column, source.key),
            host::ExitStatus::bad_configuration};
    }
}

// An option where nothing else gave the value.
Origin origin_of(const GlobalOptions& options, std::string_view option) {
    const auto found = options.origins.find(option);
    return found == options.origins.end() ? Origin{fmt::format("--{}", option)} : found->second;
}

render::Format format_of(const GlobalOptions& options, std::string_view default_format) {
    if (const auto format = render::format_named(options.format.value_or(std::string(default_format))))
        return *format;
    const auto names = format_names();
    const std::vector<std::string_view> known(names.begin(), names.end());
    refuse(origin_of(options, "format"), complaint::unknown_word(*options.format, "a format", known));
}

// https://no-color.org and https://bixense.com/clicolors
bool wants_colour(const GlobalOptions& options, const host::Environment& environment) {
    const std::string when = options.color.value_or("auto");
    if (when == "always") return true;
    if (when == "never") return false;
    if (when != "auto")
        refuse(origin_of(options, "color"), complaint::unknown_word(when, "a colour mode", k_color_words));
    if (!environment.variable("NO_COLOR").empty()) return false;
    const std::string force = environment.variable("CLICOLOR_FORCE");
    if (!force.empty() && force != "0") return true;
    return environment.out_is_terminal && environment.variable("TERM") != "dumb" && !options.output;
}

std::optional<int> number(const std::string& text) {
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

// What somebody said; nothing where nobody did.
std::optional<int> told_width(const GlobalOptions& options) {
    if (!options.width) return std::nullopt;
    const auto width = number(*options.width);
    if (!width || (*width != 0 && *width < 20))
        refuse(
            origin_of(options, "width"),
            fmt::format("'{}' is not a width; write 20 or more columns, or 0 for no limit", *options.width));
    return width;
}

// A pipe has no width: its lines are whole.
int width_of(const GlobalOptions& options, const host::Environment& environment) {
    if (const auto told = told_width(options)) return *told;
    if (!environment.out_is_terminal || options.output) return 0;
    if (const auto columns = number(environment.variable("COLUMNS")); columns && *columns >= 20)
        return *columns;
    return environment.terminal_width >= 20 ? environment.terminal_width : 80;
}

// By the first of these variables that is set, as locale(7) has it. Where none is set, as in cron, nobody has said that
// something cannot be shown.
render::Signs signs_of(const host::Environment& environment) {
    for (const auto* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const auto locale = text::lower(environment.variable(name));
        if (locale.empty()) continue;
        const bool is_utf8 = locale.find("utf-8") != locale.npos || locale.find("utf8") != locale.npos;
        return is_utf8 ? render::Signs::unicode : render::Signs::ascii;
    }
    return render::Signs::unicode;
}

// By the first of these variables that is set: fi_FI.UTF-8 is Finnish, and what is neither Finnish nor Polish is told in the
// words that hold for all.
complaint::Language language_of(const host::Environment& environment) {
    for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const auto& locale = environment.variable(name);
        if (locale.empty()) continue;
        const auto language = std::string_view(locale).substr(0, locale.find_first_of("_.@"));
        if (language == "fi") return complaint::Language::fi;
        return language == "pl" ? complaint::Language::pl : complaint::Language::en;
    }
    return complaint::Language::en;
}

// As git chooses it: what is ours goes before what is everybody's.
std::string pager_of(const GlobalOptions& options, const host::Environment& environment) {
    if (options.no_pager || !environment.out_is_terminal || options.output) return "";
    if (environment.variable("TERM") == "dumb") return "";
    if (options.pager) return *options.pager;
    const auto usual = environment.variables.find("PAGER");
    return usual != environment.variables.end() ? usual->second : "less -FRX";
}

// Where the shell has sent it; to write a file in its place would leave what was sent there out.
constexpr std::array<std::string_view, 4> k_standard_output{"-", "/dev/stdout", "/dev/fd/1",
                                                            "/proc/self/fd/1"};

std::string actor_of(const GlobalOptions& options, const host::Environment& environment) {
    if (!options.as) {
        auto user = environment.user();
        return user.empty() ? "unknown" : user;
    }
    if (casework::is_name(*options.as)) return *options.as;
    refuse(origin_of(options, "as"), fmt::format("'{}' is not a name; write one", *options.as));
}

void take_usual_channels(const GlobalOptions& options, const host::Environment& environment,
                         Settings& settings) {
    if (!environment.in_is_terminal) return;
    settings.channel = options.channel.value_or("");
    if (options.answered && !options.answered->empty())
        settings.answered = Options::parts_of(*options.answered);
}

} // namespace

void refuse(const Origin& origin, std::string_view why) {
    throw host::Failure(origin.status, text::spelt_out(fmt::format("{}: {}", origin.name, why)));
}

void GlobalOptions::declare(Options& options) {
    options.text("--db", "FILE", db, "the database file");
    options.recognise([](const std::string& word) { return word.ends_with(".db"); });
    options.choice("--format", "FORMAT", format_names(), "a format", format, "how to print");
    options.shorthand("--json", "json", format, "the same as --format json");
    options.shorthand("--csv", "csv", format, "the same as --format csv");
    options.shorthand("--tsv", "tsv", format, "the same as --format tsv");
    options.choice("--csv-dialect", "DIALECT", csv_dialect_names(), "a dialect of CSV", csv_dialect,
                   "CSV as a spreadsheet program opens it, also for import");
    options.text(
        "--output", "FILE", output,
        "write to FILE instead; it is replaced once everything has been written; - is standard output");
    options.text("--columns", "LIST", columns, "columns to show, comma-separated; --columns help lists them");
    options.flag("--no-header", no_header, "leave out the header line");
    options.choice("--color", "WHEN", {k_color_words.begin(), k_color_words.end()}, "a colour mode", color,
                   "colour on a terminal");
    options.flag("--no-pager", no_pager, "long text on a terminal does not go through a pager");
    options.text("--width", "COLUMNS", width, "fit text into this many columns; 0 means no limit");
    options.text("--config", "FILE", config, "the configuration file");
    options.flag("--no-config", no_config, "ignore the configuration file");
    options.flag("--quiet", quiet, "no confirmations and no progress");
    options.flag("--verbose", verbose, "say more about what is done");
    options.text("--as", "WHO", as, "the person doing this, instead of the logged-in user");
    options.text("--now", "TIME", now, "pretend that it is TIME");
    options.text("--seal-key", "FILE", seal_key,
                 "the key by which changes are sealed; see TRUST in reklamaatio(1)");
    options.flag("--help", help, "show help");
    options.flag("--version", version, "show the version");
}

Settings effective_settings(GlobalOptions options, const host::Environment& environment,
                            std::string_view default_format) {
    if (options.output && std::ranges::find(k_standard_output, *options.output) != k_standard_output.end())
        options.output.reset();
    take_environment(options, environment);
    take_configuration(options, environment);
    Settings settings;
    if (options.db && options.db->empty())
        refuse(origin_of(options, "db"), "the value is empty; name the file of the database");
    settings.names_db = options.db.has_value();
    settings.db = options.db.value_or(host::default_database_path(environment));
    settings.config = options.config.value_or(host::default_config_path(environment));
    settings.format = format_of(options, default_format);
    if (options.csv_dialect) settings.csv = *render::csv_dialect_named(*options.csv_dialect);
    settings.output = options.output;
    if (options.columns) settings.columns = Options::parts_of(*options.columns);
    settings.header = !options.no_header;
    settings.colour = wants_colour(options, environment);
    settings.width = width_of(options, environment);
    settings.told_width = told_width(options).value_or(0);
    settings.language = language_of(environment);
    settings.pager = pager_of(options, environment);
    settings.near_times = environment.out_is_terminal && !options.output;
    settings.signs = signs_of(environment);
    settings.quiet = options.quiet;
    settings.verbose = options.verbose;
    settings.actor = actor_of(options, environment);
    settings.now = options.now;
    settings.now_origin = origin_of(options, "now");
    settings.seal_key = options.seal_key.value_or("");
    settings.seal_key_origin = origin_of(options, "seal-key");
    take_usual_channels(options, environment, settings);
    return settings;
}

std::optional<host::Pager> pager_for(const Settings& settings, const host::Environment& environment) {
    if (render::shape_of(settings.format) != render::Shape::page) return std::nullopt;
    return host::Pager(environment, settings.pager);
}

int help_width(const Settings& settings) {
    return settings.width == 0 ? k_help_width : std::min(settings.width, k_help_width);
}

Settings settings_for_help(GlobalOptions options, const host::Environment& environment) {
    take_environment(options, environment);
    Settings settings;
    // What is wrong is told by the commands that need more of it.
    const auto pass_over_faults = [](const auto& read) {
        try {
            read();
        } catch (const host::Failure&) {
        }
    };
    pass_over_faults([&] { take_configuration(options, environment); });
    pass_over_faults([&] { settings.width = width_of(options, environment); });
    settings.pager = pager_of(options, environment);
    return settings;
}

} // namespace reklamaatio::cli
