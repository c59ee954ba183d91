// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/open_store.hpp"

#include "cli/message_lines.hpp"
#include "complaint/own_field.hpp"
#include "host/failure.hpp"
#include "policy/policy.hpp"

#include <filesystem>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

// The making of a new database is logged under its own command.
store::Change first_change(const Settings& settings, const host::Environment& environment) {
    const auto policy = policy::read(policy::default_toml(), "the default policy");
    const auto now = present_time(settings, environment, policy.organisation.zone, policy.default_calendar());
    return {0, now, settings.actor, "init"};
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

} // namespace

std::optional<store::Store> open_store(Access access, bool dry_run, const Settings& settings,
                                       const host::Environment& environment) {
    if (access == Access::none) return std::nullopt;
    if (access == Access::read_if_there && !std::filesystem::exists(settings.db)) return std::nullopt;
    if (settings.db.empty())
        throw host::Failure(host::ExitStatus::no_input,
                            "no database is named, and there is no HOME to look in; use --db FILE");
    if (access == Access::read || access == Access::read_if_there)
        return store::Store::open_for_reading(settings.db);
    const bool create = access == Access::create;
    const auto first = [&] { return first_change(settings, environment); };
    if (dry_run && create && !std::filesystem::exists(settings.db)) return store::Store::in_memory(first);
    auto store = store::Store::open_for_writing(settings.db, create, first);
    if (store.upgrade() && !settings.quiet)
        environment.err << notice_line(told(*store.upgrade(), settings.db), settings.format) << '\n';
    return store;
}

} // namespace reklamaatio::cli
