// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/grant_options.hpp"

#include "casework/office.hpp"
#include "cli/sitting.hpp"
#include "complaint/error.hpp"
#include "complaint/refusal.hpp"

namespace reklamaatio::cli::tests {
namespace {

using host::UsageError;
using Words = std::vector<std::string>;

// The policy counts in euros.
struct Granting {
    casework::tests::Office office;

    GrantOptions read(const Words& typed, const std::string& as = "maria") {
        GrantOptions options;
        type(options, typed);
        Sitting(office.store(), "2026-01-12T08:00:00Z", as).with_session([&](Session& session) {
            options.read(session);
        });
        return options;
    }
    void check(const Words& typed, const std::string& as) {
        const auto options = read(typed, as);
        Sitting(office.store(), "2026-01-12T08:00:00Z", as).with_session([&](Session& session) {
            options.check_authority(session, {}, {});
        });
    }
    std::string sum(const Words& typed) {
        const auto options = read(typed);
        return fmt::format("{} {}", options.amount().value(), options.currency().value());
    }
    std::string refused(const Words& typed) {
        return complaint::tests::message_of<UsageError>([&] { read(typed); });
    }
};

} // namespace

TEST_CASE("a sum is in the currency that is said, on either side, and else in the policy's") {
    Granting granting;
    CHECK(granting.sum({"--amount", "49.90"}) == "4990 EUR");
    CHECK(granting.sum({"--amount", "49,90 PLN"}) == "4990 PLN");
    CHECK(granting.sum({"--amount", "49.90", "--currency", "PLN"}) == "4990 PLN");
    CHECK(granting.sum({"--amount", "49.90 PLN", "--currency", "PLN"}) == "4990 PLN");
    const auto nothing = granting.read({});
    CHECK_FALSE(nothing.any());
    CHECK_FALSE(nothing.amount());
    CHECK_FALSE(nothing.currency());
    CHECK(granting.read({"--approved-by", "olga"}).any());
}

TEST_CASE("what was typed amiss is named by its option") {
    Granting granting;
    CHECK(granting.refused({"--amount", "49.90 EUR", "--currency", "PLN"})
          == "--amount says EUR and --currency says PLN; leave one out");
    CHECK(granting.refused({"--currency", "PLN"}) == "--currency goes with --amount");
    CHECK(granting.refused({"--amount", "1", "--currency", "pln"})
          == "--currency: 'pln' is not a currency; write three capitals, such as EUR");
    CHECK(granting.refused({"--approved-by", ""}) == "--approved-by needs a name");
    CHECK(complaint::tests::message_of<complaint::BadValue>([&] {
              granting.read({"--amount", "much"});
          }).starts_with("--amount: "));
}

TEST_CASE("who approved is a person of the policy, by key") {
    Granting granting;
    CHECK(granting.read({"--approved-by", "Olga"}).approved_by() == "olga");
    CHECK(granting.read({"--approved-by", "olga@example.fi"}).approved_by() == "olga");
    CHECK(granting.read({}).approved_by().empty());
    CHECK_THROWS_AS(granting.read({"--approved-by", "olag"}), complaint::BadValue);
}

TEST_CASE("whoever may not grant so much needs somebody who may") {
    Granting granting; // pekka may up to 50 euros
    CHECK_NOTHROW(granting.check({}, "pekka"));
    CHECK_NOTHROW(granting.check({"--amount", "50"}, "pekka"));
    CHECK_THROWS_AS(granting.check({"--amount", "50.01"}, "pekka"), complaint::Refusal);
    CHECK_NOTHROW(granting.check({"--amount", "50.01", "--approved-by", "Maria"}, "pekka"));
}

} // namespace reklamaatio::cli::tests
