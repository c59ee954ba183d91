// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/open_store.hpp"

#include "cli/message_lines.hpp"
#include "complaint/own_field.hpp"
#include "host/failure.hpp"
#include "policy/policy.hpp"
#include "store/changes.hpp"
#include "store/database_file.hpp"
#include "store/past.hpp"
#include "store/sharing.hpp"
#include "time/display.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

// The making of a new database is logged under its own command.
store::Change first_change(const Settings& settings, const host::Environment& environment) {
    const auto policy = policy::read(policy::default_toml(), "the default policy");
    const auto now = present_time(settings, environment, policy.organisation.zone, policy.default_calendar());
    return {0, now, settings.actor, std::string(k_making_command)};
}

std::string told(const store::Upgrade& upgrade, const std::string& database) {
    std::string renamed;
    for (const auto& name : upgrade.renamed)
        renamed += fmt::format("; your field {} is {} now, since {} is one of ours", name,
                               complaint::settled_own_name(name), name);
    return fmt::format(
        "{} was brought up to date, from schema {} to {}; a copy of it as it was before is {}{}", database,
        upgrade.from, upgrade.to, upgrade.copy.string(), renamed);
}

// A folder that was named and is not there is a slip, or a disk that is not mounted: a complaint that went there would be
// lost for the firm.
void provide_folder(const Settings& settings, bool dry_run) {
    const auto folder = std::filesystem::path(settings.db).parent_path();
    if (folder.empty()) return;
    if (!settings.names_db && !dry_run) store::make_folder(folder);
    if (!settings.names_db) return;
    std::error_code fault;
    const bool is_there = std::filesystem::exists(folder, fault);
    if (fault) throw std::filesystem::filesystem_error("", folder, fault);
    if (!is_there)
        throw host::Failure(
            host::ExitStatus::no_input,
            fmt::format("there is no folder {} for the database; if its name is right, make it first",
                        folder.string()),
            {host::Cause::no_folder});
}

void check_is_named(const Settings& settings) {
    if (settings.db.empty())
        throw host::Failure(host::ExitStatus::no_input,
                            "no database is named, and there is no HOME to look in; use --db FILE",
                            {host::Cause::no_database_named});
}

// What has not ended yet is asked for as far as it has come.
time::Instant earlier_time(const std::string& typed, store::Store& store, const Settings& settings,
                           const host::Environment& environment) {
    constexpr std::string_view k_option = "--as-of";
    auto desk = desk_at(store, environment, settings, "");
    const auto time = moment_at(desk, k_option, typed, time::DateMeans::end, time::Direction::past);
    if (desk.zone().date_at(time) > desk.today())
        throw host::UsageError(fmt::format("{}: {} has not come yet", k_option, typed));
    if (store::last_change_by(store.database(), time) == 0)
        throw host::UsageError(fmt::format(
            "{}: nothing was recorded by then; the log begins on {}", k_option,
            time::display_absolute(store::known_change(store.database(), store::k_first_change).recorded_at,
                                   desk.zone())));
    return std::min(time, desk.now());
}

} // namespace

std::optional<store::Store> open_store(Access access, bool dry_run, const Settings& settings,
                                       const host::Environment& environment) {
    if (access == Access::none) return std::nullopt;
    std::error_code fault; // which opening tells
    const bool is_there = std::filesystem::exists(settings.db, fault) || fault;
    if (access == Access::read_if_there && !is_there) return std::nullopt;
    check_is_named(settings);
    if (access == Access::read || access == Access::read_if_there)
        return store::Store::open_for_reading(settings.db);
    const bool create = access == Access::create;
    const auto first = [&] { return first_change(settings, environment); };
    if (create) provide_folder(settings, dry_run);
    if (dry_run && create && !is_there) return store::Store::in_memory(first);
    auto store = store::Store::open_for_writing(settings.db, create, first);
    if (store.is_new()) warn_of_network(settings, environment);
    if (store.upgrade()) tell_of_upgrade(*store.upgrade(), settings, environment);
    return store;
}

store::Store open_earlier_store(const std::string& time, const Settings& settings,
                                const host::Environment& environment) {
    check_is_named(settings);
    return store::Store::open_as_of(
        settings.db, [&](store::Store& now) { return earlier_time(time, now, settings, environment); });
}

void provide_place(const Settings& settings) {
    check_is_named(settings);
    provide_folder(settings, false);
}

void warn_of_network(const Settings& settings, const host::Environment& environment) {
    const auto folder = std::filesystem::path(settings.db).parent_path();
    const auto network = store::network_of(folder.empty() ? "." : folder);
    if (!network || settings.quiet) return;
    const auto sentence = fmt::format(
        "{} is on a network file system ({}), and use from several machines would damage it; keep it "
        "on a disk of the one machine where reklamaatio runs",
        settings.db, *network);
    print_notice(sentence, settings.format, environment);
}

void tell_of_upgrade(const store::Upgrade& upgrade, const Settings& settings,
                     const host::Environment& environment) {
    if (!settings.quiet) print_notice(told(upgrade, settings.db), settings.format, environment);
}

} // namespace reklamaatio::cli
