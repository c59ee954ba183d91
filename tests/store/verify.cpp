// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is changed behind the program's back shows.
#include "store/verify.hpp"

#include "store/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

// R-1 is resolved and opened again, R-2 is only opened; Maija complains, Pekka does, too.
void fill(const std::filesystem::path& path) {
    Store store = Store::open_for_writing(path, true, founding());
    Desk desk(store);
    desk.open(about("The stove is broken"), utc("2026-01-12T07:00:00Z"),
              customer("Maija", "maija@example.fi"));
    desk.act({1}, utc("2026-01-12T08:00:00Z"), saying(complaint::tests::outbound("We come tomorrow.")));
    desk.act({1}, utc("2026-01-13T08:00:00Z"), resolving());
    desk.act({1}, utc("2026-01-14T08:00:00Z"), reopening());
    desk.open(about("Late again"), utc("2026-01-14T09:00:00Z"), customer("Pekka", "pekka@example.fi"));
    store.commit();
}

std::string faults_after(const std::string& tampering) {
    // Made once, since every commit waits for the disk.
    static const TemporaryFolder folder;
    static const auto original = folder / "original.db";
    if (!std::filesystem::exists(original)) fill(original);
    const auto path = folder / "r.db";
    std::filesystem::copy_file(original, path, std::filesystem::copy_options::overwrite_existing);
    if (!tampering.empty()) CHECK(Intruder(path).run(tampering) > 0);
    Store store = Store::open_for_reading(path);
    std::string faults = faults_of(store);
    // The folder has another name in each run.
    for (auto at = faults.find(path.string()); at != std::string::npos; at = faults.find(path.string()))
        faults.replace(at, path.string().size(), "r.db");
    return faults;
}

} // namespace

TEST_CASE("a database that nobody touched has no fault") {
    CHECK(faults_after("") == "");
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    fill(path);
    Store store = Store::open_for_reading(path);
    const VerifyResult verdict = verify(store.database(), store.policies());
    CHECK(verdict.events == 8); // policy, 2 customers, 2 openings, answer, resolution, reopening
    CHECK(verdict.complaints == 2);
    CHECK(verdict.customers == 2);
}

