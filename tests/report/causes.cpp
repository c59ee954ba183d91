// SPDX-License-Identifier: GPL-3.0-or-later
// Causes, against counts by hand and by SQL.
#include "report/found.hpp"
#include "store/actions.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

using std::chrono::days;

const ReportRow& k_row = report_named("causes");
const Instant k_begin = utc("2026-01-01T00:00:00Z");

struct Shop {
    store::Store store = store::Store::in_memory(store::tests::founding());

    // Of a customer by number, where there is one.
    void complain(Instant at, const std::string& cause, int customer = 0, Kind kind = Kind::complaint,
                  const std::string& product = "") {
        auto draft = complaint_at(at);
        draft.kind = kind;
        draft.cause = cause;
        draft.product = product;
        const auto who = customer == 0 ? complaint::Customer{}
                                       : store::tests::customer("", fmt::format("c{}@example.fi", customer));
        store::tests::Desk(store).open(draft, std::max(at, k_begin), who);
    }
    void prevent(std::int64_t id, Instant done_at, const std::string& cause,
                 const std::string& product = "") {
        complaint::Action action;
        action.id = {id};
        action.text = "mend it";
        action.cause = cause;
        action.product = product;
        action.opened_at = done_at;
        action.done_at = done_at;
        store::put_action(store.database(), action);
    }
    Answer answer(const Question& q) {
        return answer_to(k_row, store.database(), *store.policies().current().policy, q);
    }
};

Question question(Instant from, Instant until, Instant now) {
    return {{from, until}, {}, now, time::Zone::utc()};
}

// The groups of the section, in the order in which they stand.
std::vector<std::string> groups(const Answer& answer) {
    std::vector<std::string> found;
    for (const auto& row : answer.data.rows) {
        const auto in = [&](const char* key) { return render::plain_text(cell(answer.data, row, key)); };
        if (in("section") == "pareto" && in("measure") == "number") found.push_back(in("group"));
    }
    return found;
}

std::string verdict(const Answer& answer, std::string_view group) {
    for (const auto& row : answer.data.rows) {
        const auto in = [&](const char* key) { return render::plain_text(cell(answer.data, row, key)); };
        if (in("group") == group && in("measure") == "after") return in("verdict");
    }
    return "none";
}

} // namespace

//   packaging 3 (two of customer 1, who had complained of it in December, too), courier 2 (of 1 and 2),
//   without a cause 4, one praise of the packaging
TEST_CASE("causes stand by how frequent they are, with what is not known at the end") {
    Shop shop;
    const auto at = [](int day) { return k_begin + days{day}; };
    shop.complain(at(-20), "packaging", 1);
    shop.complain(at(2), "courier", 1);
    shop.complain(at(3), "packaging", 1);
    shop.complain(at(4), "packaging", 1);
    shop.complain(at(5), "packaging");
    shop.complain(at(6), "courier", 2);
    for (int i = 0; i < 4; ++i)
        shop.complain(at(7 + i), "", 3);
    shop.complain(at(12), "packaging", 4, Kind::praise);
    const auto q = question(at(0), at(31), at(40));
    const auto answer = shop.answer(q);
    CHECK(groups(answer) == std::vector<std::string>{"packaging", "courier", ""});
    CHECK(found(answer.data)
          == Found{{"cohort  received", "9"},
                   {"pareto packaging number", "3"},
                   {"pareto packaging share", "3/9"},
                   {"pareto packaging cumulative", "3/9"},
                   {"pareto packaging came_back", "2/2"},
                   {"pareto courier number", "2"},
                   {"pareto courier share", "2/9"},
                   {"pareto courier cumulative", "5/9"},
                   {"pareto courier came_back", "0/2"},
                   {"pareto  number", "4"},
                   {"pareto  share", "4/9"},
                   {"pareto  cumulative", "9/9"},
                   {"pareto  came_back", "0/0"}});
    auto by_kind = q;
    by_kind.by = {store::GroupField::kind, {}};
    CHECK(found(shop.answer(by_kind).data)["pareto complaint came_back"] == "6/8");
}

//   A-1 is done on day 100: 60 days later it is judged by 60 days on both sides
//   before (day 40 to 99): 15 complaints of packaging, after: 3; of another cause and of another product more
TEST_CASE("a cause is counted as long before an action as after it") {
    Shop shop;
    const auto at = [](int day) { return k_begin + days{day}; };
    shop.complain(at(39), "packaging"); // too early
    for (int i = 0; i < 15; ++i)
        shop.complain(at(40 + 4 * i), "packaging", 0, Kind::complaint, i % 2 == 0 ? "stove" : "sofa");
    for (const int day : {100, 130, 159})
        shop.complain(at(day), "packaging", 0, Kind::claim, "stove");
    shop.complain(at(120), "courier");
    shop.complain(at(120), "packaging", 0, Kind::remark);
    shop.prevent(1, at(100), "packaging");
    shop.prevent(2, at(100), "packaging", "sofa");
    shop.prevent(3, at(159), "packaging");
    shop.prevent(4, at(160), "packaging");  // at the end of the period
    shop.prevent(5, at(-210), "packaging"); // more than a year ago
    const auto q = question(at(130), at(160), at(200));
    const auto answer = shop.answer(q);
    auto figures = found(answer.data);
    CHECK(figures["prevention A-1 days"] == "60");
    CHECK(figures["prevention A-1 before"] == "15");
    CHECK(figures["prevention A-1 after"] == "3");
    CHECK(verdict(answer, "A-1") == "better"); // 3 of 18: p = 0.0075
    CHECK(figures["prevention A-2 before"] == "7");
    CHECK(figures["prevention A-2 after"] == "0");
    CHECK(verdict(answer, "A-2") == "not enough to judge"); // 7 in both
    CHECK(figures["prevention A-3 days"] == "1");
    CHECK(verdict(answer, "A-3") == "not enough to judge");
    CHECK_FALSE(figures.contains("prevention A-4 days"));
    CHECK_FALSE(figures.contains("prevention A-5 days"));
    auto of_stoves = q;
    of_stoves.where.fields.ask("product", {"stove"});
    figures = found(shop.answer(of_stoves).data);
    CHECK(figures["prevention A-1 before"] == "8");
    CHECK_FALSE(figures.contains("prevention A-2 before"));
}

TEST_CASE("an action without a cause has that of its complaint, and is at most judged by ninety days") {
    Shop shop;
    shop.complain(k_begin, "courier");
    shop.prevent(1, k_begin + days{1}, "");
    auto action = *store::find_action(shop.store.database(), {1});
    action.complaint = complaint::Id{1};
    store::put_action(shop.store.database(), action);
    auto figures = found(shop.answer(question(k_begin, k_begin + days{200}, k_begin + days{150})).data);
    CHECK(figures["prevention A-1 days"] == "90");
    CHECK(figures["prevention A-1 before"] == "1");
}

} // namespace reklamaatio::report::tests
