// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/log_import.hpp"

#include "casework/office.hpp"
#include "cli/sitting.hpp"
#include "complaint/refusal.hpp"
#include "exchange/error.hpp"
#include "store/event_log.hpp"

namespace reklamaatio::cli::tests {
namespace {

using store::Store;
using store::tests::founding;
using store::tests::TemporaryFolder;
using store::tests::write_file;

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

    explicit Import(const std::string& in = "") { sitting.world.in.str(in); }

    bool is_log(const std::string& file) {
        return sitting.with_session([&](Session& session) { return is_event_log(session, file); });
    }
    // What is printed.
    std::string from(const std::string& file, bool dry_run = false) {
        sitting.with_session([&](Session& session) {
            import_log(session, file, dry_run);
            session.hand_over();
        });
        return sitting.world.out.str();
    }
    std::string fault_of(const std::string& file) {
        return complaint::tests::message_of<exchange::DataError>([&] { from(file); });
    }
};

} // namespace

TEST_CASE("a log is known by its first byte, which stays where it is") {
    const TemporaryFolder folder;
    write_file(folder / "log", "{\"event\":1}");
    write_file(folder / "csv", "subject,text\n");
    write_file(folder / "empty", "");
    Import import("{x");
    CHECK(import.is_log(folder / "log"));
    CHECK_FALSE(import.is_log(folder / "csv"));
    CHECK_FALSE(import.is_log(folder / "empty"));
    CHECK_FALSE(import.is_log(folder / "nowhere"));
    CHECK(import.is_log("-"));
    CHECK(import.sitting.world.in.get() == '{');
    CHECK_FALSE(import.is_log("-"));
}

TEST_CASE("a log becomes the database that it came from, and it is told how much it was") {
    const TemporaryFolder folder;
    write_file(folder / "log", office_log());
    Import import(office_log());
    CHECK(import.from("-") == "4 events restored\n");
    CHECK(store::find_complaint(import.store.database(), {1})->subject == "stove");
    CHECK(store::tests::faults_of(import.store).empty());
    CHECK(Import().from(folder / "log", true) == "4 events would be restored\n");
    Import as_data(office_log());
    as_data.sitting.settings.format = render::Format::csv;
    CHECK(as_data.from("-") == "events,dry_run\n4,false\n");
}

TEST_CASE("what is no log is told with its place, and nothing is added to what is there") {
    const auto log = office_log();
    const auto second = log.find('\n') + 1;
    const auto third = log.find('\n', second) + 1;
    CHECK(Import(log.substr(0, second) + "{}\n").fault_of("-")
          == "standard input:2: this is no event of a log, as export --events writes it");
    CHECK(Import(log.substr(0, second) + log.substr(third)).fault_of("-")
          == "standard input:2: event 2 is missing, 3 stands in its place");
    const TemporaryFolder folder;
    write_file(folder / "log", "{");
    CHECK(Import().fault_of(folder / "log").starts_with((folder / "log").string() + ":1: "));

    casework::tests::Office office;
    Sitting sitting(office.store(), k_now);
    sitting.world.in.str(log);
    CHECK_THROWS_AS(sitting.with_session([](Session& session) { import_log(session, "-", false); }),
                    complaint::Refusal);
}

} // namespace reklamaatio::cli::tests
