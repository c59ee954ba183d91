// SPDX-License-Identifier: GPL-3.0-or-later
// CLI11 takes arguments apart here (--name=value, -xVALUE, joined flags, the mark --) and does no more. What it
// also offers in version 2.1 stays unused, because it would break a promise of ours: a configuration file beats
// the environment and may have unknown keys, a word may be given by its number, an unknown command is told "A
// subcommand is required", a subcommand's help lacks the global options, and faults end with statuses 100 to 114.
// The rows of options make the manual and the completions too, which the library could not.
#include "cli/parser.hpp"

#include "cli/other_words.hpp"
#include "cli/typed_line.hpp"
#include "complaint/error.hpp"
#include "exchange/field.hpp"
#include "text/blank.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"
#include "time/instant.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

constexpr std::string_view k_end_of_options = "--";
constexpr int k_any_number = 1 << 20;

// Where somebody finds out more: of the program alone there is no command to ask.
std::string where_to_look(const std::string& command) {
    return command == "reklamaatio" ? "see reklamaatio help"
                                    : fmt::format("see reklamaatio {} --help", command);
}

// Blanks alone say nothing.
std::string said_in(const std::string& value, const OptionRow& row) {
    const auto trimmed = text::trimmed(value);
    return row.is_prose && !trimmed.empty() ? value : std::string(trimmed);
}

// The field that an option stands for; none where it stands for something else.
std::vector<std::string> field_of(const OptionRow& row) {
    std::string name = row.long_name();
    name.erase(0, name.find_first_not_of('-'));
    std::ranges::replace(name, '-', '_');
    const bool is_field = !row.is_argument && exchange::field_named(name) != nullptr;
    return is_field ? std::vector{name} : std::vector<std::string>{};
}

// "; did you mean --period last-month?" of a word that has no place; empty where nothing is known of it.
std::string meant_option(std::span<const OptionRow> options, const std::string& word) {
    const auto row = std::ranges::find_if(
        options, [&](const OptionRow& each) { return each.may_mean != nullptr && each.may_mean(word); });
    return row == options.end() ? ""
                                : fmt::format("; did you mean {} {}?", row->long_name(), typed_word(word));
}

void point_from_other_words(const OptionRow& row, const std::string& word) {
    const auto found = std::ranges::find(row.other_words, word, [](const auto& each) { return each.first; });
    if (found != row.other_words.end())
        throw complaint::BadValue(
            fmt::format("'{}' is not known here; write reklamaatio {}", word, found->second));
}

// What the option's own reader says is wrong becomes a sentence that begins with the option.
void hand_over(const OptionRow& row, std::span<const OptionRow> options,
               const std::vector<std::string>& values) {
    const std::string name = row.is_argument ? row.names : row.long_name();
    // File names are bytes; everything else is stored and shown as text.
    const bool is_file = row.value == "FILE" || row.names == "FILE";
    for (const auto& value : values)
        if (!is_file && text::invalid_utf8_at(value))
            throw host::UsageError(fmt::format("{}: the text is not UTF-8", name));
    try {
        for (const auto& value : values) {
            point_from_other_words(row, value);
            row.take(is_file ? value : said_in(value, row));
        }
    } catch (const complaint::BadValue& fault) {
        const auto meant = row.is_argument ? meant_option(options, values.back()) : "";
        throw host::UsageError(fmt::format("{}: {}{}", name, fault.what(), meant),
                               {host::Cause::bad_value, {}, field_of(row)});
    } catch (const time::Error& fault) {
        throw host::UsageError(fmt::format("{}: {}", name, fault.what()),
                               {host::Cause::bad_value, {}, field_of(row)});
    }
}

void add_flag(CLI::App& app, const OptionRow& row) {
    app.add_flag_callback(row.names, [&row] { hand_over(row, {}, {""}); });
}