TEST_CASE("every kind of tampering is found and named") {
    struct Case {
        std::string_view tampering;
        std::string_view fault; // one of the sentences
    };
    const Case cases[] = {
        {"UPDATE complaint SET status = 'closed' WHERE id = 1", "R-1 differs from what its log says: status"},
        {"UPDATE complaint SET subject = 'All is well' WHERE id = 2",
         "R-2 differs from what its log says: subject"},
        {"UPDATE complaint SET amount_cents = 100, csat = 5 WHERE id = 2",
         "R-2 differs from what its log says: amount_cents, csat"},
        {"DELETE FROM complaint WHERE id = 2", "R-2 is not in the state"},
        {"CREATE TEMP TABLE stray AS SELECT * FROM complaint WHERE id = 2;"
         " UPDATE stray SET id = 9, uid = 'x' || uid; INSERT INTO complaint SELECT * FROM stray",
         "R-9 is not in the log"},

        {"UPDATE event SET changes = replace(changes, '2026-01-12T08:00:00Z', '2026-01-12T07:30:00Z') WHERE "
         "id = 4",
         "event 4 of the log, or one before it, was changed"},
        {"UPDATE event SET happened_at = happened_at - 1 WHERE id = 4",
         "event 4 of the log, or one before it, was changed"},
        {"UPDATE event SET kind = 'noted' WHERE id = 4", "event 4 of the log, or one before it, was changed"},
        {"UPDATE event SET complaint_id = 2 WHERE id = 4",
         "event 4 of the log, or one before it, was changed"},
        {"UPDATE event SET hash = zeroblob(32) WHERE id = 4",
         "event 4 of the log, or one before it, was changed"},
        {"UPDATE event SET digest = zeroblob(32) WHERE id = 4",
         "event 4 of the log, or one before it, was changed"},
        {"UPDATE event SET personal = replace(personal, 'tomorrow', 'today') WHERE id = 4",
         "what a person said in event 4 of the log was changed"},
        {"UPDATE event SET salt = zeroblob(16) WHERE id = 4",
         "what a person said in event 4 of the log was changed"},
        {"DELETE FROM event WHERE id = 4", "the log lacks event 4"},
        {"DELETE FROM event WHERE id = 1", "the log lacks event 1"},
        {"DELETE FROM event WHERE id = 8", "R-2 is not in the log"},
        {"DELETE FROM event WHERE id = 8", "the log ends with event 7, but event 8 was the last one logged"},
        {"DELETE FROM deadline WHERE complaint_id = 2; DELETE FROM complaint WHERE id = 2;"
         " DELETE FROM event WHERE id >= 7; DELETE FROM change WHERE id >= 6",
         "the log ends with event 6, but event 8 was the last one logged"},
        {"UPDATE log_head SET hash = x'00'",
         "the log ends with event 8, but event 8 was the last one logged"},
        {"INSERT INTO absence VALUES ('pekka', '2026-01-12', '2026-01-16')",
         "when staff are away differs from what the log says"},
        {"INSERT INTO volume VALUES ('', '2026-10', '', 134000)",
         "the volumes differ from what the log says"},
        {"UPDATE complaint SET merged_into = 9 WHERE id = 2", "R-2 goes on in R-9, which is not there"},
        {"UPDATE complaint SET merged_into = 3 - id", "R-1 goes on in R-2, which goes on in it"},
        {"UPDATE complaint SET merged_into = 1 WHERE id = 1", "R-1 goes on in R-1, which goes on in it"},
        {"INSERT INTO complaint_text (complaint_text) VALUES ('delete-all'); UPDATE log_head SET id = 1",
         "the words by which list --text finds complaints differ from their texts"},
        {"INSERT INTO complaint_text (rowid, subject) VALUES (9, 'stove')",
         "the words by which list --text finds complaints differ from their texts"},
        {"INSERT INTO customer_text (rowid, name) VALUES (9, 'maija')",
         "the words by which list --text finds complaints differ from their texts"},
        {"UPDATE log_head SET id = 1; DROP VIEW deadlines", "the view deadlines is missing"},
        {"UPDATE log_head SET id = 1; DROP INDEX complaint_merged", "the index complaint_merged is missing"},
        {"UPDATE log_head SET id = 1; DROP VIEW deadlines; CREATE VIEW deadlines AS SELECT 1 AS id",
         "the view deadlines is not as it was made"},
        {"UPDATE log_head SET id = 1; CREATE TRIGGER mine AFTER INSERT ON event BEGIN SELECT 1; END",
         "the trigger mine was added by somebody"},
        {"UPDATE change SET actor = 'nobody' WHERE id = 3",
         "event 4 of the log, or one before it, was changed"},
        {"UPDATE change SET command = 'sql' WHERE id = 3",
         "event 4 of the log, or one before it, was changed"},
        {"UPDATE change SET recorded_at = recorded_at + 60 WHERE id = 3",
         "event 4 of the log, or one before it, was changed"},

        {"UPDATE deadline SET due_at = due_at + 3600 WHERE complaint_id = 2 AND clock = 'response'",
         "the deadlines of R-2 differ from what its log and the policies say"},
        {"UPDATE deadline SET met_at = due_at WHERE complaint_id = 2",
         "the deadlines of R-2 differ from what its log and the policies say"},
        {"DELETE FROM deadline WHERE complaint_id = 1 AND clock = 'resolution'",
         "the deadlines of R-1 differ from what its log and the policies say"},
        {"UPDATE message SET text = 'We come today.'",
         "the conversation of R-1 differs from what its log says"},
        {"UPDATE message SET direction = 'in'", "the conversation of R-1 differs from what its log says"},
        {"DELETE FROM message", "the conversation of R-1 differs from what its log says"},
        {"UPDATE reopening SET reopened_at = reopened_at - 1",
         "the reopenings of R-1 differ from what its log says"},
        {"DELETE FROM reopening", "the reopenings of R-1 differ from what its log says"},
        {"UPDATE customer SET email = 'other@example.fi' WHERE id = 1",
         "C-1 differs from what the log says: email"},
        {"UPDATE customer SET name = NULL WHERE id = 2", "C-2 differs from what the log says: name"},
        {"DELETE FROM customer WHERE id = 2", "C-2 differs from what the log says: it is not in the state"},
        {"UPDATE customer SET email_key = 'other@example.fi' WHERE id = 1",
         "C-1 differs from what the log says: email_key"},
        {"UPDATE customer SET phone_key = '358401111111' WHERE id = 2",
         "C-2 differs from what the log says: phone_key"},
        // Empty reads as nothing, and is found by others who look for what is not NULL.
        {"UPDATE complaint SET wish = '' WHERE id = 1", "R-1 differs from what its log says: wish"},
        {"UPDATE message SET channel = ''", "the message of event 4 is not as the program writes it"},
        {"UPDATE message SET automatic = 2", "the message of event 4 is not as the program writes it"},
        {"UPDATE reopening SET ordinal = 2", "R-1: a reopening of R-1 is missing; restore a backup"},
        {"INSERT INTO change (id, recorded_at, actor, command, undoes) SELECT max(id) + 1, 0, 'maria', "
         "'undo', 3 FROM "
         "change",
         "change 7 of the log has no event"},
        {"UPDATE change SET id = 99 WHERE id = 6; UPDATE event SET change_id = 99 WHERE change_id = 6",
         "the log lacks change 6"},
        {"UPDATE event SET salt = x'00' WHERE id = 1",
         "what a person said in event 1 of the log was changed"},
        {"UPDATE event SET personal = '' WHERE id = 8",
         "what a person said in event 8 of the log was changed"},
        {"DELETE FROM log_head", "nothing tells which event was the last one logged"},
        {"INSERT INTO pack (first_event, last_event, texts) VALUES (3, 3, x'00')",
         "the pack of event 3 of the log does not fit its events"},
        {"UPDATE policy SET change_id = 2", "the text of policy 1 is not the one that was applied"},
        {"UPDATE policy SET version = 2", "the text of policy 2 is not the one that was applied"},
        {"UPDATE policy SET toml = 'x'",
         "the policy in force: policy 1 of the database cannot be read: "
         "policy 1:1:2: Error while parsing key-value pair: encountered end-of-file"},
        {"UPDATE deadline SET policy = policy + 4294967296 WHERE complaint_id = 2",
         "R-2: r.db is damaged (it holds the number 4294967297 where few are); restore a backup"},
        {"UPDATE complaint SET received_at = 1 << 62 WHERE id = 2",
         "R-2 differs from what its log says: received_at"},
        {"INSERT INTO complaint_text (complaint_text, rank) VALUES ('automerge', 2); UPDATE log_head SET id "
         "= 1",
         "the words by which list --text finds complaints differ from their texts"},
        {"UPDATE policy SET toml = replace(toml, 'response = \"8h\"', 'response = \"9h\"')",
         "the deadlines of R-2 differ from what its log and the policies say"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.tampering);
        const std::string faults = faults_after(std::string(c.tampering));
        CAPTURE(faults);
        CHECK(("\n" + faults + "\n").find("\n" + std::string(c.fault) + "\n") != std::string::npos);
    }
}

