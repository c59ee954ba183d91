// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/injuries.hpp"

#include "rulebook/people.hpp"
#include "store/overviews.hpp"
#include "time/display.hpp"

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::Align;
using render::Cell;
using render::Value;

std::optional<store::Filter> open_injuries_among(const store::Filter& asked) {
    auto where = injuries_among(asked);
    if (!where) return std::nullopt;
    if (where->status.empty())
        where->status = {complaint::Status::new_, complaint::Status::open, complaint::Status::waiting};
    std::erase_if(where->status, [](complaint::Status status) { return !complaint::is_unresolved(status); });
    return where->status.empty() ? std::nullopt : where;
}

} // namespace

std::optional<store::Filter> injuries_among(store::Filter where) {
    const std::string injury(word(complaint::Harm::injury));
    if (!rulebook::admits(where.fields.asked_of("harm"), injury)) return std::nullopt;
    where.fields.ask("harm", {injury});
    return where;
}

Section open_injuries(store::Database& database, const Question& question) {
    Section section;
    const auto which = open_injuries_among(question.where);
    if (!which) return section;
    section.table.columns = {{"id", "Complaint", Align::left, 0, 0, true},
                             {"what", "Injury", Align::left, 0, 8},
                             {"owner", "Owner", Align::left, 0, 6},
                             {"received_at", "Since"}};
    store::read_overviews(
        database, *which, {store::Order::received_at, false, {}}, [&](const complaint::Overview& injury) {
            const auto& complaint = injury.complaint;
            const auto owner = rulebook::owner_of(complaint.team, complaint.assignee);
            const auto since = complaint.received_at;
            section.table.rows.push_back(
                {Value{to_string(complaint.id)}, render::text_or_none(headline(complaint)),
                 Value{owner.empty() ? std::string("nobody") : owner},
                 Cell{Value{since}, time::display_near(since, question.now, question.zone)}});
        });
    section.heading = fmt::format("Injuries, open ({})", section.table.rows.size());
    return section;
}

} // namespace reklamaatio::report
