// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every command: flag before environment before configuration before what is built in.
#pragma once

#include "cli/options.hpp"
#include "complaint/own_field.hpp"
#include "host/environment.hpp"
#include "host/exit_status.hpp"
#include "host/pager.hpp"
#include "render/csv_dialect.hpp"
#include "render/format.hpp"
#include "render/style.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::cli {

// Where a value comes from, as a fault of it names it and ends: "--format" or "REKLAMAATIO_FORMAT", which is wrong usage, or
// "config.toml:3:10: format", which is a bad configuration.
struct Origin {
    std::string name;
    host::ExitStatus status = host::ExitStatus::usage;
};

// Throws Failure with the name of the origin in front.
[[noreturn]] void refuse(const Origin& origin, std::string_view why);

// As given, from wherever; each a text until effective_settings() reads it.
struct GlobalOptions {
    std::optional<std::string> db;
    std::optional<std::string> config;
    std::optional<std::string> format;
    std::optional<std::string> csv_dialect;
    std::optional<std::string> output;
    std::optional<std::string> columns;
    std::optional<std::string> pager; // not from an option
    std::optional<std::string> color;
    std::optional<std::string> width;
    std::optional<std::string> as;
    std::optional<std::string> now;
    std::optional<std::string> seal_key; // a file
    // Of the configuration alone.
    std::optional<std::string> channel;
    std::optional<std::string> answered;
    // Of what the environment or the configuration gave, by the name of the option without its dashes.
    std::map<std::string_view, Origin> origins;
    bool no_config = false;
    bool no_header = false;
    bool no_pager = false;
    bool quiet = false;
    bool verbose = false;
    bool help = false;
    bool version = false;

    void declare(Options& options);
};

struct Settings {
    std::string db;
    bool names_db = false; // by option, environment or configuration; else it is where it usually is
    std::string config;    // the file that was looked for
    render::Format format = render::Format::text;
    render::CsvDialect csv;
    std::optional<std::string> output; // a file instead of standard output
    std::vector<std::string> columns;  // empty: those of the command
    bool header = true;
    bool colour = false;
    int width = 0;      // of text tables; 0: no limit
    int told_width = 0; // of text that goes elsewhere than to our own output: what was said; 0: no limit
    complaint::Language language = complaint::Language::en; // of the headings of own fields in text
    bool near_times = false;                                // on a terminal
    render::Signs signs = render::Signs::unicode;
    std::string pager; // a command for the shell; empty: none, as where nobody looks
    bool quiet = false;
    bool verbose = false;
    std::string actor;
    std::optional<std::string> now; // read in the policy's zone
    Origin now_origin;
    std::string seal_key; // the file that has it; empty: none
    Origin seal_key_origin;
    // For whoever sits at a terminal, where nothing else is said: by which channel what is logged comes in, and by
    // which channels whoever logs a complaint is talking to the customer, so that it is answered. A script says what
    // it means.
    std::string channel;
    std::vector<std::string> answered;
};

// Throws UsageError for values that cannot be, Failure (bad_configuration) for the configuration file.
// `default_format` is the command's own.
Settings effective_settings(GlobalOptions options, const host::Environment& environment,
                            std::string_view default_format);

// Of text for people to read, at a terminal; data are for programs.
std::optional<host::Pager> pager_for(const Settings& settings, const host::Environment& environment);

// How wide the help is: as everybody reads it with ease, or less where the terminal has less.
int help_width(const Settings& settings);

// What help needs, passing over what is wrong: whoever looks for help is not to be held up by it.
Settings settings_for_help(GlobalOptions options, const host::Environment& environment);

} // namespace reklamaatio::cli
