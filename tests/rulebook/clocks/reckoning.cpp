// SPDX-License-Identifier: GPL-3.0-or-later
// The account of a due time, added up by somebody who knows the wall clock only.
#include "rulebook/clocks/reckoning.hpp"

#include "rulebook/clocks/firm.hpp"
#include "rulebook/clocks/random_history.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

using time::tests::Walk;
using Lines = std::vector<ReckoningLine>;

Seconds length_of(time::Target target) {
    switch (target.unit) {
    case time::Unit::minutes:
        return std::chrono::minutes{target.count};
    case time::Unit::hours:
        return std::chrono::hours{target.count};
    default:
        return Seconds{0};
    }
}

// The sum of the days behind a line, up to the next pause or the deadline; what they say is walked after.
class Adder {
  public:
    Adder(const Origin& origin, const Lines& lines, const Walk& walk)
        : m_origin(origin), m_lines(lines), m_walk(walk) {}

    void check() {
        REQUIRE(take().kind == ReckoningKind::start);
        Instant due = check_target();
        while (m_at < m_lines.size() && m_lines[m_at].kind == ReckoningKind::pause)
            due = check_pause(due);
        if (!m_origin.deadline.due_at) {
            REQUIRE(m_at == m_lines.size());
            REQUIRE(m_lasts);
            return;
        }
        REQUIRE(take().kind == ReckoningKind::due);
        REQUIRE(due == *m_origin.deadline.due_at);
        REQUIRE(m_at == m_lines.size());
    }

  private:
    const ReckoningLine& take() { return m_lines.at(m_at++); }
    bool is_next(ReckoningKind kind) const { return m_at < m_lines.size() && m_lines[m_at].kind == kind; }

    // What the target alone gives.
    Instant check_target() {
        const auto target = *m_origin.running.target;
        const Instant start = m_origin.running.started_at;
        if (target.unit == time::Unit::days || target.unit == time::Unit::weeks) return check_elapsed();
        const auto [sum, last, working_days] = add_days(ReckoningKind::working);
        if (target.unit == time::Unit::working_days) {
            REQUIRE(working_days == target.count);
            REQUIRE(last == m_walk.close_of_working_day(zone().date_at(start), target.count));
        } else {
            REQUIRE(sum == length_of(target));
            REQUIRE(last == m_walk.add_working_time(start, sum));
        }
        return last;
    }

    Instant check_elapsed() {
        const ReckoningLine& line = take();
        REQUIRE(line.kind == ReckoningKind::elapsed);
        const int days =
            m_origin.running.target->count * (m_origin.running.target->unit == time::Unit::weeks ? 7 : 1);
        Seconds odd = line.length - std::chrono::days{days};
        while (is_next(ReckoningKind::clock_change)) {
            // The hour counts only where the stretch goes over it.
            const auto& day = take().day.value();
            if (day.whole.from >= line.from && day.whole.until <= *line.until)
                odd -= day.hours() - std::chrono::hours{24};
            else
                odd = Seconds{0};
        }
        REQUIRE(odd == Seconds{0});
        return *line.until;
    }

    Instant check_pause(Instant due) {
        const ReckoningLine& pause = take();
        REQUIRE_FALSE(m_lasts);
        REQUIRE(pause.counts == (pause.from < due));
        if (!pause.counts) return due;
        const bool working = time::counts_working_time(*m_origin.running.target);
        const Instant until = pause.until.value_or(due);
        m_lasts = !pause.until;
        REQUIRE(pause.length == (working ? m_walk.working_time(pause.from, until) : until - pause.from));
        if (m_lasts) {
            REQUIRE(pause.length == *m_origin.deadline.left);
            return due;
        }
        if (!working) return due + pause.length;
        if (is_next(ReckoningKind::covered)) REQUIRE(add_days(ReckoningKind::covered).sum == pause.length);
        if (pause.length == Seconds{0}) return due;
        const auto [sum, last, working_days] = add_days(ReckoningKind::working);
        REQUIRE(sum == pause.length);
        REQUIRE(last == m_walk.add_working_time(due, pause.length));
        return last;
    }

