// SPDX-License-Identifier: GPL-3.0-or-later
// Complaints per 1000 of the volume, against SQL and arithmetic of its own, and by hand where it is about borders.
#include "complaint/error.hpp"
#include "render/writer.hpp"
#include "report/random_office.hpp"
#include "store/actions.hpp"

#include <cmath>

#include <doctest/doctest.h>

namespace reklamaatio::report::tests {
namespace {

using complaint::VolumeOf;

const ReportRow& k_row = *std::ranges::find(k_reports, "rate", &ReportRow::name);

// A firm in UTC, looked at long after all that is told of it.
class Firm {
  public:
    void complain(const std::string& day, int times = 1, const std::string& product = "",
                  Kind kind = Kind::complaint, const std::string& cause = "") {
        for (int i = 0; i < times; ++i) {
            auto draft = store::tests::about("x", day + "T12:00:00Z");
            draft.product = product;
            draft.kind = kind;
            draft.cause = cause;
            m_desk.import(draft, k_then);
        }
    }
    void sell(const std::string& period, std::int64_t volume, const std::string& product = "") {
        m_desk.ledger(k_then).record_volume({{period, product.empty() ? "" : "product", product}, volume});
    }
    // In twelve months from 2026-01 on, in each so many of so many.
    void have_a_year(int complaints, std::int64_t volume, const std::string& product = "") {
        for (int month = 1; month <= 12; ++month) {
            complain(fmt::format("2026-{:02}-05", month), complaints, product);
            sell(fmt::format("2026-{:02}", month), volume, product);
        }
    }

    Answer ask(const std::string& period, const Grouping& by = {}, Instant now = k_then,
               store::Filter where = {}) {
        Question question;
        question.now = now;
        question.period = time::parse_period(period, now, question.zone);
        question.by = by;
        question.where = std::move(where);
        return answer_to(k_row, m_store.database(), m_policy, question);
    }

    store::Database& database() { return m_store.database(); }
    store::tests::Desk& desk() { return m_desk; }

    static inline const Instant k_then = utc("2028-06-01T00:00:00Z");

