// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/policy_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::view {

std::vector<render::Column> judged_columns() {
    return {render::Column{"warning", "Warning"}.holding(render::Kind::text,
                                                         "with the file, line and column that it is about")};
}

render::Table judged_table(const std::vector<std::string>& warnings) {
    render::Table table{judged_columns(), {}};
    for (const auto& warning : warnings)
        table.rows.push_back({render::Value{warning}});
    return table;
}

std::vector<render::Column> applied_columns() {
    using render::Column;
    using render::Kind;
    return {Column{"version", "Version"}.holding(Kind::number, "number of the policy"),
            Column{"is_new", "New"}.holding(Kind::truth, "whether it was not in force before"),
            Column{"complaints", "Complaints"}.holding(Kind::number, "unresolved ones that were looked at"),
            Column{"moved", "Moved"}.holding(Kind::number, "deadlines that moved"),
            Column{"warnings", "Warnings"}.holding(
                Kind::text, "whose work is nobody's, and what may not be meant, separated by ;")};
}

std::vector<render::Column> moved_columns() {
    using render::Column;
    using render::Kind;
    return {Column{"complaint", "Complaint"}.holding(Kind::text, "R-124"),
            Column{"clock", "Clock"}.holding(Kind::text, "the clock of the deadline"),
            Column{"from", "From"}.holding(Kind::instant, "when it is due"),
            Column{"to", "To"}.holding(Kind::instant, "when it would be due")};
}

render::Table applied_table(const store::Ledger::Applied& applied, bool is_new,
                            const std::vector<std::string>& concerns) {
    return {
        applied_columns(),
        {{render::Value{std::int64_t{applied.version}}, render::Value{is_new},
          render::Value{applied.complaints}, render::Value{static_cast<std::int64_t>(applied.moved.size())},
          render::text_or_none(fmt::format("{}", fmt::join(concerns, "; ")))}}};
}

render::Table moved_table(const std::vector<store::Ledger::Moved>& moved) {
    const auto value = [](const std::optional<time::Instant>& at) {
        return at ? render::Value{*at} : render::Value{};
    };
    render::Table table{moved_columns(), {}};
    for (const auto& deadline : moved)
        table.rows.push_back({render::Value{to_string(deadline.complaint)},
                              render::Value{std::string(complaint::word(deadline.clock))},
                              value(deadline.from), value(deadline.to)});
    return table;
}

} // namespace reklamaatio::view
