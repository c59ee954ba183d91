// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run.hpp"

#include "cli/ask_caller.hpp"
#include "cli/described_tables.hpp"
#include "cli/fault.hpp"
#include "cli/format_check.hpp"
#include "cli/hand_over.hpp"
#include "cli/help.hpp"
#include "cli/help_page.hpp"
#include "cli/message_lines.hpp"
#include "cli/open_store.hpp"
#include "cli/parser.hpp"
#include "cli/registry.hpp"
#include "cli/rehearsal.hpp"
#include "cli/seal_file.hpp"
#include "cli/settings.hpp"
#include "host/editor.hpp"
#include "host/failure.hpp"
#include "host/last_words.hpp"
#include "render/columns.hpp"
#include "render/record.hpp"
#include "render/writer.hpp"
#include "store/seals.hpp"
#include "text/streams.hpp"
#include "text/visible.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <new>
#include <span>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

constexpr std::string_view k_program = "reklamaatio";

// What a monitoring plugin ends with when it cannot tell how things are, or was not asked.
constexpr auto k_unknown = static_cast<host::ExitStatus>(3);

// One invocation, as far as it has come: what a failure needs to know in order to be reported.
struct Invocation {
    const host::Environment& environment;
    GlobalOptions globals;
    bool errors_as_json = false;
    bool is_plugin = false;
    std::string draft;                  // what a person wrote for a command that failed then
    std::string made;                   // the file that such a command had made
    std::vector<std::string> arguments; // those after the name of the command
    std::string database{};             // as it was named
    std::int64_t change = 0;            // that was stored, whatever fails behind it
};

const CommandRow& find_row(std::span<const std::string> typed) {
    if (const auto* row = command_named(typed.front())) return *row;
    throw host::UsageError(unknown_command(typed.front(), typed.subspan(1)), {host::Cause::unknown_command});
}

// Known before anything is parsed, so that a wrong option is reported in the right format as well. Options go
// before the environment.
bool asks_for_json(const host::Environment& environment) {
    const auto& arguments = environment.arguments;
    bool says_otherwise = false;
    for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
        const std::string& value =
            arguments[i] == "--format" && i + 1 < arguments.size() ? arguments[i + 1] : "";
        if (arguments[i] == "--json" || arguments[i] == "--format=json" || arguments[i] == "--format=ndjson"
            || value == "json" || value == "ndjson")
            return true;
        if (arguments[i] == "--csv" || arguments[i] == "--tsv" || arguments[i].starts_with("--format"))
            says_otherwise = true;
    }
    const std::string usual = environment.variable("REKLAMAATIO_FORMAT");
    return !says_otherwise && (usual == "json" || usual == "ndjson");
}

host::ExitStatus show_help_page(const Invocation& invocation,
                                const std::function<void(std::ostream&, int width)>& print) {
    show_page(invocation.environment, print);
    return invocation.is_plugin ? k_unknown : host::ExitStatus::done;
}

// Whoever looks for help, or for the file that is faulty, is not to be held up by its faults.
Settings settle_for(const Command& command, const Invocation& invocation) {
    const auto settled = [&](const GlobalOptions& globals) {
        return effective_settings(globals, invocation.environment, command.default_format());
    };
    try {
        return settled(invocation.globals);
    } catch (const host::Failure&) {
        if (!command.is_for_trouble()) throw;
        GlobalOptions without = invocation.globals;
        without.no_config = true;
        return settled(without);
    }
}

// A name that is a slip may have made it, and what went in would be lost for the firm: so it is said to everybody, at
// once. Silent is only who makes one on purpose and asks for silence.
void tell_of_new(const CommandRow& row, const Settings& settings, const host::Environment& environment) {
    if (settings.quiet && row.name == k_making_command) return;
    std::error_code fault; // of a folder that has gone
    const auto path = std::filesystem::absolute(settings.db, fault).string();
    print_notice("made a new database " + (fault ? settings.db : path), settings.format, environment);
}

