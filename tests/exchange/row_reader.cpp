// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/error.hpp"
#include "exchange/readers.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::Profile;
using exchange::ProfileError;
using tests::faults_in;
using tests::only_draft;
using tests::Opened;
using tests::profile;

TEST_CASE("a guard is taken from texts alone") {
    const auto fi = profile("csv_dialect = \"excel-fi\"");
    const auto draft = only_draft("received_at;subject;text;phone;amount;tags;csat\r\n"
                                  "2026-11-02;'=1;''=2;'+358 40 1;0,50;'-a;5\r\n",
                                  fi);
    CHECK(draft.complaint.subject == "=1");
    CHECK(draft.complaint.text == "'=2");
    CHECK(draft.customer.phone == "+358 40 1");
    CHECK(draft.complaint.tags == std::vector<std::string>{"-a"});
    CHECK(faults_in("received_at;subject;csat\r\n2026-11-02;it's;'-5\r\n", fi)
          == "2:17 csat: ''-5' is not a whole number from 1 to 5");
}

TEST_CASE("a reader tells what it found") {
    const Opened opened("Aihe;Saapunut;Muuta\n",
                        profile("source = \"shop\"\n[constants]\nkind = \"claim\"\n"));
    CHECK(opened.reader.dialect().delimiter == ";");
    CHECK(opened.reader.header().raw == "Aihe;Saapunut;Muuta");
    CHECK(opened.reader.has("subject"));
    CHECK(opened.reader.has("source"));
    CHECK(opened.reader.has("kind"));
    CHECK_FALSE(opened.reader.has("text"));
    CHECK(opened.reader.unused_columns() == std::vector<std::string>{"Muuta"});
}

TEST_CASE("constants are values of every row, and judged before the first") {
    const auto given =
        profile("source = \"shop\"\n[constants]\nkind = \"reclamation\"\nresponse_due_at = \"\"\n"
                "[values.kind]\nreclamation = \"claim\"\n");
    const auto draft = only_draft("received_at,subject\n2026-11-21,x\n", given);
    CHECK(draft.complaint.source == "shop");
    CHECK(draft.complaint.kind == complaint::Kind::claim);
    CHECK(draft.complaint.given_response_due == complaint::GivenDue{});
    const auto open = [] { Opened("received_at,subject\n", profile("[constants]\nkind = \"clam\"\n")); };
    CHECK(tests::fault_of<ProfileError>(open).starts_with("the constant for kind: 'clam' is not a kind"));
    const auto dated = profile("[constants]\nreceived_at = \"2026-11-21\"\n");
    CHECK(time::to_iso(only_draft("n,subject\n1,x\n", dated).complaint.received_at)
          == "2026-11-20T22:00:00Z");
}

TEST_CASE("what ended on a day that is said alone did not end before it came") {
    const auto times_of = [](const std::string& times) {
        const auto complaint =
            only_draft("subject,status,received_at,responded_at,resolved_at,closed_at\nx,closed," + times
                       + "\n")
                .complaint;
        const auto shown = [](const auto& at) { return at ? time::to_iso(*at) : "none"; };
        return shown(complaint.responded_at) + " " + shown(complaint.resolved_at) + " "
               + shown(complaint.closed_at);
    };
    CHECK(times_of("2026-11-02T09:00:00Z,2026-11-02,2026-11-02,2026-11-02")
          == "2026-11-02T09:00:00Z 2026-11-02T09:00:00Z 2026-11-02T09:00:00Z");
    CHECK(times_of("2026-11-02T09:00:00Z,,2026-11-03T10:00:00Z,2026-11-03")
          == "none 2026-11-03T10:00:00Z 2026-11-03T10:00:00Z");
    // Where it may have been so, the day begins at midnight in Helsinki; a time is what it is.
    CHECK(times_of("2026-11-02T09:00:00Z,,2026-11-03,2026-11-01")
          == "none 2026-11-02T22:00:00Z 2026-10-31T22:00:00Z");
    CHECK(times_of("2026-11-02T09:00:00Z,,2026-11-02T00:00:00Z,") == "none 2026-11-02T00:00:00Z none");
}

