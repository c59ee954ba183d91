// SPDX-License-Identifier: GPL-3.0-or-later
// What a file may do to the record, and above all what it may not.
#include "casework/importer.hpp"

#include "casework/office.hpp"
#include "complaint/error.hpp"
#include "complaint/repair.hpp"
#include "complaint/resolution.hpp"
#include "exchange/comparison.hpp"
#include "store/digest.hpp"

#include <set>

namespace reklamaatio::casework::tests {
namespace {

using complaint::BadValue;
using complaint::Correction;
using complaint::Status;
using exchange::Draft;
using Kind = ImportedRow::Kind;
using Names = std::vector<std::string_view>;

constexpr std::string_view k_first = "2026-01-13T08:00:00Z";
constexpr std::string_view k_between = "2026-01-14T08:00:00Z";
constexpr std::string_view k_again = "2026-01-15T08:00:00Z";

// A row of a shop's export.
Draft row(std::string ref = "X1") {
    Draft made;
    made.complaint.ref = std::move(ref);
    made.complaint.source = "shop";
    made.complaint.subject = "The stove is broken";
    made.complaint.received_at = utc("2026-01-12T06:00:00Z");
    made.complaint.category = "damage";
    made.complaint.product = "stove";
    made.customer.name = "Maija";
    made.customer.email = "maija@example.fi";
    return made;
}

class Import {
  public:
    // Columns of the file.
    std::set<std::string, std::less<>> columns{"ref",      "source", "subject",     "received_at", "category",
                                               "product",  "status", "resolved_at", "assignee",    "outcome",
                                               "customer", "email",  "priority"};

    ImportedRow take(Office& office, std::string_view now, const Draft& draft,
                     OnConflict on_conflict = OnConflict::error) const {
        auto& desk = office.at(now, "cron", "import");
        Importer importer(desk, on_conflict, [&](std::string_view name) { return columns.contains(name); });
        return importer.take(draft);
    }

