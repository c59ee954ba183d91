// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/error.hpp"
#include "policy/conditions.hpp"
#include "policy/sections.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::Step;

void read_steps(toml::Reader& required, std::string_view kind, std::vector<Step>& into) {
    required.with_each(kind, [&](const std::string& text) {
        const auto step = complaint::parse_word<Step>(text);
        if (std::ranges::find(into, step) != into.end())
            throw complaint::BadValue(fmt::format("'{}' is listed twice; remove one", text));
        into.push_back(step);
    });
}

} // namespace

void read_procedure(toml::Reader& file, rulebook::Policy& policy) {
    const toml::Node table = file.subtable("procedure", "[procedure]");
    if (!table) return;
    toml::Reader reader(table, "[procedure]", file.faults());
    if (const toml::Node kinds = reader.subtable("required", "required.claim = [\"understand\"]")) {
        toml::Reader required(kinds, reader.name() + " required", file.faults());
        for (std::size_t i = 0; i < policy.required_steps.size(); ++i)
            read_steps(required, complaint::Vocabulary<complaint::Kind>::k_words[i],
                       policy.required_steps[i]);
        required.finish();
    }
    reader.with(reader.string("remind_after"), [&](const std::string& text) {
        const auto target = time::parse_target(text);
        check_has_calendar(file, target, text);
        policy.remind_after = target;
    });
    reader.finish();
}

void read_retention(toml::Reader& file, rulebook::Policy& policy) {
    const toml::Node table = file.subtable("retention", "[retention]");
    if (!table) return;
    toml::Reader reader(table, "[retention]", file.faults());
    reader.with(reader.string("erase_after"),
                [&](const std::string& text) { policy.erase_after = rulebook::parse_age(text); });
    reader.finish();
}

} // namespace reklamaatio::policy