TEST_CASE("words of the file become ours") {
    const auto given = profile("empty = [\"?\", \"N/A\"]\n[values.status]\nDone = \"closed\"\nGone = \"\"\n"
                               "\"?\" = \"waiting\"\n[values.kind]\n\"*\" = \"claim\"\n");
    const auto status = [&](const std::string& word) {
        return complaint::word(
            only_draft("received_at,subject,status\n2026-11-21,x," + word + "\n", given).complaint.status);
    };
    CHECK(status("Done") == "closed");
    CHECK(status("Gone") == "new");
    CHECK(status("open") == "open");
    CHECK(status("?") == "waiting");
    CHECK(status("N/A") == "new");
    CHECK(faults_in("received_at,subject,status\n2026-11-21,x,Dome\n", given)
              .starts_with("2:14 status: 'Dome' is not a status"));
    const auto kind = [&](const std::string& word) {
        return complaint::word(
            only_draft("received_at,subject,kind\n2026-11-21,x," + word + "\n", given).complaint.kind);
    };
    CHECK(kind("whatever") == "claim");
    CHECK(kind("") == "complaint");
}

TEST_CASE("blanks at the ends of a cell say nothing, except in what people write in sentences") {
    const auto draft = only_draft(
        "received_at,subject,text,wish,category,customer,email,phone,channel,currency,amount\n"
        " 2026-11-21\u00a0, x ,\" y\n\", z\u00a0,\u00a0damage ,\u200bMaija\ufeff, maija@example.fi ,"
        "\u202a040 1234567\u202c,\u00a0,\u2009EUR\u2009,1\u00a0234\n");
    CHECK(time::to_iso(draft.complaint.received_at) == "2026-11-20T22:00:00Z");
    CHECK(draft.complaint.subject == " x ");
    CHECK(draft.complaint.text == " y\n");
    CHECK(draft.complaint.wish == " z\u00a0");
    CHECK(draft.complaint.category == "damage");
    CHECK(draft.customer.name == "Maija");
    CHECK(draft.customer.email == "maija@example.fi");
    CHECK(draft.customer.phone == "040 1234567");
    CHECK(draft.complaint.channel.empty());
    CHECK(draft.complaint.currency == "EUR");
    CHECK(draft.complaint.amount == 123'400);
    const auto given = profile("[columns]\nreceived_at = \"Date\"\nsubject = \"What \"\nstatus = \"State\"\n"
                               "[values.status]\n\"Done \" = \"closed\"\nGone = \"waiting\"\n");
    const auto status = [&](const std::string& cell) {
        return only_draft("Date ,\u00a0What,State\n2026-11-21,x," + cell + "\n", given).complaint.status;
    };
    CHECK(status("Done ") == complaint::Status::closed);
    CHECK(status(" Gone\u00a0") == complaint::Status::waiting);
}

TEST_CASE("a fault shows what cannot be seen") {
    CHECK(faults_in("received_at,subject,status\n2026-11-21,x,op\u00a0en\n")
              .starts_with("2:14 status: 'op\\u{a0}en' is not a status"));
    CHECK(faults_in("received_at,subject,status\n2026-11-21,x,\"cl  os\ned\"\n")
              .starts_with("2:14 status: 'cl  os\\ned' is not a status"));
}

TEST_CASE("what stands for nothing does so in every column") {
    const auto given = profile("empty = [\"N/A\"]");
    const auto draft = only_draft("received_at,subject,resolution_due_at,response_due_at,csat,wish\n"
                                  "2026-11-21,\"\",N/A,,N/A,\"N/A\"\n",
                                  given);
    CHECK(draft.complaint.given_resolution_due == complaint::GivenDue{});
    CHECK(draft.complaint.given_response_due == complaint::GivenDue{});
    CHECK_FALSE(draft.complaint.csat.has_value());
    CHECK(draft.complaint.wish.empty());
}

TEST_CASE("an empty time of receipt is a fault, not 1970") {
    CHECK(faults_in("received_at,subject\n,x\n")
          == "2:1 received_at: is empty; when the complaint came must be known");
}

TEST_CASE("all faults of a row are told, in the order of the file") {
    const std::string csv = "received_at,text,csat,email\n"
                            "2026-11-21,\"two\nlines\",6,nobody\n"
                            "2026-11-22,ok,5,a@b.fi\n";
    CHECK(faults_in(csv)
          == "3:8 csat: '6' is not a whole number from 1 to 5\n"
             "3:10 email: 'nobody' is not an e-mail address; write name@example.com");
}

TEST_CASE("rows too short and too long are faults and never padded") {
    CHECK(faults_in("received_at,subject,text\n2026-11-21,x\n2026-11-21,x,y,z\nz\n2026-11-21,x,y\n")
          == "2:1 : has 2 fields, the header has 3\n"
             "3:1 : has 4 fields, the header has 3\n"
             "4:1 : has 1 field, the header has 3");
}

TEST_CASE("long and hostile values are shown short and harmless") {
    const auto fault =
        faults_in("received_at,subject,status\n2026-11-21,x,\"\x1b[2J\n" + std::string(5000, 'x') + "\"\n");
    CHECK(fault.size() < 300);
    CHECK(fault.find('\x1b') == std::string::npos);
    CHECK(fault.find("is not a status") != std::string::npos);
}

TEST_CASE("a row knows where our fields stand") {
    auto rows = Opened("subject,x,received_at\nä,b,2026-11-21\n").rows();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].place_of("received_at").column == 5);
    CHECK(rows[0].place_of("closed_at").line == 2);
    CHECK(rows[0].place_of("closed_at").column == 1);
}

