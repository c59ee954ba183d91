// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/detection.hpp"

#include "exchange/error.hpp"
#include "exchange/profile_text.hpp"
#include "exchange/readers.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::Detection;

namespace {

complaint::OwnFields declared() {
    complaint::OwnFields own;
    own.push_back(std::make_shared<const complaint::OwnField>(
        complaint::OwnDeclaration{.name = "order_number", .label = "Order no."}));
    own.push_back(std::make_shared<const complaint::OwnField>(
        complaint::OwnDeclaration{.name = "bought", .type = complaint::OwnType::date}));
    own.push_back(std::make_shared<const complaint::OwnField>(
        complaint::OwnDeclaration{.name = "store", .values = {"Turku", "Järvenpää", "verkko"}}));
    return own;
}

const exchange::FieldSet fields(declared());

Detection detected(const std::string& csv, const exchange::Profile& given = {}) {
    std::istringstream in(csv);
    return exchange::detect(in, "f.csv", given, fields);
}

std::string proposed(const std::string& csv) {
    return exchange::profile_text(detected(csv));
}

// Whether the proposed profile has that line, comments aside.
bool has_line(const std::string& profile, std::string_view line) {
    std::istringstream in(profile);
    for (std::string read; std::getline(in, read);) {
        read.resize(std::min(read.size(), read.find("  #")));
        read.resize(read.find_last_not_of(' ') + 1);
        if (read == line) return true;
    }
    return false;
}

bool has_doubt(const Detection& detection, std::string_view doubt) {
    return std::ranges::find(detection.doubts, doubt) != detection.doubts.end();
}

// What is proposed reads every row.
std::string faults_as_proposed(const std::string& csv) {
    return tests::faults_in(csv, exchange::read_profile(proposed(csv), "p.toml"));
}

} // namespace

