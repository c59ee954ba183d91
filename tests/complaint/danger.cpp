// SPDX-License-Identifier: GPL-3.0-or-later
// A danger to people, and who was told of it.
#include "complaint/danger.hpp"

#include "complaint/builders.hpp"
#include "complaint/refusal.hpp"
#include "complaint/resolution.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

constexpr std::string_view k_then = "2026-01-13T12:00:00Z";
constexpr std::string_view k_later = "2026-01-14T12:00:00Z";

Complaint dangerous(Status status = Status::open) {
    Complaint made = in_status(status);
    made.harm = Harm::injury;
    return made;
}

std::string end_refused(const Complaint& complaint, const Resolution& to, bool reports) {
    EndRules rules;
    rules.reports_dangers = reports;
    return message_of<Refusal>([&] { resolve(complaint, {}, to, rules, on(k_later)); });
}

} // namespace

TEST_CASE("which authority was told is kept with the first time, and a second one is added") {
    const auto before = dangerous();
    const auto first = report_danger(before, {"Safety Gateway 88", ""}, "form sent", on(k_then));
    CHECK(first.kind == EventKind::noted);
    CHECK(first.message->text == "form sent");
    const auto is = after(before, first);
    CHECK(is.reported_at == utc(k_then));
    CHECK(is.reported_to == "Safety Gateway 88");
    const auto both = after(is, report_danger(is, {"Tukes", ""}, "", on(k_later)));
    CHECK(both.reported_at == utc(k_then));
    CHECK(both.reported_to == "Safety Gateway 88; Tukes");
    CHECK(after(is, inverse(first)) == before);
}

TEST_CASE("what need not be reported has its reason until somebody reports it all the same") {
    const auto before = dangerous(Status::closed);
    const auto is = after(before, report_danger(before, {"", "it was sawn off"}, "", on(k_then)));
    CHECK(is.not_reportable == "it was sawn off");
    CHECK(is.not_reportable_at == utc(k_then));
    CHECK(is_reported_on(is));
    const auto told = after(is, report_danger(is, {"Tukes", ""}, "", on(k_later)));
    CHECK(told.not_reportable.empty());
    CHECK_FALSE(told.not_reportable_at);
    CHECK(is_reported_on(told));
}

TEST_CASE("what was reported is not said to need no report") {
    const auto told = after(dangerous(), report_danger(dangerous(), {"Tukes", ""}, "", on(k_then)));
    CHECK(message_of<Refusal>([&] {
              report_danger(told, {"", "it was sawn off"}, "", on(k_later));
          })
          == "danger_reported: complaint R-7; authority Tukes; at 2026-01-13 12:00");
    auto erased = dangerous();
    erased.not_reportable_at = utc(k_then); // the reason itself is gone
    CHECK(is_reported_on(erased));
}

TEST_CASE("where nobody is in danger there is nothing to report") {
    CHECK(message_of<Refusal>([] {
              report_danger(in_status(Status::open), {"Tukes", ""}, "", on(k_then));
          })
          == "nobody_in_danger: complaint R-7");
    Resolution to;
    to.not_reportable = "no";
    CHECK(end_refused(in_status(Status::open), to, true) == "nobody_in_danger: complaint R-7");
}

TEST_CASE("a danger is resolved only when somebody was told or said why not, where the policy asks for it") {
    CHECK(end_refused(dangerous(), {}, true) == "danger_not_reported: complaint R-7; harm injury");
    CHECK(end_refused(dangerous(), {}, false).empty());
    CHECK(end_refused(in_status(Status::open), {}, true).empty());
    auto told = dangerous();
    told.reported_at = utc(k_then);
    CHECK(end_refused(told, {}, true).empty());
    Resolution to;
    to.not_reportable = "it was sawn off";
    EndRules rules;
    rules.reports_dangers = true;
    CHECK(after(dangerous(), resolve(dangerous(), {}, to, rules, on(k_later))).not_reportable
          == "it was sawn off");
}

} // namespace reklamaatio::complaint::tests
