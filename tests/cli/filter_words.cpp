// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/filter_words.hpp"

#include "casework/office.hpp"
#include "cli/who.hpp"
#include "host/failure.hpp"
#include "host/world.hpp"

namespace reklamaatio::cli::tests {
namespace {

using casework::tests::Office;
using complaint::Complaint;
using store::Filter;
using Words = std::vector<std::string>;

constexpr std::string_view k_now = "2026-01-12T08:00:00Z";
constexpr std::string_view k_closed_lists = R"(
[vocabulary]
categories = ["damage", "delay"]
tags = ["vip"]
)";

// Somebody who lists complaints at an office that closed its lists when it had one complaint already.
class Looking {
  public:
    explicit Looking(const std::string& as = "maria") {
        Complaint old = store::tests::about("old");
        old.category = "noise";
        old.tags = {"summer"};
        old.product = "Credit reporting, credit repair";
        old.team = "sales";
        old.assignee = "teuvo";
        store::tests::Desk desk(m_office.store());
        desk.open(old, time::tests::utc("2026-01-12T06:30:00Z"));
        old.product = "credit Reporting, CREDIT repair";
        desk.open(old, time::tests::utc("2026-01-12T06:31:00Z"));
        old.product = "Mortgage";
        desk.open(old, time::tests::utc("2026-01-12T06:32:00Z"));
        desk.apply_policy(std::string(casework::tests::k_office_policy) + std::string(k_closed_lists),
                          time::tests::utc("2026-01-12T07:00:00Z"));
        m_settings.actor = as;
    }

    // The filter with its words settled.
    Filter settled(Filter filter) {
        with_session([&](Session& session) { settle_words(session, filter); });
        return filter;
    }
    std::string own() {
        std::string key;
        with_session([&](Session& session) { key = own_key(session, "--mine"); });
        return key;
    }
    bool is_refused(const Filter& filter) {
        return complaint::tests::message_of<host::UsageError>([&] { settled(filter); }) != "";
    }

  private:
    template <typename Work>
    void with_session(Work work) {
        const auto environment = m_world.environment();
        host::Output output(m_world.out, std::nullopt, false);
        Session session(environment, m_settings, &m_office.store(), "list", output);
        work(session);
    }

    Office m_office;
    host::tests::World m_world{k_now};
    Settings m_settings;
};

Filter tagged(std::string word) {
    Filter filter;
    filter.tag = {{std::move(word)}};
    return filter;
}
Filter in_team(std::string word) {
    Filter filter;
    filter.team = {std::move(word)};
    return filter;
}
Filter assigned_to(std::string word) {
    Filter filter;
    filter.assignee = {std::move(word)};
    return filter;
}
Words products(Looking& looking, std::string text) {
    Filter filter;
    filter.fields.ask("product", {std::move(text)});
    return looking.settled(filter).fields.asked_of("product");
}
Filter about(std::string word) {
    Filter filter;
    filter.fields.ask("category", {std::move(word)});
    return filter;
}

} // namespace

TEST_CASE("people and teams become their keys") {
    Looking looking;
    CHECK(looking.settled(assigned_to("maria")).assignee == Words{"maria"});
    CHECK(looking.settled(assigned_to("Pekka")).assignee == Words{"pekka"});
    CHECK(looking.settled(assigned_to("pekka@example.fi")).assignee == Words{"pekka"});
    CHECK(looking.settled(in_team("returns")).team == Words{"returns"});
}

TEST_CASE("a word that no list and no complaint has is a slip") {
    Looking looking;
    CHECK(looking.is_refused(about("damge")));
    CHECK(looking.is_refused(tagged("vpi")));
    CHECK(looking.is_refused(in_team("retruns")));
    CHECK(looking.is_refused(assigned_to("piekka")));
    Filter both = about("damage");
    both.assignee = {"maria", "piekka"};
    CHECK(looking.is_refused(both));
}

TEST_CASE("what was in use before a list was closed or somebody left can still be looked for") {
    Looking looking;
    CHECK_FALSE(looking.is_refused(about("noise")));
    CHECK_FALSE(looking.is_refused(about("delay"))); // of the list, and of no complaint
    CHECK_FALSE(looking.is_refused(tagged("summer")));
    CHECK_FALSE(looking.is_refused(in_team("sales")));
    CHECK(looking.settled(assigned_to("teuvo")).assignee == Words{"teuvo"});
}

TEST_CASE("a text that is known as a whole is one word and commas part any other") {
    Looking looking;
    const Words spellings{"Credit reporting, credit repair", "credit Reporting, CREDIT repair"};
    CHECK(products(looking, "Credit reporting, credit repair") == spellings);
    CHECK(products(looking, "CREDIT REPORTING, CREDIT REPAIR") == spellings);
    CHECK(products(looking, "mortgage,Loan") == Words{"Mortgage", "Loan"});
    CHECK(products(looking, "Credit reporting, Mortgage") == Words{"Credit reporting", "Mortgage"});
    CHECK_THROWS_AS(products(looking, "Mortgage,"), host::UsageError);
}

TEST_CASE("words match in whatever case") {
    Looking looking;
    CHECK(looking.settled(about("Damage")).fields.asked_of("category") == Words{"damage"});
    CHECK(looking.settled(about("NOISE,damage")).fields.asked_of("category") == Words{"noise", "damage"});
    CHECK(looking.settled(tagged("Summer,VIP")).tag == std::vector<Words>{{"summer"}, {"vip"}});
    CHECK(looking.settled(in_team("SALES,team:Returns")).team == Words{"sales", "returns"});
    CHECK(looking.settled(assigned_to("MARIA,Teuvo")).assignee == Words{"maria", "teuvo"});
}

TEST_CASE("one's own complaints are those of the person in the policy whom one is") {
    CHECK(Looking("Pekka").own() == "pekka");
    CHECK_THROWS_AS(Looking("nobody").own(), host::UsageError);
}

} // namespace reklamaatio::cli::tests
