// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the commands. Each has its row in its own file, commands/NAME.cpp.
#include "cli/registry.hpp"

#include "cli/other_words.hpp"
#include "text/fold.hpp"
#include "text/names.hpp"
#include "text/nearest.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::cli {

extern const CommandRow k_open, k_classify, k_assign, k_resolve, k_report, k_list, k_show, k_contact, k_note,
    k_step, k_promise, k_offer, k_extend, k_appeal, k_followup, k_task, k_action, k_reopen, k_void, k_edit,
    k_merge, k_undo, k_explain, k_alerts, k_log, k_check, k_import, k_export, k_customer, k_person, k_volume,
    k_policy, k_simulate, k_backup, k_restore, k_retention, k_verify, k_schema, k_init, k_config, k_help;

namespace {

constexpr std::array k_commands{&k_open,   &k_classify, &k_assign,   &k_resolve, &k_report,   &k_list,
                                &k_show,   &k_contact,  &k_note,     &k_step,    &k_promise,  &k_offer,
                                &k_extend, &k_appeal,   &k_followup, &k_task,    &k_action,   &k_reopen,
                                &k_void,   &k_edit,     &k_merge,    &k_undo,    &k_explain,  &k_alerts,
                                &k_log,    &k_check,    &k_import,   &k_export,  &k_customer, &k_person,
                                &k_volume, &k_policy,   &k_simulate, &k_backup,  &k_restore,  &k_retention,
                                &k_verify, &k_schema,   &k_init,     &k_config,  &k_help};

} // namespace

std::span<const CommandRow* const> commands() {
    return k_commands;
}

const CommandRow* command_named(std::string_view name) {
    const auto all = commands();
    const auto found = std::ranges::find(all, name, &CommandRow::name);
    return found == all.end() ? nullptr : *found;
}

std::string unknown_command(const std::string& name, std::span<const std::string> typed) {
    if (const auto line = line_for(text::lower(name), typed); !line.empty())
        return fmt::format("unknown command '{}'; {} does that: reklamaatio {}", name,
                           line.substr(0, line.find(' ')), line);
    const auto known = text::names_of(commands(), &CommandRow::name);
    return fmt::format("unknown command '{}'{}", name,
                       text::did_you_mean(name, known, "; see reklamaatio help"));
}

} // namespace reklamaatio::cli