// What cannot be sealed stands all the same; it is said to everybody.
void seal(store::Database& database, const store::SealKey& key, const Settings& settings,
          const host::Environment& environment) {
    const auto fault = store::seal_changes(database, key);
    if (!fault.empty())
        print_notice(fmt::format("nothing was sealed: {}; reklamaatio verify tells more", fault),
                     settings.format, environment);
}

host::ExitStatus perform(const CommandRow& row, Command& command, const Settings& settings,
                         Invocation& invocation) {
    const Access access = command.access(row.access);
    const bool writes = access == Access::write || access == Access::create;
    if (settings.output) host::check_output("--output", *settings.output, settings.db);
    const auto key = writes ? usual_seal_key(settings) : std::nullopt;
    const bool pages = !writes && !command.is_plugin() && command.is_read_at_leisure();
    host::Output output(invocation.environment.out, settings.output, writes,
                        pages ? pager_for(settings, invocation.environment) : std::nullopt);
    host::ExitStatus status = host::ExitStatus::done;
    std::vector<std::string> deferred_messages;
    std::vector<std::function<void()>> deferred_work;
    {
        auto store =
            command.as_of()
                ? std::optional(open_earlier_store(*command.as_of(), settings, invocation.environment))
                : open_store(access, command.is_dry_run(), settings, invocation.environment);
        Session session(invocation.environment, settings, store ? &*store : nullptr, std::string(row.name),
                        output);
        status = command.run(session);
        if (writes && !command.is_dry_run()) {
            const auto change = session.desk().ledger().change();
            if (key) seal(store->database(), *key, settings, invocation.environment);
            invocation.database = settings.db;
            store->commit();
            invocation.change = change;
            host::say_that_it_stands();
            if (store->is_new()) tell_of_new(row, settings, invocation.environment);
            command.discard_draft();
        } else if (!command.draft().empty()) {
            session.tell(host::kept_text(command.draft()));
        }
        deferred_messages = std::move(session).deferred_messages();
        deferred_work = std::move(session).deferred_work();
    }
    hand_over(deferred_work, output);
    for (const auto& line : deferred_messages)
        invocation.environment.err << line << '\n';
    return status;
}

host::ExitStatus execute(const CommandRow& row, Command& command, Invocation& invocation) {
    const Settings settings = settle_for(command, invocation);
    invocation.errors_as_json = render::shape_of(settings.format) == render::Shape::objects;
    check_format(command, settings);
    if (render::asks_for_help(settings.columns))
        if (const auto columns = command.columns(); !columns.empty())
            return print_description(columns, settings, invocation.environment);
    command.prepare(invocation.environment);
    if (command.asks_for_words())
        with_caller(command, settings, invocation.environment,
                    [&] { rehearse(row, command, settings, invocation.environment, invocation.arguments); });
    command.ask(invocation.environment, settings);
    return with_caller(command, settings, invocation.environment,
                       [&] { return perform(row, command, settings, invocation); });
}

host::ExitStatus dispatch(Invocation& invocation) {
    Options global_options;
    invocation.globals.declare(global_options);
    std::vector<std::string> arguments = invocation.environment.arguments;
    const std::size_t place = find_command(global_options.rows(), arguments);
    if (place == arguments.size()) {
        parse(std::string(k_program), global_options.rows(), arguments);
        show_front(invocation.environment, invocation.globals.version);
        return host::ExitStatus::done;
    }
    // What is not known there may take a value, which passes for the command.
    if (command_named(arguments[place]) == nullptr)
        check_global(global_options.rows(), std::span(arguments).first(place));
    const CommandRow& row = find_row(std::span(arguments).subspan(place));
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(place));
    const auto command = row.make();
    Options options;
    command->declare(options);
    invocation.is_plugin = command->is_plugin();
    if (invocation.is_plugin)
        host::set_last_words({"REKLAMAATIO UNKNOWN - there is not enough memory\n", STDOUT_FILENO,
                              static_cast<int>(k_unknown)});
    if (asks_for_help(arguments))
        return show_help_page(
            invocation, [&](std::ostream& out, int width) { show_help(out, row, options.rows(), width); });
    std::vector<OptionRow> all = options.rows();
    all.insert(all.end(), global_options.rows().begin(), global_options.rows().end());
    parse(std::string(row.name), all, arguments);
    invocation.arguments = std::move(arguments);
    if (invocation.globals.version)
        return show_help_page(invocation, [](std::ostream& out, int) { show_version(out); });
    try {
        return execute(row, *command, invocation);
    } catch (...) {
        invocation.draft = command->draft();
        invocation.made = command->made();
        throw;
    }
}