TEST_CASE("columns of one name are numbered and tags of one name are joined") {
    const std::string csv = "Key,Created,Summary,Labels,Labels,Comment,Comment\n"
                            "A-1,2026-11-02,Late,red,blue,first,second\n";
    const auto profile = proposed(csv);
    CHECK(has_line(profile, R"(tags = ["Labels#1", "Labels#2"])"));
    CHECK(profile.find("\"Comment#2\" goes nowhere") != std::string::npos);
    CHECK(faults_as_proposed(csv).empty());
    const auto rows = tests::Opened(csv, exchange::read_profile(profile, "p.toml")).rows();
    CHECK(rows.at(0).draft.complaint.tags == std::vector<std::string>{"blue", "red"});
}

TEST_CASE("a time of day behind a column of days is joined with it") {
    const std::string csv = "Id,Date,Time,Title\n1,13/11/2026,09:12,Late\n2,2/11/2026,23:59,Lost\n";
    const auto profile = proposed(csv);
    CHECK(has_line(profile, R"(received_at = ["Date", "Time"])"));
    CHECK(has_line(profile, R"(date_format = "DD/MM/YYYY hh:mm")"));
    const auto rows = tests::Opened(csv, exchange::read_profile(profile, "p.toml")).rows();
    CHECK(time::to_iso(rows.at(1).draft.complaint.received_at) == "2026-11-02T21:59:00Z");
    // A duration behind a time is none.
    CHECK(has_line(proposed("Id,Created,Spent,Title\n1,2026-11-02 10:00,00:41:10,Late\n"),
                   R"(received_at = "Created")"));
}

TEST_CASE("lines at the end that are no rows are skipped where they stand nowhere else") {
    const std::string csv =
        "Id,Created,Title\n1,2026-11-02,Late\n2,2026-11-03,Lost\nGrand total\n\nCopyright\n";
    CHECK(has_line(proposed(csv), "skip_last_lines = 2"));
    CHECK(detected(csv).rows == 2);
    CHECK(has_doubt(detected(csv), "2 lines at the end are not of the table"));
    CHECK(faults_as_proposed(csv).empty());
    const auto torn = detected("Id,Created,Title\n1,2026-11-02,Late\n2\n3,2026-11-03,Lost\n4\n");
    CHECK(torn.skip_last_lines == 0);
    CHECK(has_doubt(torn, "2 of 4 rows cannot be read so; the first is 3:1: has 1 field, the header has 3"));
}

TEST_CASE("backslashes and missing quotes are found out where the usual quotes do not work") {
    const std::string escaped = "Id,Created,Title\n1,2026-11-02,\"a \\\"b\\\", c\"\n";
    CHECK(has_line(proposed(escaped), R"(escape = "\\")"));
    CHECK(faults_as_proposed(escaped).empty());
    const std::string dumped = "id\tcreated\ttitle\n1\t2026-11-02\ta \\\n\"b\n2\t2026-11-03\t\"c\" d\n";
    CHECK(has_line(proposed(dumped), R"(quote = "")"));
    CHECK(faults_as_proposed(dumped).empty());
    // What is wrong with the file as it seems to be is what a person can mend.
    CHECK_THROWS_WITH_AS(
        detected("Id,Title\n1,\"a\" b\n2,\\\"c\" d\"\n"),
        "f.csv:2:6: text after the closing quote of the field that begins at 2:3; a quote inside "
        "quotes is written twice",
        exchange::DataError);
}

TEST_CASE("what databases write in place of line ends and of nothing is read so") {
    const std::string dumped = "id\tcreated\ttitle\tbody\n1\t2026-11-02\tLate\tone\\ntwo \\\\n\n"
                               "2\t2026-11-03\tLate\t\\N\n";
    const auto profile = proposed(dumped);
    CHECK(has_line(profile, R"(escape = "\\")"));
    CHECK(has_line(profile, R"(quote = "")"));
    CHECK(has_line(profile, R"(empty = ["\\N"])"));
    CHECK(has_doubt(detected(dumped),
                    "backslashes are taken for those of a database, which writes line ends and "
                    "tabs with them"));
    const auto rows = tests::Opened(dumped, exchange::read_profile(profile, "p.toml")).rows();
    CHECK(rows.at(0).draft.complaint.text == "one\ntwo \\n");
    CHECK(rows.at(1).draft.complaint.text.empty());
    // Folders of Windows, and what stands in quotes.
    for (const std::string other : {"C:\\temp\\Users", "\"a\\n\""})
        CHECK_FALSE(
            has_line(proposed("id\tcreated\ttitle\n1\t2026-11-02\t" + other + "\n"), R"(escape = "\\")"));
}

TEST_CASE("fields of the firm's own are known by name and heading") {
    const std::string csv = "Id,Created,Title,Order no.,bought\n1,2026-11-02,Late,WEB-1,21/11/2026\n";
    const auto profile = proposed(csv);
    CHECK(has_line(profile, R"(order_number = "Order no.")"));
    CHECK(has_line(profile, R"(bought = "bought")"));
    CHECK(has_line(profile, R"(bought = "DD/MM/YYYY")"));
    CHECK(profile.find("goes nowhere") == std::string::npos);
    CHECK_FALSE(detected(csv).columns.back().is_guess);
    for (const auto& doubt : detected(csv).doubts)
        CHECK(doubt.find("cannot be read") == std::string::npos);
}

TEST_CASE("values of the firm's own are known in any case and without accents, as they are read") {
    const std::string csv = "Id,Created,Title,store\n1,2026-11-02,Late,Turku\n2,2026-11-02,Late,VERKKO\n"
                            "3,2026-11-02,Late,jarvenpaa\n";
    for (const auto& doubt : detected(csv).doubts)
        CHECK(doubt.find("needs you") == std::string::npos);
    CHECK(proposed(csv).find("[values.store]") == std::string::npos);
    CHECK(proposed(csv + "4,2026-11-02,Late,Oulu\n").find("\"Oulu\" = ") != std::string::npos);
}

TEST_CASE("words for none speak for no type and are proposed as empty") {
    const std::string csv =
        "Id,Created,Solved,Title,Status\n1,2026-11-02,-,Late,open\n2,2026-11-03,2026-11-04,?,solved\n";
    const auto profile = proposed(csv);
    CHECK(has_line(profile, R"(resolved_at = "Solved")"));
    CHECK(has_line(profile, R"(empty = ["-"])")); // ? is a title
    CHECK(faults_as_proposed(csv).empty());
}

TEST_CASE("numbers since 1970 are times where the name of the column says so") {
    const std::string csv = "id,created_ms,resolved_ms,phone,title\n1,1793610000000,0,0401234567,Late\n"
                            "2,1793700000999,1793800000000,0401234568,Lost\n";
    const auto profile = proposed(csv);
    CHECK(has_line(profile, R"(received_at = "created_ms")"));
    CHECK(has_line(profile, R"(date_format = "epoch_ms")"));
    CHECK(has_line(profile, "[values.resolved_at]"));
    CHECK(faults_as_proposed(csv).empty());
    CHECK_FALSE(has_line(proposed("id,ticket,title\n1793610000,2026-11-02,Late\n"), R"(received_at = "id")"));
}

TEST_CASE("the mark of decimals is told by sums that have no other reading") {
    const auto of = [](const std::string& sum) {
        return proposed("Id;Created;Title;Refund\n1;2026-11-02;Late;" + sum + "\n2;2026-11-03;Lost;\n");
    };
    CHECK(has_line(of("1.234,50 €"), R"(decimal_mark = ",")"));
    CHECK(has_line(of("1,234.50"), R"(decimal_mark = ".")"));
    CHECK(of("1234").find("decimal_mark") == std::string::npos);
}

TEST_CASE("columns of times that no one format reads have formats of their own") {
    const auto profile = proposed("Id,Created,Closed,Title\n1,2026-11-02 10:00,13/11/2026,Late\n");
    CHECK(has_line(profile, "[date_formats]"));
    CHECK(has_line(profile, R"(closed_at = "DD/MM/YYYY")"));
    CHECK(profile.find("date_format =") == std::string::npos);
}

TEST_CASE("an end that the status does not go with is stale") {
    const auto reopened = "Id,Created,Closed,Status,Title\n1,2026-11-02,2026-11-03,open,Late\n"
                          "2,2026-11-02,2026-11-03,closed,Lost\n3,2026-11-02,,open,Lost\n";
    CHECK(detected(reopened).stale_ends == 1);
    CHECK(has_line(proposed(reopened), R"(stale_ends = "ignore")"));
    // Whether a complaint is resolved or closed, its one end is that.
    const auto resolved = proposed("Id,Created,Closed,Status,Title\n1,2026-11-02,2026-11-03,resolved,Late\n"
                                   "2,2026-11-02,2026-11-03,closed,Lost\n");
    CHECK(has_line(resolved, R"(resolved_at = "Closed")"));
    CHECK(has_line(resolved, R"(closed_at = "Closed")"));
}

TEST_CASE("where some rows have no text what sorts them is their subject") {
    const auto with_category = proposed("Id,Created,Category,Address\n1,2026-11-02,Potholes,Main Street 1\n"
                                        "2,2026-11-03,Lights,\n");
    CHECK(has_line(with_category, R"(subject = "Category")"));
    const auto none = detected("Id,Created,Title\n1,2026-11-02,Late\n2,2026-11-03,\n");
    CHECK(has_doubt(none, "1 row has neither a subject nor a text"));
}

TEST_CASE("how a file is written is told of its text, however many bytes a letter has") {
    const std::string csv = "printed today\r\nId;Created;Title\r\n1;2026-11-02;Late\r\n";
    std::string utf16 = "\xFF\xFE";
    for (const char c : csv)
        utf16 += {c, '\0'};
    const auto detection = detected(utf16);
    CHECK(detection.encoding.encoding == "UTF-16");
    CHECK(detection.line_ends == "CRLF");
    CHECK(detection.skip_lines == 1);
    CHECK(detection.rows == 1);
    CHECK(detected("Id;Created\n1;2026-11-02\n").line_ends == "LF");
    CHECK(detected("Id;Created\r1;2026-11-02\r").line_ends == "CR");
}

TEST_CASE("a column whose name says UTC tells the zone") {
    const std::string csv = "Id,Created at (UTC),Due,Title\n1,2026-11-02 09:00,2026-12-01,Late\n";
    CHECK(has_line(proposed(csv), R"(timezone = "UTC")"));
    CHECK(has_doubt(detected(csv), "the times are taken for UTC by the name of Created at (UTC)"));
    const auto rows = tests::Opened(csv, exchange::read_profile(proposed(csv), "p.toml")).rows();
    CHECK(time::to_iso(rows.at(0).draft.complaint.received_at) == "2026-11-02T09:00:00Z");
    for (const std::string other : {"Created", "Created (GMT+2)", "Created by utcsa"})
        CHECK_FALSE(
            has_line(proposed("Id," + other + ",Title\n1,2026-11-02 09:00,Late\n"), R"(timezone = "UTC")"));
}

TEST_CASE("a file that begins with a complaint has no header") {
    const std::string csv =
        "1\tBroken\t2026-11-02 09:14:05\tann@example.com\n2\tLate\t2026-11-13 19:40:00\t\n";
    CHECK(has_line(proposed(csv), "header = false"));
    CHECK(has_line(proposed(csv), R"(received_at = "3")"));
    CHECK(detected(csv).rows == 2);
    CHECK(has_doubt(detected(csv), "the first row is taken for a complaint, since a time or an address is no "
                                   "name of a column"));
    CHECK(faults_as_proposed(csv).empty());
}

TEST_CASE("a word for nobody is nobody in the column of people alone") {
    const std::string csv = "Id,Created,Title,Status,Assignee\n1,2026-11-02,Late,Unassigned,Unassigned\n"
                            "2,2026-11-03,Lost,Open,Pekka\n";
    const auto profile = proposed(csv);
    CHECK(profile.find("[values.assignee]\n\"Unassigned\" = \"\"") != std::string::npos);
    const auto rows = tests::Opened(csv, exchange::read_profile(profile, "p.toml")).rows();
    CHECK(rows.at(0).draft.complaint.assignee.empty());
    CHECK(rows.at(0).draft.complaint.status == complaint::Status::new_);
    CHECK(rows.at(1).draft.complaint.assignee == "Pekka");
}

TEST_CASE("times as Finns, Unix and forms of Google write them are known") {
    const auto format_of = [](const std::string& time) {
        const auto detection = detected("Id;Created;Title\n1;" + time + ";Late\n");
        return detection.date_formats.empty() ? "none" : detection.date_formats.front();
    };
    CHECK(format_of("28.11.2026 klo 9.14") == "DD.MM.YYYY 'klo' hh.mm");
    CHECK(format_of("Mon Nov 02 09:14:00 2026") == "Weekday Mon DD hh:mm:ss YYYY");
    CHECK(format_of("2026/11/02 9:14:05 AM GMT+2") == "%Y/%m/%d %I:%M:%S %p %z");
    CHECK(format_of("2026/11/02 9:14:05 ap. UTC+2") == "%Y/%m/%d %I:%M:%S %p %z");
}

TEST_CASE("a column that is empty in this file goes where its name says") {
    const auto profile =
        proposed("ref;received_at;subject;phone;due_at\n1;2026-11-01;a;;\n2;2026-11-02;b;;\n");
    CHECK(has_line(profile, R"(phone = "phone")"));
    CHECK(has_line(profile, R"(resolution_due_at = "due_at")"));
    CHECK(has_doubt(detected("ref;received_at;subject;due_at\n1;2026-11-01;a;\n"),
                    "due_at is empty, which says of each complaint that it has no target"));
    const auto header = detected("ref,received_at,subject,status\n");
    CHECK(header.doubts.empty());
    CHECK(has_line(exchange::profile_text(header), R"(status = "status")"));
    // What has something goes before what is empty.
    const auto both = proposed("Date,Opened at,Title,Labels,Labels\n,2026-11-02,a,x,\n");
    CHECK(has_line(both, R"(received_at = "Opened at")"));
    CHECK(has_line(both, R"(tags = ["Labels#1", "Labels#2"])"));
    CHECK(has_line(proposed("Id,Submitted,Date,Title\n1,2026-11-02,,a\n"), R"(received_at = "Submitted")"));
    CHECK(has_line(proposed("Id,Date,Closed,Updated,Title\n1,2026-11-02,,2026-11-03,a\n"),
                   R"(closed_at = "Closed")"));
    CHECK(has_line(proposed("Nro,Date,Title,uuid\n1,2026-11-02,a,\n2,2026-11-03,b,\n"), R"(ref = "Nro")"));
    // The times tell the status.
    const std::string closed = "Id,Date,Status,Closed,Title\n1,2026-11-02,,2026-11-03,a\n";
    CHECK_FALSE(has_line(proposed(closed), R"(status = "Status")"));
    CHECK(faults_as_proposed(closed).empty());
}

TEST_CASE("forms of Google with the name of a zone begin with the time of receipt") {
    const std::string csv = "Timestamp,Email Address,Your name,What happened?,When did it happen?\n"
                            "2026/11/01 9:05:11 AM EET,a@x.fi,Ann,The heater broke,2026-10-30\n"
                            "2026/11/13 10:15:11 PM EET,b@x.fi,Bob,Late,2026-10-31\n";
    CHECK(has_line(proposed(csv), R"(received_at = "Timestamp")"));
    CHECK(has_line(proposed(csv), R"(text = "What happened?")"));
    const auto rows = tests::Opened(csv, exchange::read_profile(proposed(csv), "p.toml")).rows();
    CHECK(time::to_iso(rows.at(1).draft.complaint.received_at) == "2026-11-13T20:15:11Z");
    // A zone that is not clear is none, and the stamp no text.
    const auto unclear = detected("Timestamp,What happened?,When did it happen?\n"
                                  "2026/11/01 9:05:11 AM IST,Late,2026-10-30\n");
    CHECK(has_line(exchange::profile_text(unclear), R"(text = "What happened?")"));
    CHECK(has_doubt(unclear,
                    "Timestamp is written in no form of times that is known here: map it, and give its "
                    "date_format"));
}

TEST_CASE("10.00 is a time of day where the name of the column says so") {
    const std::string csv = "Viite;Päivä;Klo;Aihe\nT1;13.11.2026;10.00;a\nT2;5.11.2026;9.30;b\n";
    CHECK(has_line(proposed(csv), R"(received_at = ["Päivä", "Klo"])"));
    const auto rows = tests::Opened(csv, exchange::read_profile(proposed(csv), "p.toml")).rows();
    CHECK(time::to_iso(rows.at(1).draft.complaint.received_at) == "2026-11-05T07:30:00Z");
    const auto of = [](const std::string& name, const std::string& time) {
        return proposed("Id;Date;" + name + ";Title\n1;2.11.2026;" + time + ";a\n");
    };
    CHECK(has_line(of("Time of day", "9.30"), R"(received_at = ["Date", "Time of day"])"));
    CHECK(has_line(of("Klo", "9.75"), R"(received_at = "Date")"));
    CHECK(has_line(of("Klo", "24.30"), R"(received_at = "Date")"));
    CHECK(has_line(of("Time spent", "9.30"), R"(received_at = "Date")"));
    CHECK(has_line(of("Price", "9.30"), R"(received_at = "Date")"));
}

TEST_CASE("senders in a mailbox of Outlook are customers, and the kind of their address is nothing") {
    const std::string csv = "Subject,Body,From: (Name),From: (Address),From: (Type),Received\n"
                            "Late,It came late,Ann Aho,ann@x.fi,SMTP,2026-11-13 10:05\n"
                            "Broken,It broke,Bob Boe,/O=ExchangeLabs/ou=a/cn=b,EX,2026-11-14 10:05\n";
    const auto profile = proposed(csv);
    CHECK(has_line(profile, "customer = \"From: (Name)\""));
    CHECK(has_line(profile, "email = \"From: (Address)\""));
    CHECK(has_line(profile, R"("/o=*" = "")"));
    CHECK(profile.find("category") == std::string::npos);
    CHECK(faults_as_proposed(csv).empty());
}

TEST_CASE("dates of zeros are none and numbers of many zeros are no telephone's") {
    const std::string csv = "Nummer;Eingang;Kurztext;Rückmeldung\n000200001234;13.11.2026;Pumpe;00.00.0000\n"
                            "000200001235;14.11.2026;Ventil;13.11.2026\n";
    CHECK(has_line(proposed(csv), R"(ref = "Nummer")"));
    CHECK(proposed(csv).find("\"Rückmeldung\" goes nowhere: DD.MM.YYYY") != std::string::npos);
    CHECK(has_line(proposed("Notification;Created;Title\n0010001234;2026-11-02;a\n0010001235;2026-11-03;b\n"),
                   R"(ref = "Notification")"));
    const std::string closed = "Nummer;Eingang;Kurztext;Geschlossen\n1;13.11.2026;a;00.00.0000\n"
                               "2;14.11.2026;b;15.11.2026\n";
    CHECK(has_line(proposed(closed), R"(empty = ["00.00.0000"])"));
    CHECK(faults_as_proposed(closed).empty());
    for (const std::string dialled : {"0401234567", "00358401234567"})
        CHECK(detected("Nummer\n" + dialled + "\n").columns.at(0).look.look() == exchange::Look::phones);
}

TEST_CASE("what is called #1001 is no person") {
    const std::string csv =
        "Name,Created at,Notes,Email\n#1001,2026-11-01,late,a@x.fi\n#1002,2026-11-02,broken,b@x.fi\n";
    CHECK(has_line(proposed(csv), R"(ref = "Name")"));
    CHECK(proposed(csv).find("customer") == std::string::npos);
    CHECK(detected(csv).columns.at(0).is_guess);
}

TEST_CASE("the initial response is the first answer") {
    CHECK(has_line(
        proposed(
            "Ticket ID,Created time,Initial response time,Subject\n1,2026-11-01 9:00,2026-11-02 9:00,a\n"),
        R"(responded_at = "Initial response time")"));
}

TEST_CASE("rows that contradict themselves are told before the import refuses them") {
    const auto detection =
        detected("Id,Created,Closed,Status,Title\n1,2026-11-02 10:00,2026-11-02 09:00,closed,Late\n"
                 "2,2026-11-02 10:00,2026-11-03 09:00,closed,Lost\n");
    CHECK(has_doubt(
        detection, "1 of 2 rows cannot be true; the first is 2:20: closed_at: 2026-11-02 09:00 is before the "
                   "complaint was received (2026-11-02 10:00)"));
    // What is told already is not told twice, and what is to come is no contradiction.
    for (const auto* row : {"1,2026-11-02,,closed,Late", "1,2026-11-02,2026-11-03,open,Late",
                            "1,2026-11-02,,open,", "1,2150-11-02,,open,Late"})
        for (const auto& doubt :
             detected(std::string("Id,Created,Closed,Status,Title\n") + row + "\n").doubts)
            CHECK(doubt.find("cannot be true") == std::string::npos);
}

TEST_CASE("of formats that read all times alike the first is taken") {
    const auto zendesk =
        proposed("Id,Created at,Subject\n1,2026-11-01 09:00:00 UTC,a\n2,2026-11-02 09:00:00 UTC,b\n");
    CHECK(has_line(zendesk, R"(date_format = "YYYY-MM-DD hh:mm:ss UTC")"));
    CHECK(zendesk.find("%z") == std::string::npos);
    // Other columns may leave only one of them.
    CHECK(has_line(
        proposed("Id,Created at,Closed at,Subject\n1,2026-11-01 09:00:00 UTC,2026-11-01 09:00:00 +0200,a\n"),
        R"(date_format = "%Y-%m-%d %H:%M:%S %z")"));
    // Which of day and month stands first is open, whatever the days of this file are.
    const auto open = detected("Id,Date,Title\n1,05/05/2026,a\n");
    CHECK(open.date_formats.size() == 2);
    CHECK(has_doubt(
        open, "the file does not tell how the times are written, MM/DD/YYYY or DD/MM/YYYY: choose one in the "
              "profile, which imports nothing before"));
}