TEST_CASE("amounts have the currency of the text, the column, or the organisation") {
    const auto currency = [](const std::string& amount, const std::string& column) {
        return only_draft("received_at,subject,amount,currency\n2026-11-21,x," + amount + "," + column + "\n")
            .complaint.currency;
    };
    CHECK(currency("5.00", "") == "EUR");
    CHECK(currency("5.00", "SEK") == "SEK");
    CHECK(currency("5.00 PLN", "") == "PLN");
    CHECK(currency("", "PLN") == "PLN");
    CHECK(currency("", "") == "");
    CHECK(faults_in("received_at,subject,amount,currency\n2026-11-21,x,5.00 PLN,SEK\n")
          == "2:23 currency: 'SEK' is not the currency of the amount (PLN); one sum has one currency");
    CHECK(faults_in("received_at,subject,amount\n2026-11-21,x,5 PLN\n",
                    profile("[constants]\ncurrency = \"SEK\"\n"))
          == "2:14 amount: '5 PLN' is not in SEK; one sum has one currency");
}

TEST_CASE("a profile's zone, pattern and decimal mark are used") {
    const auto given =
        profile("timezone = \"America/New_York\"\ndate_format = \"MM/DD/YYYY\"\ndecimal_mark = \",\"\n");
    const auto draft = only_draft("received_at;subject;amount\n11/21/2026;x;12,50\n", given);
    CHECK(time::to_iso(draft.complaint.received_at) == "2026-11-21T05:00:00Z");
    CHECK(draft.complaint.amount == 1250);
    Profile wrong;
    wrong.timezone = "Nowhere";
    CHECK_THROWS_AS(Opened("received_at,subject\n", wrong), ProfileError);
    wrong = {};
    wrong.date_formats = {"hh"};
    CHECK_THROWS_AS(Opened("received_at,subject\n", wrong), ProfileError);
}

TEST_CASE("several columns become one text or one time") {
    const auto given =
        profile("date_format = [\"DD.MM.YYYY hh.mm\", \"DD.MM.YYYY\"]\n[columns]\n"
                "received_at = [\"Date\", \"Time\"]\nsubject = \"Title\"\n"
                "text = { join = [\"Title\", \"More\"], names = true }\nwish = [\"Title\", \"More\"]\n");
    const auto draft = only_draft("Title,More,Date,Time\nBroken, since Monday ,21.11.2026,14.05\n", given);
    CHECK(time::to_iso(draft.complaint.received_at) == "2026-11-21T12:05:00Z");
    CHECK(draft.complaint.text == "Title: Broken\nMore: since Monday");
    CHECK(draft.complaint.wish == "Broken\nsince Monday");
    // What is empty leaves nothing behind.
    const auto bare = only_draft("Title,More,Date,Time\nBroken,,21.11.2026,\n", given);
    CHECK(time::to_iso(bare.complaint.received_at) == "2026-11-20T22:00:00Z");
    CHECK(bare.complaint.text == "Title: Broken");
    CHECK(faults_in("Title,More,Date,Time\nBroken,x,21.11.2026,2 pm\n", given)
              .starts_with("2:10 received_at: '21.11.2026 2 pm' is not a time"));
}