void add_value(CLI::App& app, const OptionRow& row, std::span<const OptionRow> options) {
    const auto take = [&row, options](const CLI::results_t& values) {
        if (values.size() > 1 && !row.is_repeatable)
            throw host::UsageError(fmt::format("{} can be given only once", row.long_name()));
        hand_over(row, options, values);
        return true;
    };
    // An argument has no dashes; CLI11 wants a plain name.
    CLI::Option* option = app.add_option(row.is_argument ? "argument_" + row.names : row.names, take);
    // Options that may be repeated take one value each time, or they would swallow the arguments after them.
    option->allow_extra_args(row.is_repeatable && row.is_argument);
    if (row.is_repeatable && row.is_argument)
        option->expected(0, k_any_number);
    else
        option->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

// Whether any of the arguments may be this option, or have it among joined flags.
bool may_be_among(const OptionRow& row, const std::vector<std::string>& arguments) {
    const std::string long_name = row.long_name();
    const bool has_letter = row.names.size() > long_name.size();
    return std::ranges::any_of(arguments, [&](const std::string& argument) {
        if (argument.starts_with("--")) return argument.starts_with(long_name);
        return has_letter && argument.starts_with('-') && argument.find(row.names[1]) != std::string::npos;
    });
}

std::vector<std::string_view> long_names(std::span<const OptionRow> options,
                                         std::vector<std::string>& storage) {
    for (const auto& row : options)
        if (!row.is_argument) storage.push_back(row.long_name());
    return {storage.begin(), storage.end()};
}

// Whether the argument is an option whose value is the next one: "--channel", "-b", "-ab".
bool takes_next(std::span<const OptionRow> options, const std::string& argument) {
    if (argument.size() < 2 || argument[0] != '-') return false;
    const auto row_of = [&](const std::string& name) {
        return std::ranges::find_if(options, [&](const OptionRow& row) {
            return !row.is_argument && std::ranges::count(Options::parts_of(row.names), name) > 0;
        });
    };
    const auto has_value = [&](auto row) { return row != options.end() && !row->value.empty(); };
    if (argument[1] == '-') return has_value(row_of(argument));
    for (std::size_t i = 1; i < argument.size(); ++i)
        if (has_value(row_of({'-', argument[i]}))) return i + 1 == argument.size();
    return false;
}

// The words of a sentence that nobody put in quotes, as one: the line as it was meant. Empty where the command takes
// no such words, or what is an option is said by a mark.
std::string quoted_line(const std::string& command, std::span<const OptionRow> options,
                        const std::vector<std::string>& arguments) {
    const auto is_sentence = [](const OptionRow& row) {
        return row.is_argument && row.is_prose && !row.is_repeatable;
    };
    const bool has_mark = std::ranges::find(arguments, k_end_of_options) != arguments.end();
    if (has_mark || std::ranges::none_of(options, is_sentence)) return "";
    std::vector<std::string> line{command};
    std::optional<std::size_t> place; // of the sentence
    std::vector<std::string> more;    // words behind its first
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool is_option = arguments[i].size() > 1 && arguments[i][0] == '-';
        if (!is_option && place) more.push_back(arguments[i]);
        if (!is_option && !place) place = line.size();
        line.push_back(arguments[i]);
        if (takes_next(options, arguments[i]) && i + 1 < arguments.size()) line.push_back(arguments[++i]);
    }
    auto meant = meant_line(line, more, options_of_words(options));
    for (const auto& word : meant.loose)
        meant.arguments[*place] += " " + word;
    return typed_line(meant.arguments);
}

[[noreturn]] void refuse_extra(const std::string& command, std::span<const OptionRow> options,
                               const std::vector<std::string>& arguments, const std::string& extra,
                               bool may_be_option) {
    if (!may_be_option || extra.size() < 2 || extra[0] != '-') {
        const auto line = quoted_line(command, options, arguments);
        if (const auto meant = meant_option(options, extra); line.empty() && !meant.empty())
            throw host::UsageError(
                fmt::format("'{}' is one argument too many for {}{}", extra, command, meant));
        throw host::UsageError(
            fmt::format("'{}' is one argument too many for {}; {}", extra, command,
                        line.empty() ? where_to_look(command) : "words with blanks go in quotes: " + line));
    }
    const std::string name = extra.substr(0, extra.find('='));
    std::vector<std::string> storage;
    const auto known = long_names(options, storage);
    const auto line = line_for_option(command, name);
    throw host::UsageError(fmt::format("{} has no option '{}'{}", command, name,
                                       line.empty()
                                           ? text::did_you_mean(name, known, "; " + where_to_look(command))
                                           : fmt::format("; that is reklamaatio {}", line)),
                           {host::Cause::unknown_option});
}

