// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/own_field.hpp"

#include "complaint/error.hpp"
#include "complaint/event.hpp"

#include <random>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::complaint::tests {
namespace {

std::shared_ptr<const OwnField> field(OwnType type, std::vector<std::string> values = {}) {
    return std::make_shared<const OwnField>(
        OwnDeclaration{.name = "x_1", .type = type, .values = std::move(values)});
}

std::string read(OwnType type, std::string_view text, DecimalMark mark = DecimalMark::either) {
    try {
        return read_own(*field(type), text, mark, "EUR");
    } catch (const BadValue& fault) {
        return fault.what();
    }
}

std::string name_fault(const std::string& name) {
    try {
        check_own_name(name);
        return "";
    } catch (const BadValue& fault) {
        return fault.what();
    }
}

} // namespace

TEST_CASE("values of own fields are stored in one form each") {
    CHECK(read(OwnType::text, "  WEB-12 ") == "WEB-12");
    CHECK(read(OwnType::text, " ") == "");
    CHECK(read(OwnType::number, "012") == "12");
    CHECK(read(OwnType::number, "-0") == "0");
    CHECK(read(OwnType::number, "+1 234,50") == "1234.5");
    CHECK(read(OwnType::number, "\u22123.10") == "-3.1"); // a minus sign
    CHECK(read(OwnType::number, "1,5", DecimalMark::point) == "'1,5' is not a number; write 12, -3 or 12.5");
    for (const auto* none : {"1.2.3", "12x", ".5", "5.", "-"}) {
        CAPTURE(none);
        CHECK(read(OwnType::number, none).find("is not a number") != std::string::npos);
    }
    CHECK(read(OwnType::number, "1234567890123456789")
          == "'1234567890123456789' has more than 18 digits, which is too large");
    CHECK(read(OwnType::money, "49,9 ") == read(OwnType::money, "49.90 EUR"));
    CHECK(read(OwnType::money, "5 USD") == "'5 USD' is in USD; sums of this field are in EUR");
    CHECK(read(OwnType::yes_no, "Kyll\u00e4") == "yes");
    CHECK(read(OwnType::yes_no, "NIE") == "no");
    CHECK(read(OwnType::yes_no, "maybe") == "'maybe' is neither yes nor no");
    const auto listed = field(OwnType::text, {"North", "South"});
    CHECK(read_own(*listed, "north") == "North");
    CHECK_THROWS_WITH_AS(read_own(*listed, "Nort"),
                         "'Nort' is not a value of x_1 (North, South); did you mean 'North'?", BadValue);
    CHECK(read_own_time(*field(OwnType::date), "2026-11-21") == "2026-11-21");
    CHECK_THROWS_AS(read_own_time(*field(OwnType::date), "2026-02-30"), BadValue);
    CHECK_THROWS_AS(read_own_time(*field(OwnType::time), "2026-11-21"), BadValue);
}

TEST_CASE("names of own fields are none of ours") {
    CHECK(name_fault("order_number") == "");
    CHECK(name_fault(std::string(40, 'a')) == "");
    for (const std::string none : {"", "Order", "1st", "_x", "a b", "\u00e4", std::string(41, 'a').c_str()}) {
        CAPTURE(none);
        CHECK(name_fault(none).find("is not a name for a field") != std::string::npos);
    }
    for (const auto* ours : {"status", "amount", "amount_cents", "customer", "id", "week", "own", "tags"}) {
        CAPTURE(ours);
        CHECK(name_fault(ours)
              == fmt::format("'{0}' is a name of ours; choose another one, such as own_{0}", ours));
    }
}

TEST_CASE("a value is set, replaced and taken away, and what becomes personal moves") {
    const OwnField open({.name = "region"});
    const OwnField secret({.name = "region", .personal = true});
    Complaint complaint;
    open.field().set(complaint, Value{std::string("North")});
    CHECK(complaint.own == OwnTexts{{"region", "North"}});
    CHECK(own_text(complaint, secret) == "North");
    secret.field().set(complaint, Value{std::string("South")});
    CHECK(complaint.own.empty());
    CHECK(complaint.own_personal == OwnTexts{{"region", "South"}});
    open.field().set(complaint, {});
    CHECK(complaint == Complaint{});
}

// Each state follows from the one before by what changed alone, and comes back by the inverse.
TEST_CASE("random changes of own fields replay, and say no more than what changed") {
    std::mt19937 random(7);
    const auto pick = [&](unsigned count) {
        return std::uniform_int_distribution<unsigned>(0, count - 1)(random);
    };
    Complaint now, replayed;
    for (int round = 0; round < 2000; ++round) {
        Complaint after = now;
        for (unsigned i = 0; i <= pick(3); ++i) {
            auto& texts = pick(2) == 0 ? after.own : after.own_personal;
            set_text(texts, fmt::format("f{}", pick(6)), pick(3) == 0 ? "" : fmt::format("v{}", pick(4)));
        }
        Event event;
        event.changes = differences(now, after);
        for (const auto& change : each_change(event))
            CHECK(change.before != change.after);
        Complaint back = after;
        apply(back, inverse(event));
        CHECK(back == now);
        apply(replayed, event);
        CHECK(replayed == after);
        now = after;
    }
}

} // namespace reklamaatio::complaint::tests
