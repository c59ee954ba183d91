// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/extension.hpp"

#include "complaint/builders.hpp"
#include "complaint/refusal.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

const Extendable k_term{
    "goods", utc("2026-01-26T21:59:59Z"), utc("2026-02-11T21:59:59Z"), {"email", "letter"}};

NewExtension until(std::string_view at, std::string channel = "letter") {
    return {utc(at), "a report is missing", std::move(channel), ""};
}

std::string refusal(const NewExtension& extension, std::string_view at = "2026-01-20T08:00:00Z",
                    const Procedure& parts = {}) {
    return message_of<Refusal>([&] { extend(in_status(Status::open), parts, k_term, extension, on(at)); });
}

} // namespace

TEST_CASE("a term is extended by telling the customer, and keeps where it ended first") {
    const auto event = extend(in_status(Status::new_), {}, k_term, until("2026-02-06T21:59:59Z"),
                              on("2026-01-20T08:00:00Z"));
    CHECK(event.kind == EventKind::extended);
    REQUIRE(event.message);
    CHECK(event.message->direction == Direction::out);
    CHECK(event.message->channel == "letter");
    CHECK(event.message->text == "a report is missing");
    Procedure parts;
    apply(parts, event);
    REQUIRE(parts.extensions.size() == 1);
    CHECK(parts.extensions[0].first_due_at == k_term.due_at);
    CHECK(parts.extensions[0].until == utc("2026-02-06T21:59:59Z"));
    Complaint after = in_status(Status::new_);
    apply(after, event);
    CHECK(after.status == Status::new_);
    CHECK(after.responded_at == utc("2026-01-20T08:00:00Z"));
    apply(parts, inverse(event));
    CHECK(parts.extensions.empty());
}

TEST_CASE("an extension comes before the end, once, later and not too far, on a channel that counts") {
    const auto good = until("2026-02-06T21:59:59Z");
    CHECK(refusal(good).empty());
    CHECK(refusal(good, "2026-01-26T21:59:59Z").empty());
    CHECK(refusal(until("2026-02-11T21:59:59Z")).empty());
    CHECK(refusal(good, "2026-01-26T22:00:00Z")
              .starts_with("extended_too_late: complaint R-7; term the term 'goods'; due "));
    CHECK(refusal(until("2026-01-26T21:59:59Z")).starts_with("extended_to_no_later: "));
    CHECK(refusal(until("2026-02-11T22:00:00Z")).starts_with("extended_too_far: "));
    CHECK(refusal(until("2026-02-06T21:59:59Z", "phone")).starts_with("extended_on_other_channel: "));
    // The complaint's own channel stands for one that is left out.
    CHECK(refusal(until("2026-02-06T21:59:59Z", "")).empty());
    Procedure parts;
    apply(parts, extend(in_status(Status::open), {}, k_term, good, on("2026-01-20T08:00:00Z")));
    CHECK(refusal(good, "2026-01-21T08:00:00Z", parts).starts_with("extended_before: "));
}

} // namespace reklamaatio::complaint::tests
