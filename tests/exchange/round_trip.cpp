// SPDX-License-Identifier: GPL-3.0-or-later
// What is exported is imported as exactly the same, whatever customers write.
#include "exchange/field.hpp"
#include "exchange/readers.hpp"
#include "render/writer.hpp"
#include "text/blank.hpp"
#include "text/random_text.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace reklamaatio;
using complaint::Overview;
using tests::below;
using tests::Random;

namespace {

time::Instant random_instant(Random& random) {
    // 1970-01-01 to 2199-12-31.
    const std::int64_t first = 0;
    const std::int64_t span = 7'258'118'400;
    const std::int64_t many =
        (static_cast<std::int64_t>(random()) << 31) ^ static_cast<std::int64_t>(random());
    return time::Instant{time::Seconds{first + many % span}};
}

template <typename T, typename Make>
void perhaps(Random& random, std::optional<T>& into, Make make) {
    if (below(random, 2) == 0) into = make();
}

template <typename E>
E random_word(Random& random) {
    return static_cast<E>(below(random, complaint::Vocabulary<E>::k_words.size()));
}

std::string random_uid(Random& random) {
    std::string uid;
    for (const char c : std::string_view("xxxxxxxx-xxxx-7xxx-8xxx-xxxxxxxxxxxx"))
        uid += c != 'x' ? c : "0123456789abcdef"[below(random, 16)];
    return uid;
}

void fill_texts(Random& random, Overview& overview) {
    auto& c = overview.complaint;
    for (auto* text : {&c.ref, &c.source, &c.category, &c.product, &c.cause, &c.channel, &c.team, &c.assignee,
                       &c.remedy, &c.waiting_reason, &c.approved_by, &overview.customer.name})
        *text = text::trimmed(tests::random_text(random, 6));
    for (auto* prose : {&c.subject, &c.text, &c.wish}) {
        *prose = tests::random_text(random, 6);
        if (text::is_blank(*prose)) prose->clear();
    }
    if (below(random, 2) == 0) overview.customer.email = "maija.ä+x;y,z\"@example.fi";
    constexpr std::array<std::string_view, 3> k_phones{"", "+358 (0)40 123-4567", "040 1 ext 5"};
    overview.customer.phone = k_phones[below(random, 3)];
    if (below(random, 2) == 0) c.uid = random_uid(random);
    for (const std::string_view tag : {"=1+1", "kiuas rikki", "Łódź \"x\""})
        if (below(random, 2) == 0) c.tags.emplace_back(tag);
}

void fill_times(Random& random, Overview& overview) {
    auto& c = overview.complaint;
    const auto instant = [&] { return random_instant(random); };
    c.received_at = instant();
    c.logged_at = instant();
    for (auto* at : {&c.responded_at, &c.resolved_at, &c.closed_at, &overview.response_due_at,
                     &overview.resolution_due_at, &c.followed_up_at, &c.granted_at, &c.owed_since, &c.paid_at,
                     &c.waiting_since, &c.waiting_until, &c.first_resolved_at, &c.erased_at})
        perhaps(random, *at, instant);
    if (!overview.resolution_due_at)
        perhaps(random, overview.left, [&] { return std::chrono::minutes{below(random, 9'000)}; });
    c.waited = std::chrono::minutes{below(random, 1'000'000)};
}

void fill_words_and_numbers(Random& random, Overview& overview) {
    auto& c = overview.complaint;
    c.id = {1 + static_cast<std::int64_t>(below(random, 1'000'000))};
    c.status = random_word<complaint::Status>(random);
    c.kind = random_word<complaint::Kind>(random);
    c.priority = random_word<complaint::Priority>(random);
    c.harm = random_word<complaint::Harm>(random);
    c.reopened_count = static_cast<std::int64_t>(below(random, 20));
    c.effort_minutes = static_cast<std::int64_t>(below(random, 10'000));
    perhaps(random, c.outcome, [&] { return random_word<complaint::Outcome>(random); });
    perhaps(random, c.first_outcome, [&] { return random_word<complaint::Outcome>(random); });
    perhaps(random, c.settled, [&] { return random_word<complaint::Settled>(random); });
    perhaps(random, c.retained, [&] { return random_word<complaint::Retained>(random); });
    perhaps(random, c.reached, [&] { return random_word<complaint::Reached>(random); });
    perhaps(random, c.csat, [&] { return 1 + static_cast<std::int64_t>(below(random, 5)); });
    perhaps(random, c.nps, [&] { return static_cast<std::int64_t>(below(random, 11)); });
    perhaps(random, c.audience, [&] { return 1 + static_cast<std::int64_t>(below(random, 90'000)); });
    perhaps(random, c.merged_into, [&] { return complaint::Id{7}; });
    const auto cents = [&] { return static_cast<std::int64_t>(random()) * 12'345; };
    perhaps(random, overview.customer.value, cents);
    perhaps(random, c.amount, cents);
    if (below(random, 3) == 0) c.left_undone = "promise:2;offer:1;step:fix";
    if (c.amount) c.currency = below(random, 2) == 0 ? "EUR" : "PLN";
}

Overview random_overview(Random& random) {
    Overview overview;
    fill_texts(random, overview);
    fill_times(random, overview);
    fill_words_and_numbers(random, overview);
    return overview;
}

std::string exported(const std::vector<Overview>& overviews, render::Format format = render::Format::csv,
                     const render::CsvDialect& csv = {}) {
    render::Table table;
    for (const auto& field : exchange::fields())
        table.columns.push_back({std::string(field.name), std::string(field.heading), field.align(), 0, 0});
    for (const auto& overview : overviews) {
        table.rows.emplace_back();
        for (const auto& field : exchange::fields())
            table.rows.back().emplace_back(field.value(overview));
    }
    std::ostringstream out;
    render::WriterOptions options;
    options.format = format;
    options.csv = csv;
    render::write(table, out, options);
    return out.str();
}

// The draft as it would have been exported, with what drafts do not hold.
Overview as_overview(const exchange::Draft& draft) {
    Overview overview{draft.complaint, draft.customer, {}, {}, {}, {}, {}, {}, {}};
    overview.complaint.id = draft.id.value_or(complaint::Id{});
    overview.complaint.merged_into = draft.survivor.number;
    REQUIRE(draft.complaint.given_response_due.has_value());
    REQUIRE(draft.complaint.given_resolution_due.has_value());
    overview.response_due_at = draft.complaint.given_response_due->at;
    overview.resolution_due_at = draft.complaint.given_resolution_due->at;
    overview.left = draft.complaint.given_resolution_due->left;
    overview.complaint.given_response_due.reset();
    overview.complaint.given_resolution_due.reset();
    return overview;
}

void check_round_trip(render::Format format, const render::CsvDialect& csv = {}) {
    Random random{20261121};
    std::vector<Overview> overviews;
    for (int i = 0; i < 3000; ++i)
        overviews.push_back(random_overview(random));
    const auto file = exported(overviews, format, csv);

    std::vector<Overview> imported;
    exchange::Profile profile;
    if (csv.is_for_spreadsheets) take_csv_dialect(profile, csv);
    tests::Opened opened(file, profile);
    CHECK(opened.reader.unused_columns().empty());
    for (const auto& row : opened.rows()) {
        for (const auto& fault : row.faults)
            FAIL(fault.field << ": " << fault.message);
        imported.push_back(as_overview(row.draft));
    }
    REQUIRE(imported.size() == overviews.size());
    for (std::size_t i = 0; i < overviews.size(); ++i) {
        CAPTURE(i);
        CHECK((imported[i].complaint == overviews[i].complaint));
        CHECK((imported[i].customer == overviews[i].customer));
        CHECK(imported[i].response_due_at == overviews[i].response_due_at);
        CHECK(imported[i].resolution_due_at == overviews[i].resolution_due_at);
        CHECK(imported[i].left == overviews[i].left);
    }
    CHECK((exported(imported, format, csv) == file));
}

} // namespace

TEST_CASE("an export is imported as exactly the same") {
    check_round_trip(render::Format::csv);
}

TEST_CASE("so is a tab-separated one") {
    check_round_trip(render::Format::tsv);
}

TEST_CASE("so is one for a spreadsheet, formulas and all") {
    for (const auto& csv : render::k_spreadsheet_dialects)
        check_round_trip(render::Format::csv, csv);
}

TEST_CASE("in tab-separated files of others a backslash is one and quotes quote") {
    tests::Opened opened("received_at\tWhat\tsubject\n2026-11-02\tx\t\"C:\\temp \"\"new\"\"\"\n");
    CHECK(opened.rows().at(0).draft.complaint.subject == "C:\\temp \"new\"");
    tests::Opened ours("received_at\tsubject\n2026-11-02\t\"C:\\\\temp\\told\\x\\\n");
    CHECK(ours.rows().at(0).draft.complaint.subject == "\"C:\\temp\told\\x\\");
}

TEST_CASE("an export without rows is imported as none") {
    CHECK(tests::Opened(exported({})).rows().empty());
}