// The library's own messages name neither the command nor the way out.
[[noreturn]] void refuse(const std::string& command, const CLI::ParseError& fault) {
    const std::string what = fault.what();
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&fault) != nullptr)
        throw host::UsageError(
            fmt::format("{} needs a value; {}", what.substr(0, what.find(':')), where_to_look(command)));
    throw host::UsageError(fmt::format("{}: {}; {}", command, what, where_to_look(command)));
}

// "--name=" with nothing after it is an empty value, for which the library would take the next argument.
std::vector<std::string> with_empty_values(std::span<const OptionRow> options,
                                           const std::vector<std::string>& arguments) {
    std::vector<std::string> all;
    for (auto at = arguments.begin(); at != arguments.end(); ++at) {
        if (*at == k_end_of_options) {
            all.insert(all.end(), at, arguments.end());
            break;
        }
        const auto is_named = [&](const OptionRow& row) {
            return !row.value.empty() && *at == row.long_name() + "=";
        };
        if (std::ranges::any_of(options, is_named)) {
            all.push_back(at->substr(0, at->size() - 1));
            all.emplace_back();
        } else {
            all.push_back(*at);
        }
    }
    return all;
}

} // namespace

void parse(const std::string& command, std::span<const OptionRow> options,
           const std::vector<std::string>& arguments) {
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    // The library holds each option against all that it has: it gets those that may be there, and no others.
    for (const auto& row : options) {
        if (!row.is_argument && !may_be_among(row, arguments)) continue;
        if (row.value.empty() && !row.is_argument)
            add_flag(app, row);
        else
            add_value(app, row, options);
    }
    try {
        // The library takes them from the end.
        auto all = with_empty_values(options, arguments);
        std::ranges::reverse(all);
        app.parse(std::move(all));
    } catch (const CLI::ParseError& fault) {
        refuse(command, fault);
    }
    // The library leaves the mark after which nothing is an option among what it could not place.
    auto extras = app.remaining();
    const auto mark = std::ranges::find(extras, k_end_of_options);
    const bool before_mark = mark != extras.begin();
    if (mark != extras.end()) extras.erase(mark);
    if (!extras.empty()) refuse_extra(command, options, arguments, extras.front(), before_mark);
    for (const auto& row : options)
        if (row.is_required && app.count("argument_" + row.names) == 0)
            throw host::UsageError(
                fmt::format("{} needs {}; {}", command, row.names, where_to_look(command)));
}

std::size_t find_command(std::span<const OptionRow> global_options,
                         const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (argument == k_end_of_options) return i + 1;
        if (argument.size() < 2 || argument[0] != '-') return i;
        const auto takes_value = [&](const OptionRow& row) {
            const auto names = Options::parts_of(row.names);
            return !row.value.empty() && std::ranges::find(names, argument) != names.end();
        };
        if (std::ranges::any_of(global_options, takes_value)) ++i;
    }
    return arguments.size();
}

void check_global(std::span<const OptionRow> global_options, std::span<const std::string> arguments) {
    std::vector<std::string> storage;
    const auto known = long_names(global_options, storage);
    for (const auto& argument : arguments) {
        const std::string name = argument.substr(0, argument.find('='));
        const bool is_long = name.starts_with("--") && name != k_end_of_options;
        if (!is_long || std::ranges::find(known, name) != known.end()) continue;
        throw host::UsageError(
            fmt::format("there is no option '{}' before a command{}", name,
                        text::did_you_mean(name, known, "; a command's own options go after it")));
    }
}

} // namespace reklamaatio::cli