  private:
    store::Store m_store = store::Store::in_memory(store::tests::founding());
    store::tests::Desk m_desk{m_store};
    rulebook::Policy m_policy = *m_store.policies().current().policy;
};

// In that column of the row of a section, group and measure; empty without one.
std::string told(const Answer& answer, const std::string& section, const std::string& group,
                 const std::string& measure, const char* column) {
    for (const auto& row : answer.data.rows) {
        const auto in = [&](const char* key) { return render::plain_text(cell(answer.data, row, key)); };
        if (in("section") == section && in("group") == group && in("measure") == measure) return in(column);
    }
    return "(no such row)";
}

std::string verdict(const Answer& answer, const std::string& group = "") {
    return told(answer, "rate", group, "per_1000", "verdict");
}
std::string why(const Answer& answer, const std::string& group = "") {
    return told(answer, "rate", group, "reason", "verdict");
}
std::string value(const Answer& answer, const std::string& measure, const std::string& group = "") {
    return told(answer, "rate", group, measure, "value");
}

const Grouping k_by_product{store::GroupField::product};
const Grouping k_by_month{store::GroupField::none, time::Bucket::month};

} // namespace

// 120 of 12000 before; in January 22 of 1000, of which at most 10 + 3·sqrt(10) = 19.49 are chance.
TEST_CASE("a month beyond the limits of the twelve before is systemic, with all figures") {
    Firm firm;
    firm.have_a_year(10, 1000);
    firm.complain("2027-01-31", 22);
    firm.sell("2027-01", 1000);
    const auto answer = firm.ask("2027-01");
    CHECK(verdict(answer) == "systemic");
    CHECK(why(answer) == "22.00 per 1000 is above 19.49, the upper limit");
    CHECK(value(answer, "per_1000") == "22.0000");
    CHECK(told(answer, "rate", "", "per_1000", "numerator") == "22");
    CHECK(told(answer, "rate", "", "per_1000", "denominator") == "1000");
    CHECK(value(answer, "mean_before") == "10.0000");
    CHECK(told(answer, "rate", "", "mean_before", "numerator") == "120");
    CHECK(told(answer, "rate", "", "mean_before", "denominator") == "12000");
    CHECK(value(answer, "lower_limit") == "0.5132");
    CHECK(value(answer, "upper_limit") == "19.4868");
    CHECK(value(answer, "lower_warning") == "3.6754");
    CHECK(value(answer, "upper_warning") == "16.3246");
    CHECK(value(answer, "expected") == "10.0000");
    CHECK(value(answer, "run_above_mean") == "1");
    CHECK(told(answer, "cohort", "", "received", "value") == "22");
}

TEST_CASE("what lies within the limits is marginal, and what is beyond two sigma is watched") {
    Firm firm;
    firm.have_a_year(10, 1000);
    firm.sell("2027-01", 1000);
    firm.complain("2027-01-01", 16);
    CHECK(verdict(firm.ask("2027-01")) == "marginal");
    CHECK(why(firm.ask("2027-01")) == "16.00 per 1000 is what chance makes of 10.00");
    firm.complain("2027-01-01");
    CHECK(verdict(firm.ask("2027-01")) == "watch");
    CHECK(why(firm.ask("2027-01")) == "17.00 per 1000 is above 16.32, two sigma over the mean");
}

TEST_CASE("praise, remarks and void complaints are not counted, unless they are asked for") {
    Firm firm;
    firm.have_a_year(10, 1000);
    firm.sell("2027-01", 1000);
    firm.complain("2027-01-07", 9, "", Kind::claim);
    firm.complain("2027-01-07", 50, "", Kind::praise);
    firm.complain("2027-01-07", 50, "", Kind::remark);
    firm.complain("2027-01-07");
    const auto last = store::next_complaint_id(firm.database()).number - 1;
    firm.desk().act({last}, Firm::k_then,
                    [](const auto& c, const auto& o) { return complaint::void_entry(c, "twice", o); });
    CHECK(told(firm.ask("2027-01"), "rate", "", "per_1000", "numerator") == "9");
    store::Filter praise;
    praise.fields.ask("kind", {"praise"});
    CHECK(told(firm.ask("2027-01", {}, Firm::k_then, praise), "rate", "", "per_1000", "numerator") == "50");
}

TEST_CASE("what is not enough to judge says why") {
    Firm firm;
    firm.have_a_year(10, 1000);
    firm.complain("2027-01-07", 30);
    CHECK(why(firm.ask("2027-01")) == "no volume of 2027-01");
    CHECK(value(firm.ask("2027-01"), "per_1000") == "");
    firm.sell("2027-01", 1000);
    CHECK(why(firm.ask("2027-01", {}, utc("2027-01-31T23:59:59Z"))) == "2027-01 is not over");
    CHECK(value(firm.ask("2027-01", {}, utc("2027-01-31T23:59:59Z")), "per_1000") == "30.0000");
    CHECK(verdict(firm.ask("2027-01", {}, utc("2027-02-01T00:00:00Z"))) == "systemic");
    CHECK(why(firm.ask("2027-01-01..2027-01-20")) == "only a part of 2027-01 is in the period");
    CHECK(why(firm.ask("2026-12"))
          == "11 of the 12 months before have a volume; complaints are known since 2026-01-05");
    for (const auto* period : {"2027-01", "2026-12"})
        CHECK(verdict(firm.ask(period, {}, utc("2026-12-15T00:00:00Z"))) == "not enough to judge");
}

TEST_CASE("fewer than five to be expected are judged by the time between them") {
    Firm firm;
    for (int month = 1; month <= 12; ++month) {
        firm.complain(fmt::format("2026-{:02}-03", month), 1, "Kiuas");
        firm.complain(fmt::format("2026-{:02}-{}", month, 10 + month), 1, "Kiuas");
        firm.sell(fmt::format("2026-{:02}", month), 1000);
    }
    for (const auto* day : {"02", "05", "07", "10", "11", "13", "15", "18"})
        firm.complain(std::string("2027-01-") + day, 1, "Kiuas");
    firm.sell("2027-01", 1000);
    const auto answer = firm.ask("2027-01");
    CHECK(why(answer) == "2.0 were to be expected, of 5 that it takes");
    CHECK(told(answer, "between", "", "mean_days_between", "denominator") == "23");
    CHECK(told(answer, "between", "", "shortest_days_between", "denominator") == "8");
    CHECK(told(answer, "between", "", "shortest_days_between", "value") == "1.0000");
    CHECK(told(answer, "between", "", "run_below_mean", "value") == "8");
    CHECK(told(answer, "between", "", "shortest_days_between", "verdict") == "systemic");
}

TEST_CASE("a product is set against its own volume, and without one it is not judged") {
    Firm firm;
    firm.have_a_year(10, 1000, "Sofa");
    firm.complain("2027-01-07", 30, "Sofa");
    firm.complain("2027-01-07", 3, "Kiuas");
    firm.complain("2027-01-07", 2);
    firm.sell("2027-01", 2000, "sofa");
    const auto answer = firm.ask("2027-01", k_by_product);
    CHECK(told(answer, "rate", "Sofa", "per_1000", "denominator") == "2000");
    CHECK(verdict(answer, "Sofa") == "watch"); // 20 ± 2·4.47
    CHECK(why(answer, "Kiuas") == "no volume of 2027-01");
    CHECK(why(answer) == "no volume of 2027-01");
    store::Filter sofa;
    sofa.fields.ask("product", {"Sofa"});
    CHECK(told(firm.ask("2027-01", {}, Firm::k_then, sofa), "rate", "", "per_1000", "denominator") == "2000");
    CHECK(why(firm.ask("2027-01")) == "no volume of 2027-01");
}

TEST_CASE("groups of which nobody has volumes are set against that of the whole firm") {
    Firm firm;
    firm.have_a_year(10, 1000);
    firm.complain("2027-01-07", 5, "", Kind::complaint, "packing");
    firm.sell("2027-01", 1000);
    const auto answer = firm.ask("2027-01", {store::GroupField::cause});
    CHECK(told(answer, "rate", "packing", "per_1000", "denominator") == "1000");
    CHECK(value(answer, "per_1000", "packing") == "5.0000");
}

TEST_CASE("a period takes its own volume before the sum of its parts, and a week is no part of a month") {
    Firm firm;
    firm.have_a_year(10, 1000);
    firm.complain("2027-01-07", 30);
    for (int week = 1; week <= 9; ++week)
        firm.sell(fmt::format("2027-W{:02}", week), 100);
    const auto volume = [&](const char* period) {
        return told(firm.ask(period), "rate", "", "per_1000", "denominator");
    };
    CHECK(volume("2027-01") == "");
    CHECK(volume("2027-W01") == "100");
    CHECK(volume("2026-Q3") == "3000");
    CHECK(volume("2026") == "12000");
    firm.sell("2026-Q3", 5000);
    CHECK(volume("2026-Q3") == "5000");
    CHECK(volume("2026") == "14000"); // of quarters, the others of which are sums themselves
    for (int day = 1; day <= 31; ++day)
        firm.sell(fmt::format("2027-01-{:02}", day), 7);
    CHECK(volume("2027-01") == "217");
    CHECK(volume("2027-Q1") == "");
}

TEST_CASE("along time each stretch is judged by the twelve before it, and the last by a run") {
    Firm firm;
    for (int i = 0; i < 24; ++i) {
        const auto month = fmt::format("{}-{:02}", 2026 + i / 12, 1 + i % 12);
        firm.complain(month + "-09", i < 15 ? 9 : 12);
        firm.sell(month, 1000);
    }
    const auto answer = firm.ask("2027", k_by_month);
    CHECK(verdict(answer, "2027-10") == "marginal");
    // From 2027-04 on there are 12: in 2027-11 it is the eighth of them, above the mean of 5 times 9 and 7 times 12.
    CHECK(value(answer, "run_above_mean", "2027-10") == "7");
    CHECK(value(answer, "run_above_mean", "2027-11") == "8");
    CHECK(verdict(answer, "2027-11") == "systemic");
    CHECK(why(answer, "2027-11") == "8 months in a row above 10.75, the mean of the 12 before");
    CHECK(verdict(answer, "2027-01") == "marginal");
    CHECK(verdict(firm.ask("2027-02..2027-12"), "2027-11") == "systemic");
}

TEST_CASE("several stretches and groups at once are refused") {
    Firm firm;
    CHECK_THROWS_AS(firm.ask("2026-01..2026-02", k_by_product), complaint::BadValue);
}

TEST_CASE("an empty database is answered with a table") {
    Firm firm;
    CHECK(why(firm.ask("2027-01")) == "no volume of 2027-01");
    CHECK(firm.ask("2027-01").is_empty);
    firm.sell("2027-01", 10);
    CHECK(why(firm.ask("2027-01")) == "0 of the 12 months before have a volume");
    CHECK(firm.ask("2027-01", k_by_product).data.rows.empty());
}

// 12 months of 20 of 1000 before, 5 of 1000 after.
TEST_CASE("a preventive action is judged by the rates before and after it") {
    Firm firm;
    const auto act = [&](const std::string& cause, const std::string& product) {
        complaint::Action action;
        action.id = store::next_action_id(firm.database());
        action.text = "pack better";
        action.cause = cause;
        action.product = product;
        action.owner = "maria";
        action.opened_at = utc("2026-12-01T00:00:00Z");
        action.done_at = utc("2027-01-15T12:00:00Z");
        firm.desk().ledger(Firm::k_then).record(complaint::Action{}, action);
    };
    for (int i = 0; i < 16; ++i) {
        const auto month = fmt::format("{}-{:02}", 2026 + i / 12, 1 + i % 12);
        firm.complain(month + "-09", i < 13 ? 20 : 5, "Sofa", Kind::complaint, "packing");
        firm.complain(month + "-10", 3, "Kiuas", Kind::complaint, "packing");
        firm.sell(month, 1000);
    }
    act("Packing", "");
    act("packing", "Sofa");
    act("other", "");
    const auto answer = firm.ask("2027-04");
    const auto in = [&](const char* group, const char* measure, const char* column) {
        return told(answer, "prevention", group, measure, column);
    };
    CHECK(in("A-1", "before_per_1000", "numerator") == "276");
    CHECK(in("A-1", "before_per_1000", "denominator") == "12000");
    CHECK(in("A-1", "after_per_1000", "numerator") == "24");
    CHECK(in("A-1", "after_per_1000", "denominator") == "3000");
    CHECK(in("A-1", "after_per_1000", "verdict") == "better");
    CHECK(in("A-2", "before_per_period", "value") == "20.00");
    CHECK(in("A-2", "after_per_period", "value") == "5.00");
    CHECK(in("A-2", "after_per_period", "denominator") == "3");
    CHECK(in("A-3", "after_per_1000", "verdict") == "not enough to judge");
    // Before February it was done, and nothing after it is over.
    CHECK(told(firm.ask("2027-01"), "prevention", "A-1", "after_per_period", "denominator") == "0");
    CHECK(told(firm.ask("2026-12"), "prevention", "A-1", "after_per_period", "value") == "(no such row)");
}

// By SQL and arithmetic.
TEST_CASE("rates of random histories are those of a count in SQL") {
    Random random(83);
    Firm firm;
    std::map<std::string, std::int64_t> volumes;
    for (int i = 0; i < 29; ++i) {
        const auto month = fmt::format("{}-{:02}", 2026 + i / 12, 1 + i % 12);
        for (std::size_t n = below(random, 30); n > 0; --n)
            firm.complain(fmt::format("{}-{:02}", month, 1 + below(random, 28)), 1,
                          std::array{"", "Sofa", "Kiuas"}[below(random, 3)],
                          std::array{Kind::complaint, Kind::claim, Kind::remark}[below(random, 3)]);
        if (below(random, 12) == 0) continue;
        volumes[month] = static_cast<std::int64_t>(500 + below(random, 3000));
        firm.sell(month, volumes[month]);
    }
    const auto received = [&](const std::string& month) {
        auto query = firm.database().query_once(
            "SELECT count(*) FROM complaint WHERE strftime('%Y-%m', received_at, 'unixepoch') = '" + month
            + "' AND kind IN ('complaint', 'claim') AND status <> 'void'");
        query.next();
        return query.integer(0);
    };
    const auto answer = firm.ask("2027-01..2028-05", k_by_month);
    for (int i = 12; i < 29; ++i) {
        const auto label = [](int at) { return fmt::format("{}-{:02}", 2026 + at / 12, 1 + at % 12); };
        CAPTURE(label(i));
        const auto count = received(label(i));
        CHECK(told(answer, "rate", label(i), "per_1000", "numerator") == std::to_string(count));
        std::int64_t complaints = 0, sold = 0, known = 0;
        for (int j = i - 12; j < i; ++j)
            if (const auto found = volumes.find(label(j)); found != volumes.end()) {
                complaints += received(label(j));
                sold += found->second;
                ++known;
            }
        CHECK(value(answer, "mean_before", label(i))
              == fmt::format("{:.4f}", 1000.0 * static_cast<double>(complaints) / static_cast<double>(sold)));
        const auto volume = volumes.find(label(i));
        const double expected = volume == volumes.end()
                                    ? 0
                                    : static_cast<double>(complaints) * static_cast<double>(volume->second)
                                          / static_cast<double>(sold);
        const double off = expected > 0 ? (static_cast<double>(count) - expected) / std::sqrt(expected) : 0;
        if (volume == volumes.end() || known < 12 || expected < 5)
            CHECK(verdict(answer, label(i)) == "not enough to judge");
        else if (std::abs(off) > 3)
            CHECK(verdict(answer, label(i)) == "systemic");
        else if (std::stoi(value(answer, "run_above_mean", label(i))) < 8)
            CHECK(verdict(answer, label(i)) == (std::abs(off) > 2 ? "watch" : "marginal"));
    }
}

} // namespace reklamaatio::report::tests