    struct Sum {
        Seconds sum{0};
        Instant last;
        int working_days = 0;
    };
    // Dates without a gap; the working time of each is that of its minutes.
    Sum add_days(ReckoningKind kind) {
        Sum found;
        std::optional<time::Date> before;
        while (is_next(kind) || (kind == ReckoningKind::working && is_next(ReckoningKind::closed))) {
            const ReckoningLine& line = take();
            const time::LedgerDay& day = line.day.value();
            if (before) REQUIRE(day.date == *before + std::chrono::days{1});
            before = day.date;
            REQUIRE(line.length == day.length);
            if (line.kind == ReckoningKind::closed)
                REQUIRE(m_walk.working_time(line.from, *line.until) == Seconds{0});
            Seconds worked{0};
            for (const auto& part : day.worked)
                worked += m_walk.working_time(part.from, part.until);
            REQUIRE(line.length == worked);
            found.sum += worked;
            REQUIRE(line.total == found.sum);
            if (line.length > Seconds{0}) {
                found.last = *line.until;
                REQUIRE(m_walk.working_time(line.from, *line.until) == line.length);
            }
            if (line.working_day != 0) REQUIRE(line.working_day == ++found.working_days);
        }
        return found;
    }

    const time::Zone& zone() const { return m_origin.running.regime.calendar().zone(); }

    const Origin& m_origin;
    const Lines& m_lines;
    const Walk& m_walk;
    std::size_t m_at = 0;
    bool m_lasts = false;
};

void check_accounts(unsigned first_seed, const Liberties& liberties) {
    int checked = 0;
    for (unsigned seed = first_seed; seed < first_seed + 400; ++seed) {
        const RandomHistory history(seed, liberties, firm().calendars);
        const auto found = origins(history.events(), {}, history.policies());
        const auto waits = told_waits(history.events());
        CAPTURE(seed);
        REQUIRE(found.plan.deadlines == history.planned());
        for (const auto& origin : found.deadlines) {
            CAPTURE(word(origin.deadline.clock));
            CAPTURE(origin.deadline.ordinal);
            CAPTURE(origin.deadline.target);
            const auto lines = reckoning_of(origin, waits);
            Adder(origin, lines, firm().walks.at(origin.deadline.calendar)).check();
            ++checked;
        }
    }
    CHECK(checked > 500);
}

std::vector<std::string> split(const std::string& text, char mark) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, mark);)
        parts.push_back(part);
    return parts;
}

// A complaint whose resolution has that target, start and pauses.
Origin origin_of(const PolicyVersion& version, Instant start, time::Target target,
                 const std::vector<time::Pause>& pauses) {
    Origin made;
    made.running = {Clock::resolution, 1, start, target, {}, {&version, nullptr, 0}};
    made.pauses = pauses;
    made.deadline = row_of(made.running, pauses);
    return made;
}

} // namespace

TEST_CASE("the accounts of random histories add up to the deadlines that are planned") {
    Liberties liberties;
    liberties.all_clocks = liberties.targets_come_and_go = true;
    check_accounts(1, liberties);
}