TEST_CASE("a field may have dates of its own and constants and translated words are ours") {
    const auto given = profile(
        "date_format = \"MM/DD/YYYY\"\n[date_formats]\nresolved_at = \"epoch\"\n"
        "[constants]\nlogged_at = \"2026-11-23\"\n[values.resolution_due_at]\nsoon = \"2026-12-01\"\n");
    const auto draft = only_draft("received_at,subject,resolved_at,status,resolution_due_at\n"
                                  "11/21/2026,x,1795262700,resolved,Soon\n",
                                  given);
    CHECK(time::to_iso(draft.complaint.received_at) == "2026-11-20T22:00:00Z");
    CHECK(time::to_iso(*draft.complaint.resolved_at) == "2026-11-21T12:05:00Z");
    CHECK(time::to_iso(draft.complaint.logged_at) == "2026-11-22T22:00:00Z");
    CHECK(time::to_iso(*draft.complaint.given_resolution_due->at) == "2026-12-01T21:59:59Z");
}

TEST_CASE("without a column for it the status follows from the times") {
    const auto status = [](const std::string& times) {
        const auto draft =
            only_draft("received_at,subject,responded_at,resolved_at,closed_at\n2026-11-01,x," + times + "\n",
                       profile(""));
        return complaint::word(draft.complaint.status);
    };
    CHECK(status(",,") == "new");
    CHECK(status("2026-11-02,,") == "open");
    CHECK(status("2026-11-02,2026-11-03,") == "resolved");
    CHECK(status(",,2026-11-04") == "closed");
    const auto known =
        only_draft("received_at,subject,status,closed_at\n2026-11-01,x,open,2026-11-04\n", profile(""));
    CHECK(known.complaint.status == complaint::Status::open); // what the file says is never guessed over
    CHECK(known.complaint.closed_at.has_value());
}

TEST_CASE("an end of what is not over is passed over on request") {
    const auto given = profile("stale_ends = \"ignore\"\n");
    const auto draft = [&](const std::string& status) {
        return only_draft("received_at,subject,status,resolved_at\n2026-11-01,x," + status + ",2026-11-04\n",
                          given);
    };
    CHECK_FALSE(draft("open").complaint.resolved_at.has_value());
    CHECK(draft("resolved").complaint.resolved_at.has_value());
}

TEST_CASE("tags are separated as the file separates them") {
    const auto given = profile("tag_separator = \",\"\n");
    CHECK(only_draft("received_at,subject,tags\n2026-11-01,x,\"b, a\"\n", given).complaint.tags
          == std::vector<std::string>{"a", "b"});
}

TEST_CASE("what stands for nothing is looked up as an empty cell is") {
    const auto given = profile("empty = [\"?\"]\n[values.priority]\n\"\" = \"low\"\n\"*\" = \"high\"\n");
    const auto priority = [&](const std::string& word) {
        return complaint::word(only_draft("received_at,subject,priority\n2026-11-01,x," + word + "\n", given)
                                   .complaint.priority);
    };
    CHECK(priority("?") == "low");
    CHECK(priority("") == "low");
    CHECK(priority("P1") == "high");
}