// A bar would begin performance data.
int report_to_monitoring(const host::Environment& environment, const std::string& message) {
    std::string line = text::spelt_out(message);
    std::ranges::replace(line, '|', '/');
    environment.out << "REKLAMAATIO UNKNOWN - " << line << '\n';
    environment.out.flush();
    return static_cast<int>(k_unknown);
}

// One line of it. Every key is always there.
std::string fault_as_json(const Fault& fault, const std::string& line) {
    return render::json_text({{"error", render::Value{line}},
                              {"status", render::Value{static_cast<std::int64_t>(fault.status)}},
                              {"code", render::Value{std::string(fault.code)}},
                              {"ids", fault.ids},
                              {"fields", fault.fields}});
}

// With --format json the message is JSON, too. What several lines are about is several faults: a value with a line end
// in it has been spelt out before.
int report(const Invocation& invocation, Fault fault) {
    if (invocation.change != 0 || !invocation.made.empty()) {
        fault.message += "; "
                         + (invocation.change != 0 ? what_stands(invocation.database, invocation.change)
                                                   : invocation.made + " stands all the same");
        // Any other status says that nothing was stored. What erases says that it is to be done again, and may be.
        const bool is_to_be_repeated =
            fault.status == host::ExitStatus::busy && fault.code != k_out_of_memory;
        if (!is_to_be_repeated && fault.status != host::ExitStatus::bug)
            fault.status = host::ExitStatus::write_error;
    } else if (fault.code == k_out_of_memory && fault.status == host::ExitStatus::write_error) {
        fault.message +=
            "; the change stands all the same"; // that alerts were sent, which has no number here
    }
    if (!invocation.draft.empty()) fault.message += "; " + host::kept_text(invocation.draft);
    if (invocation.is_plugin) return report_to_monitoring(invocation.environment, fault.message);
    std::ostream& err = invocation.environment.err;
    text::InText lines(fault.message);
    for (std::string line; text::next_line(lines, line);) {
        line = text::spelt_out(line);
        if (invocation.errors_as_json) {
            err << fault_as_json(fault, line) << '\n';
            continue;
        }
        const auto message_line = fmt::format("{}: {}", k_program, line);
        for (const auto& shown : message_lines(message_line, invocation.environment))
            err << shown << '\n';
    }
    err.flush();
    return static_cast<int>(fault.status);
}

// By what is there already, since nothing more can be had.
int report_without_memory(const Invocation& invocation) {
    const auto& words = host::last_words();
    std::ostream& to = invocation.is_plugin ? invocation.environment.out : invocation.environment.err;
    to << words.sentence << std::flush;
    return words.status;
}

} // namespace

int run(const host::Environment& environment) {
    Invocation invocation{environment, {}, false, false, "", "", {}};
    try {
        invocation.errors_as_json = asks_for_json(environment);
        const host::ExitStatus status = dispatch(invocation);
        environment.out.flush();
        if (!environment.out)
            throw host::Failure(host::ExitStatus::write_error, "cannot write standard output");
        return static_cast<int>(status);
    } catch (...) {
        try {
            return report(invocation, current_fault());
        } catch (const std::bad_alloc&) {
            return report_without_memory(invocation);
        }
    }
}

} // namespace reklamaatio::cli