TEST_CASE("the accounts of random histories that are reopened add up") {
    Liberties liberties;
    liberties.all_clocks = liberties.reopen_anyhow = liberties.waits_after_restart = true;
    check_accounts(20'001, liberties);
}

TEST_CASE("the accounts of the worked examples add up to their due times") {
    const std::map<std::string, time::CalendarRules> rules{{"office.toml", time::tests::office_rules()},
                                                           {"always.toml", time::tests::always_rules()},
                                                           {"lunch.toml", time::tests::shop_rules()},
                                                           {"night.toml", time::tests::night_rules()}};
    std::ifstream in(TESTS_FOLDER "/vectors/sla_due.csv");
    std::string line;
    REQUIRE(std::getline(in, line));
    int count = 0;
    for (; std::getline(in, line); ++count) {
        const auto cells = split(line, ',');
        CAPTURE(line);
        Policy of;
        of.calendars.emplace_back(rules.at(cells[1]));
        const PolicyVersion version{1, 1, {}, std::make_shared<const Policy>(of)};
        std::vector<time::Pause> pauses;
        for (const auto& pause : split(cells[4], ' ')) {
            const auto ends = split(pause, '/');
            pauses.push_back({utc(ends.at(0)), utc(ends.at(1))});
        }
        const Instant start = utc(cells[2]);
        const auto target = time::parse_target(cells[3]);
        const Origin origin = origin_of(version, start, target, pauses);
        const auto lines = reckoning_of(origin, {});
        REQUIRE(lines.back().kind == ReckoningKind::due);
        REQUIRE(time::to_iso(lines.back().from) == cells[5]);
        const bool is_short = utc(cells[5]) - start < std::chrono::days{90};
        if (is_short) Adder(origin, lines, Walk(rules.at(cells[1]), start, std::chrono::days{150})).check();
    }
    CHECK(count == 75);
}

TEST_CASE("a wait is told with its reason, a closed time without") {
    History history(policy({sla("all", "4h", "5bd")}, Reopen::exclude));
    history.open(draft());
    history.await("2026-01-13T08:00:00Z").hear("2026-01-13T10:00:00Z");
    history.resolve("2026-01-14T08:00:00Z").reopen("2026-01-15T08:00:00Z");
    const auto found = origins(history.events(), {}, history.policies());
    const auto lines = reckoning_of(found.deadlines.back(), told_waits(history.events()));
    std::vector<std::optional<std::string>> reasons;
    for (const auto& line : lines)
        if (line.kind == ReckoningKind::pause) reasons.push_back(line.reason);
    CHECK(reasons == std::vector<std::optional<std::string>>{"a photo", std::nullopt});
}

// Mon 2 Nov, 14 days: Mon 16 Nov. From Mon 9 to Sat 14 Nov are five days, which move it to Sat 21, over which it rolls on.
TEST_CASE("a statutory term is told by its last day, its pauses and the days off behind it") {
    const auto account = [](std::string_view length, std::string_view waited, std::string_view answered) {
        LegalTerm term;
        term.name = "goods";
        term.term = parse_term(length);
        term.ends = TermEnds::next_working_day;
        term.pauses = true;
        auto firm = policy({sla("all", "4h", "5bd")});
        firm.legal = {term};
        History history(std::move(firm));
        history.open(draft("2026-11-02T08:00:00Z"));
        if (!waited.empty()) history.await(std::string(waited));
        if (!answered.empty()) history.hear(std::string(answered));
        const auto found = origins(history.events(), {}, history.policies());
        for (const auto& origin : found.deadlines)
            if (origin.deadline.clock == Clock::legal)
                return reckoning_of(origin, told_waits(history.events()));
        return Lines();
    };
    using Kinds = std::vector<ReckoningKind>;
    const auto kinds_of = [](const Lines& lines) {
        Kinds kinds;
        for (const auto& line : lines)
            kinds.push_back(line.kind);
        return kinds;
    };
    const auto plain = account("14d", "", "");
    CHECK(kinds_of(plain) == Kinds{ReckoningKind::start, ReckoningKind::last_day, ReckoningKind::due});
    CHECK(plain[1].from == utc("2026-11-15T22:00:00Z"));

    const auto moved = account("14d", "2026-11-09T08:00:00Z", "2026-11-14T15:00:00Z");
    REQUIRE(kinds_of(moved)
            == Kinds{ReckoningKind::start, ReckoningKind::last_day, ReckoningKind::pause,
                     ReckoningKind::rolled, ReckoningKind::rolled, ReckoningKind::due});
    CHECK(moved[2].days == 5);
    CHECK(moved[2].until == utc("2026-11-21T22:00:00Z"));
    CHECK(moved[5].from == utc("2026-11-23T21:59:59Z"));

    const auto lasts = account("14d", "2026-11-09T08:00:00Z", "");
    REQUIRE(kinds_of(lasts) == Kinds{ReckoningKind::start, ReckoningKind::last_day, ReckoningKind::pause});
    CHECK_FALSE(lasts[2].until);

    const auto working = account("5bd", "", "");
    CHECK(std::ranges::count(working, ReckoningKind::working, &ReckoningLine::kind) == 5);
    CHECK(working.back().from == utc("2026-11-09T21:59:59Z"));
}

TEST_CASE("a deadline remembers what was known when it was planned last") {
    FieldConditions claims;
    claims.ask("kind", {"claim"});
    History history(policy({sla("claims", "", "9bd", claims), sla("all", "", "5bd")}));
    history.open(draft());
    Classification claim;
    claim.values.set("kind", "claim");
    history.classify("2026-01-13T08:00:00Z", claim);
    history.answer("2026-01-13T09:00:00Z");
    const auto found = origins(history.events(), {}, history.policies());
    REQUIRE(found.deadlines.size() == 1);
    CHECK(found.deadlines[0].running.regime.sla->name == "claims");
    CHECK(found.deadlines[0].running.regime.event == 2);
    CHECK(found.last.event == 3);
}

} // namespace reklamaatio::rulebook::tests