    std::string fault(Office& office, const Draft& draft, OnConflict on_conflict = OnConflict::error) const {
        return complaint::tests::message_of<BadValue>([&] { take(office, k_again, draft, on_conflict); });
    }
};

void edit(Office& office, std::string_view field, complaint::Value value) {
    office.act(1, k_between, [&](const Complaint& c, const complaint::Occasion& when) {
        Correction to;
        to.values.set(field, value);
        return complaint::edit(c, to, "", when);
    });
}

void resolve(Office& office) {
    office.act(1, k_between, [](const Complaint& c, const complaint::Occasion& when) {
        return complaint::resolve(c, {}, when);
    });
}

} // namespace

TEST_CASE("a new row is added under the number of the file where that is free") {
    Office office;
    Draft draft = row();
    draft.id = complaint::Id{12};
    const auto added = Import().take(office, k_first, draft);
    CHECK(added.kind == Kind::added);
    CHECK(added.id == complaint::Id{12});
    CHECK_FALSE(added.id_was_taken);
    CHECK(office.complaint(12).category == "damage");
    CHECK(office.complaint(12).logged_at == utc(k_first));
    CHECK(office.customer(office.complaint(12).customer->number).name == "Maija");

    Draft other = row("X2");
    other.id = complaint::Id{12};
    const auto renumbered = Import().take(office, k_first, other);
    CHECK(renumbered.id == complaint::Id{13});
    CHECK(renumbered.id_was_taken);
}

TEST_CASE("the same row again is no news whatever people did meanwhile") {
    Office office;
    Import().take(office, k_first, row());
    edit(office, "category", "delay");
    for (const auto way : {OnConflict::error, OnConflict::skip, OnConflict::update})
        CHECK(Import().take(office, k_again, row(), way).kind == Kind::skipped);
    CHECK(office.complaint(1).category == "delay");
}

// In hexadecimal, and with a salt of its own.
TEST_CASE("the same row again is no news where an older program had its digest either") {
    Office office;
    Import().take(office, k_first, row());
    edit(office, "category", "delay");
    const auto content = exchange::content_of(row());
    for (const auto& [said, is_same] : {std::pair{content, true}, std::pair{content + "x", false}}) {
        auto query = office.store().database().query_once("UPDATE complaint SET row_digest = :digest");
        query.bind(":digest", "5a17:" + store::hex(store::digest("5a17" + said))).run();
        if (is_same)
            CHECK(Import().take(office, k_again, row()).kind == Kind::skipped);
        else
            CHECK_THROWS_AS(Import().take(office, k_again, row()), Conflict);
    }
}

TEST_CASE("a row that says what stands now is no news either") {
    Office office;
    Import().take(office, k_first, row());
    edit(office, "category", "delay");
    Draft draft = row();
    draft.complaint.category = "delay";
    CHECK(Import().take(office, k_again, draft).kind == Kind::skipped);
}

TEST_CASE("a row that says something else is an error passed over or an update as is wished") {
    Office office;
    Import().take(office, k_first, row());
    Draft draft = row();
    draft.complaint.product = "oven";
    CHECK(Import().fault(office, draft) == "product: R-1 is already known, with 'stove'");
    CHECK(Import().take(office, k_again, draft, OnConflict::skip).kind == Kind::skipped);
    CHECK(office.complaint(1).product == "stove");
    CHECK(Import().take(office, k_again, draft, OnConflict::update).kind == Kind::updated);
    CHECK(office.complaint(1).product == "oven");
}

// R-1 was logged here and resolved at once, so that it never was open, nor without its end since.
TEST_CASE("a status of a file comes with the end that goes with it") {
    Office office;
    store::tests::Desk(office.store()).open(row().complaint, utc(k_first));
    resolve(office);
    Draft draft = row();
    draft.complaint.uid = office.complaint(1).uid;
    draft.complaint.status = Status::open;
    Import file;
    file.columns = {"uid", "status"};
    CHECK(file.fault(office, draft, OnConflict::update)
          == "resolved_at: a complaint that is open has no such time");
    file.columns = {"uid", "status", "resolved_at", "closed_at", "outcome", "settled"};
    CHECK(file.take(office, k_again, draft, OnConflict::update).kind == Kind::updated);
    CHECK(office.complaint(1).status == Status::open);
    CHECK_FALSE(office.complaint(1).resolved_at);
}

TEST_CASE("an update changes what the source changed and leaves what people did here") {
    Office office;
    Import().take(office, k_first, row());
    edit(office, "category", "delay");
    Draft draft = row();
    draft.complaint.category = "transport"; // changed here as well
    draft.complaint.product = "oven";
    const auto updated = Import().take(office, k_again, draft, OnConflict::update);
    CHECK(updated.kind == Kind::updated);
    CHECK(updated.kept == Names{"category"});
    CHECK(office.complaint(1).category == "delay");
    CHECK(office.complaint(1).product == "oven");
}

TEST_CASE("a column that the file does not have takes nothing away") {
    Office office;
    Import().take(office, k_first, row());
    Import without;
    without.columns.erase("category");
    Draft draft = row();
    draft.complaint.category.clear();
    draft.complaint.product = "oven";
    without.take(office, k_again, draft, OnConflict::update);
    CHECK(office.complaint(1).category == "damage");
    CHECK(office.complaint(1).product == "oven");
}

TEST_CASE("an empty value in a column that the file has takes the value away") {
    Office office;
    Import().take(office, k_first, row());
    Draft draft = row();
    draft.complaint.category.clear();
    Import().take(office, k_again, draft, OnConflict::update);
    CHECK(office.complaint(1).category.empty());
}

TEST_CASE("what people resolved here is not opened again by a file") {
    Office office;
    Import().take(office, k_first, row());
    resolve(office);
    Draft draft = row();
    draft.complaint.product = "oven";
    draft.complaint.status = Status::open;
    const auto updated = Import().take(office, k_again, draft, OnConflict::update);
    CHECK(updated.kept == Names{"status"});
    CHECK(office.complaint(1).status == Status::closed);
    CHECK(office.complaint(1).resolved_at == utc(k_between));
    CHECK(office.complaint(1).product == "oven");
}

TEST_CASE("a file may resolve what nobody has moved on here") {
    Office office;
    Import().take(office, k_first, row());
    Draft draft = row();
    draft.complaint.status = Status::resolved;
    draft.complaint.resolved_at = utc("2026-01-14T10:00:00Z");
    CHECK(Import().take(office, k_again, draft, OnConflict::update).kind == Kind::updated);
    CHECK(office.complaint(1).status == Status::resolved);
    CHECK(office.complaint(1).resolved_at == utc("2026-01-14T10:00:00Z"));
    CHECK(office.complaint(1).status_at == utc("2026-01-14T10:00:00Z"));
}

TEST_CASE("of what was logged here a file tells news only where it tells what never was so") {
    Office office;
    auto& desk = office.at(k_first, "maria", "open");
    Complaint logged = row().complaint;
    logged.id = {1};
    logged.uid = desk.new_uid();
    desk.ledger().record({}, complaint::open(logged, false, {utc(k_first), utc(k_first)}));
    edit(office, "category", "delay");
    // The shop still has the category that the complaint once had here.
    Draft draft = row();
    draft.customer = {};
    CHECK(Import().take(office, k_again, draft, OnConflict::update).kind == Kind::skipped);
    CHECK(office.complaint(1).category == "delay");
    draft.complaint.product = "oven";
    CHECK(Import().take(office, k_again, draft, OnConflict::update).kind == Kind::updated);
    CHECK(office.complaint(1).product == "oven");
    CHECK(office.complaint(1).category == "delay");
}

TEST_CASE("the customer of a row is the complaint's unless people have chosen another") {
    Office office;
    Import().take(office, k_first, row());
    Draft draft = row();
    draft.customer.name = "Pekka";
    draft.customer.email = "pekka@example.fi";
    CHECK(Import().take(office, k_again, draft, OnConflict::update).kind == Kind::updated);
    CHECK(office.customer(office.complaint(1).customer->number).name == "Pekka");
    edit(office, "customer_id", 1);
    draft.customer.name = "Anna";
    draft.customer.email = "anna@example.fi";
    const auto updated = Import().take(office, "2026-01-16T08:00:00Z", draft, OnConflict::update);
    CHECK(updated.kept == Names{"customer"});
    CHECK(office.complaint(1).customer == complaint::CustomerId{1});
}

TEST_CASE("what was merged comes after the one that it went on in") {
    Office office;
    Import().take(office, k_first, row());
    Draft duplicate = row("X2");
    duplicate.complaint.status = Status::void_;
    duplicate.survivor = {"R-40", complaint::Id{40}};
    auto& desk = office.at(k_first);
    Importer importer(desk, OnConflict::error, [](std::string_view) { return true; });
    CHECK_FALSE(importer.can_take(duplicate));
    CHECK(complaint::tests::message_of<BadValue>([&] {
              importer.take(duplicate);
          }).starts_with("merged_into: "));
    // Its number in the file, which is not its number here.
    Draft survivor = row("X3");
    survivor.label = {"40", complaint::Id{40}};
    const auto id = importer.take(survivor).id;
    REQUIRE(importer.can_take(duplicate));
    CHECK(office.complaint(importer.take(duplicate).id.number).merged_into == id);
}

TEST_CASE("who handles what is open is somebody whom the policy knows") {
    Office office("[vocabulary]\ncategories = [\"damage\", \"delay\"]\n");
    Draft draft = row();
    draft.complaint.assignee = "gone";
    CHECK(Import().fault(office, draft).starts_with("assignee: 'gone' "));
    // What is over may have been handled by somebody who has left.
    draft.complaint.status = Status::closed;
    draft.complaint.resolved_at = utc("2026-01-12T10:00:00Z");
    CHECK(Import().take(office, k_first, draft).kind == Kind::added);
    Draft unknown = row("X2");
    unknown.complaint.category = "dmage";
    CHECK(Import().fault(office, unknown)
          == "category: 'dmage' is not a category (damage, delay); did you mean "
             "'damage'?");
}

TEST_CASE("a row that is refused leaves nothing behind") {
    Office office;
    Draft draft = row();
    draft.complaint.outcome = complaint::Outcome::upheld; // of what is not resolved
    CHECK(Import().fault(office, draft).starts_with("outcome: "));
    CHECK(store::next_complaint_id(office.store().database()) == complaint::Id{1});
    CHECK_FALSE(store::find_customer(office.store().database(), {1}));
}

} // namespace reklamaatio::casework::tests