TEST_CASE("a change that keeps its own hash right breaks the chain behind it") {
    // The intruder knows how events are hashed, but not that each hash covers the one before.
    const std::string faults =
        faults_after("UPDATE event SET hash = (SELECT hash FROM event WHERE id = 5) WHERE id = 4");
    CHECK(faults.find("event 4 of the log, or one before it, was changed") != std::string::npos);
    CHECK(faults.find("event 5 of the log, or one before it, was changed") != std::string::npos);
    CHECK(faults.find("event 6 of the log") == std::string::npos);
}

TEST_CASE("an event that is erased in the right way leaves the chain whole") {
    const std::string faults = faults_after("UPDATE event SET personal = NULL, salt = NULL WHERE id = 4");
    CHECK(faults.find("of the log was changed") == std::string::npos);
    // The text beside the log was not erased with it.
    CHECK(faults == "the conversation of R-1 differs from what its log says");
}

TEST_CASE("damage to the file itself is told") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    fill(path);
    // The index now claims to hold something else than it does.
    Intruder(path).run(
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '(uid)', '(status)')"
        " WHERE name = 'complaint_by_uid'");
    Store store = Store::open_for_reading(path);
    CHECK(faults_of(store).starts_with("the file is damaged: row 1 missing from index complaint_by_uid"));
}

} // namespace reklamaatio::store::tests
