// SPDX-License-Identifier: GPL-3.0-or-later
// The register of safety, held against SQL over the views.
#include "render/writer.hpp"
#include "report/random_office.hpp"
#include "store/random_team.hpp"

#include <set>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::report::tests {
namespace {

using std::chrono::days;
using time::Instant;

const ReportRow& k_row = *std::ranges::find(k_reports, "safety", &ReportRow::name);

using Rows = std::multiset<std::string>;

Rows found(const render::Table& table) {
    Rows rows;
    for (const auto& row : table.rows) {
        std::string line;
        for (const auto* key : {"complaint", "received_at", "harm", "status", "product", "cause", "outcome",
                                "reported_to", "reported_at", "not_reportable"})
            line += render::plain_text(cell(table, row, key)) + "|";
        rows.insert(line);
    }
    return rows;
}

Rows typed(store::Database& database, const time::Period& period, Instant kept_since) {
    auto query = database.query_once(fmt::format(
        "SELECT id, received_at, harm, status, product, cause, outcome, reported_to, reported_at, "
        "not_reportable"
        " FROM complaints WHERE harm IN ('safety', 'injury') AND status <> 'void' AND received_at >= '{}'"
        " AND received_at < '{}' AND logged_at >= '{}'",
        time::to_iso(period.from), time::to_iso(period.until), time::to_iso(kept_since)));
    Rows rows;
    while (query.next()) {
        std::string line;
        for (int column = 0; column < 10; ++column)
            line += (query.is_null(column) ? "" : query.text(column)) + "|";
        rows.insert(line);
    }
    return rows;
}

} // namespace

TEST_CASE("the register has what SQL finds that was typed for it, and nothing that was kept for too long") {
    std::size_t all = 0;
    for (const unsigned seed : {71U, 72U}) {
        store::Store store = store::Store::in_memory(store::tests::founding());
        store::tests::RandomTeam team(store, seed);
        for (int i = 0; i < 300; ++i)
            team.work();
        auto& database = store.database();
        database.execute(
            "UPDATE complaint SET harm = CASE id % 3 WHEN 0 THEN 'injury' WHEN 1 THEN 'safety' ELSE "
            "'none' END, reported_at = CASE id % 4 WHEN 0 THEN received_at END, reported_to = CASE id "
            "% 4 WHEN 0 THEN 'Tukes' END, not_reportable = CASE id % 4 WHEN 1 THEN 'no' END");
        const auto now = team.ledger("look").now();
        const auto today = std::chrono::floor<days>(now);
        for (const auto& period : {time::Period{today - days{9000}, today + days{1}},
                                   time::Period{today - days{30}, today - days{10}}}) {
            const Question q{period, {}, now, time::Zone::utc()};
            const auto answer = answer_to(k_row, database, *store.policies().current().policy, q);
            const auto expected = typed(database, period, Instant{});
            CHECK(found(answer.data) == expected);
            CHECK(answer.is_empty == expected.empty());
            all += expected.size();
        }
        auto policy = *store.policies().current().policy;
        policy.safety.keep = {20, rulebook::AgeUnit::days};
        const time::Period period{today - days{9000}, today + days{1}};
        const Question q{period, {}, now, time::Zone::utc()};
        CHECK(found(answer_to(k_row, database, policy, q).data) == typed(database, period, today - days{19}));
    }
    CHECK(all > 20);
}

} // namespace reklamaatio::report::tests