TEST_CASE("joined tags stay tags and what is given stands between the others") {
    const auto draft = tests::only_draft("received_at,a,b,Tag,Tag\n2026-11-02,Late,,red,blue sky;big\n",
                                         tests::profile(R"toml([columns]
received_at = "received_at"
subject = { join = ["a", "b", "a"], between = " / " }
tags = ["Tag#1", "Tag#2"]
)toml"));
    CHECK(draft.complaint.subject == "Late / Late");
    CHECK(draft.complaint.tags == std::vector<std::string>{"big", "blue sky", "red"});
}

TEST_CASE("what stands for nothing is left out where columns are joined and a subject stays one line") {
    const auto given =
        profile("empty = [\"N/A\"]\n[columns]\nreceived_at = \"Date\"\nsubject = [\"A\", \"B\"]\n"
                "text = [\"A\", \"B\"]\n");
    CHECK(only_draft("Date,A,B\n2026-11-21,x,N/A\n", given).complaint.subject == "x");
    const auto both = only_draft("Date,A,B\n2026-11-21,x,y\n", given);
    CHECK(both.complaint.subject == "x y");
    CHECK(both.complaint.text == "x\ny");
}

TEST_CASE("a mailbox gives the name and the address in whichever column it stands") {
    const auto by_name =
        only_draft("received_at,subject,customer\n2026-11-21,x,Maija <maija@example.fi>\n", profile(""));
    CHECK(by_name.customer.name == "Maija");
    CHECK(by_name.customer.email == "maija@example.fi");
    const auto by_address = only_draft(
        "received_at,subject,email\n2026-11-21,x,\"\"\"Doe, Jane\"\" <jane@example.com>\"\n", profile(""));
    CHECK(by_address.customer.name == "Doe, Jane");
    CHECK(by_address.customer.email == "jane@example.com");
    const auto both = only_draft(
        "received_at,subject,customer,email\n2026-11-21,x,Jane,Doe <jane@example.com>\n", profile(""));
    CHECK(both.customer.name == "Jane");
    CHECK(faults_in("received_at,subject,customer\n2026-11-21,x,Maija <maija@>\n")
              .starts_with("2:14 customer: "));
}

TEST_CASE("times under a name that says UTC are in UTC, unless the profile has a zone") {
    const std::string csv = "Created (UTC),Closed,Title\n2026-11-21 10:00,2026-11-22 10:00,x\n";
    const std::string columns = "[columns]\nreceived_at = \"Created (UTC)\"\nclosed_at = \"Closed\"\n"
                                "subject = \"Title\"\n";
    const auto read = only_draft(csv, profile(columns)).complaint;
    CHECK(time::to_iso(read.received_at) == "2026-11-21T10:00:00Z");
    CHECK(time::to_iso(*read.closed_at) == "2026-11-22T08:00:00Z");
    const auto given = only_draft(csv, profile("timezone = \"Europe/Warsaw\"\n" + columns)).complaint;
    CHECK(time::to_iso(given.received_at) == "2026-11-21T09:00:00Z");
    const auto formed = only_draft("Created (UTC),Title\n21/11/2026 10:00,x\n",
                                   profile("[columns]\nreceived_at = \"Created (UTC)\"\nsubject = \"Title\"\n"
                                           "[date_formats]\nreceived_at = \"DD/MM/YYYY hh:mm\"\n"));
    CHECK(time::to_iso(formed.complaint.received_at) == "2026-11-21T10:00:00Z");
}

TEST_CASE("a value behind the last column with a name is a fault unless somebody reads it") {
    const std::string csv = "ref,received_at,subject,\n1,2026-11-01,Broken,\n"
                            "2,2026-11-01,Broken, and it burned my hand\n3,2026-11-01,Broken\n";
    CHECK(faults_in(csv)
          == "3:21 : 'and it burned my hand' stands in a column without a name; put a text that holds a "
             "delimiter in quotes, or give the column a name");
    CHECK(
        faults_in(csv,
                  profile("[columns]\nreceived_at = \"received_at\"\nsubject = \"subject\"\ntext = \"#4\"\n"))
            .empty());
    CHECK(faults_in("received_at,subject,,\"\u00a0\"\n2026-11-01,a,-,b\n", profile("empty = [\"-\"]\n"))
              .starts_with("2:16 : 'b' stands"));
    // The names of a file of rejects are none of its columns.
    CHECK(faults_in("received_at,subject,,_line,_column,_field,_error\n2026-11-01,a,b,2,1,,why\n")
              .starts_with("2:14 : 'b' stands"));
    // Nothing slips into the index that other programs write in front.
    CHECK(faults_in(",received_at,subject\n0,2026-11-01,a\n").empty());
}

TEST_CASE("what another system calls a complaint is read plain") {
    const auto ref = [](const std::string& columns, const std::string& cells, const Profile& given = {}) {
        const auto draft = only_draft(columns + ",received_at,subject\n" + cells + ",2026-11-01,a\n", given);
        return draft.complaint.source + "/" + draft.complaint.ref;
    };
    for (const std::string spelt : {"INC 12", "INC\u00a012", "INC\u200b 12", "\ufeffINC\u202f12"}) {
        CAPTURE(spelt);
        CHECK(ref("ref", spelt) == "/INC 12");
        CHECK(ref("id", spelt) == "/INC 12");
        CHECK(ref("source,ref", "sh\u00adop," + spelt) == "shop/INC 12");
    }
    CHECK(ref("ref", "A\u20118") == "/A-8");
    CHECK(ref("ref", "1", profile("source = \"my\u2011shop\"\n")) == "my-shop/1");
    const auto ours = only_draft("id,received_at,subject\nR\u2011100,2026-11-01,a\n");
    CHECK(ours.id == complaint::Id{100});
    CHECK(ours.complaint.ref.empty());
    const auto merged = only_draft("id,merged_into,received_at,subject\nA,INC\u20118,2026-11-01,a\n");
    CHECK(merged.survivor.text == "INC-8");
}

TEST_CASE("headers are matched plain") {
    const std::string csv =
        "E\u2011mail,Re\u00adceived\u00a0at,Subject\u200b,Our\u00a0No.\nx@y.fi,2026-11-01,a,7\n";
    CHECK(only_draft(csv).customer.email == "x@y.fi");
    auto mapped = Profile();
    exchange::add_mapping(mapped, "ref=Our No.");
    exchange::add_mapping(mapped, "email=E-mail");
    CHECK(only_draft(csv, mapped).complaint.ref == "7");
    CHECK(only_draft(csv, mapped).customer.email == "x@y.fi");
}

TEST_CASE("only a uid as we give it makes bare numbers ours") {
    const std::string foreign = "550e8400-e29b-41d4-a716-446655440000";
    const auto read = [](const std::string& columns, const std::string& cells) {
        const auto draft = only_draft(columns + ",received_at,subject\n" + cells + ",2026-11-01,a\n");
        return fmt::format("{} {}", draft.id ? to_string(*draft.id) : "none", draft.complaint.ref);
    };
    CHECK(read("id,uid", "17,01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6b") == "R-17 ");
    for (const std::string name : {"guid", "UUID", "GuId"}) {
        CAPTURE(name);
        CHECK(read("id," + name, "17," + foreign) == "none " + foreign);
        CHECK(read(name, "7") == "none 7");
        CHECK(read("id,ref," + name, "17,A," + foreign) == "none A");
        CHECK(read("id,uid," + name, "17,01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6b,x") == "R-17 ");
    }
    CHECK(faults_in("id,uid,received_at,subject\n17," + foreign + ",2026-11-01,a\n")
          == "2:4 uid: '550e8400-e29b-41d4-a716-446655440000' is not a uid of ours, such as "
             "01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6b; what another system calls a complaint is its ref");
    const auto both = [] { Opened("guid,uuid,received_at,subject\n"); };
    CHECK(tests::fault_of<exchange::DataError>(both).find("columns_alike") != std::string::npos);
}

TEST_CASE("a name behind an address is read in both columns and a name with an @ is one") {
    const auto customer = [](const std::string& columns, const std::string& cells) {
        const auto draft = only_draft("received_at,subject," + columns + "\n2026-11-21,x," + cells + "\n");
        return draft.customer.name + "/" + draft.customer.email;
    };
    for (const std::string column : {"customer", "email"}) {
        CAPTURE(column);
        CHECK(customer(column, "jane@example.com (Jane Doe)") == "Jane Doe/jane@example.com");
        CHECK(customer(column, "jane@example.com") == "/jane@example.com");
    }
    CHECK(customer("customer,email", "jane@example.com,") == "/jane@example.com");
    CHECK(customer("customer,email", "Jane,info@example.com (Info)") == "Jane/info@example.com");
    CHECK(customer("customer", "Kahvila @ Home") == "Kahvila @ Home/");
    CHECK(customer("customer", "Jane (jane@example.com)") == "Jane (jane@example.com)/");
    CHECK(customer("customer,uid", "jane@example.com,01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6b")
          == "jane@example.com/");
    CHECK(faults_in("received_at,subject,email\n2026-11-21,x,jane@ (Jane)\n").find("'jane@' is not an e-mail")
          != std::string::npos);
}
