// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/log_import.hpp"

#include "casework/office.hpp"
#include "cli/sitting.hpp"
#include "complaint/refusal.hpp"
#include "exchange/error.hpp"
#include "store/event_log.hpp"

#include <sstream>

namespace reklamaatio::cli::tests {
namespace {

using store::Store;
using store::tests::founding;

constexpr std::string_view k_now = "2026-01-12T08:00:00Z";

// Four events, a line each: the policy of a new database, another one, a customer, a complaint.
std::string office_log() {
    casework::tests::Office office;
    store::tests::Desk(office.store())
        .open(store::tests::about("stove"), time::tests::utc(k_now), store::tests::customer("Maija"));
    std::string log;
    store::write_event_log(office.store().database(), office.store().policies(),
                           [&](const std::string& line) { log += line + '\n'; });
    return log;
}

// A new database, and somebody who imports into it.
struct Import {
    Store store = Store::in_memory(founding());
    Sitting sitting{store, k_now};

    // What is printed.
    std::string of(const std::string& log, bool dry_run = false) {
        std::istringstream in(log);
        sitting.with_session([&](Session& session) {
            import_log(session, in, "old.log", dry_run);
            session.hand_over();
        });
        return sitting.world.out.str();
    }
    std::string fault_of(const std::string& log) {
        return complaint::tests::message_of<exchange::DataError>([&] { of(log); });
    }
};

} // namespace

TEST_CASE("a log becomes the database that it came from, and it is told how much it was") {
    Import import;
    CHECK(import.of(office_log()) == "4 events restored\n");
    CHECK(store::find_complaint(import.store.database(), {1})->subject == "stove");
    CHECK(store::tests::faults_of(import.store).empty());
    CHECK(Import().of(office_log(), true) == "4 events would be restored\n");
    Import as_data;
    as_data.sitting.settings.format = render::Format::csv;
    CHECK(as_data.of(office_log()) == "events,dry_run\n4,false\n");
}

TEST_CASE("what is no log is told with its place, and nothing is added to what is there") {
    const auto log = office_log();
    const auto second = log.find('\n') + 1;
    const auto third = log.find('\n', second) + 1;
    CHECK(Import().fault_of(log.substr(0, second) + "{}\n")
          == "old.log:2: this is not a log event such as export --events writes");
    CHECK(Import().fault_of(log.substr(0, second) + log.substr(third))
          == "old.log:2: event 2 is missing; 3 is in its place");
    CHECK(Import().fault_of("{\"event\":1}").starts_with("old.log:1: "));

    casework::tests::Office office;
    Sitting sitting(office.store(), k_now);
    std::istringstream in(log);
    CHECK_THROWS_AS(
        sitting.with_session([&](Session& session) { import_log(session, in, "old.log", false); }),
        complaint::Refusal);
}

} // namespace reklamaatio::cli::tests
