// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/described_tables.hpp"

#include "cli/registry.hpp"
#include "text/names.hpp"
#include "text/nearest.hpp"
#include "view/tables/public_views.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace reklamaatio::cli {

std::vector<view::DescribedTable> described_tables() {
    std::vector<view::DescribedTable> all;
    for (const auto* row : commands())
        std::ranges::move(row->make()->tables(), std::back_inserter(all));
    std::ranges::move(view::public_views(), std::back_inserter(all));
    return all;
}

view::DescribedTable described_table(const std::string& name) {
    const auto all = described_tables();
    const auto found = std::ranges::find(all, name, &view::DescribedTable::name);
    if (found != all.end()) return *found;
    const auto known = text::names_of(all, &view::DescribedTable::name);
    throw host::UsageError(fmt::format("there is no table '{}'{}", name,
                                       text::did_you_mean(name, known, "; reklamaatio schema lists them")));
}

host::ExitStatus print_description(const std::vector<render::Column>& columns, const Settings& settings,
                                   const host::Environment& environment) {
    if (settings.output) host::check_output("--output", *settings.output, settings.db);
    host::Output output(environment.out, settings.output, false, pager_for(settings, environment));
    Session session(environment, settings, nullptr, "", output);
    render::write(render::description_of(columns), session.out(), session.writer_options());
    session.hand_over();
    return host::ExitStatus::done;
}

} // namespace reklamaatio::cli
