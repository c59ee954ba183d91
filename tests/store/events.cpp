// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/events.hpp"

#include "complaint/random_complaint.hpp"
#include "store/builders.hpp"
#include "store/digest.hpp"
#include "store/log_faults.hpp"
#include "store/record_json.hpp"
#include "store/sealed.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace reklamaatio::store::tests {
namespace {

using complaint::Direction;
using complaint::Message;
using complaint::tests::below;
using complaint::tests::Random;

Event of_complaint(std::vector<complaint::FieldChange> changes) {
    Event event;
    event.complaint = Id{1};
    event.changes = std::move(changes);
    return event;
}

// The event as it comes out of its two JSON objects.
Event read_back(const Event& event) {
    Event read;
    read.complaint = event.complaint;
    read.customer = event.customer;
    from_json(to_json(event), read);
    return read;
}

} // namespace

TEST_CASE("an event is written as from what to what with personal data apart") {
    Event event = of_complaint({{"status", std::string("new"), std::string("open")},
                                {"subject", {}, std::string("Kiuas \"rikki\"")},
                                {"responded_at", {}, std::int64_t{1'768'197'600}},
                                {"given_resolution_due_at", {}, std::string("none")},
                                {"amount_cents", std::int64_t{4990}, {}}});
    event.message = Message{Direction::out, "email", false, "We come."};
    const EventJson json = to_json(event);
    CHECK(json.changes
          == R"({"status":["new","open"],"responded_at":[null,"2026-01-12T06:00:00Z"],)"
             R"("given_resolution_due_at":[null,"none"],"amount_cents":[4990,null],)"
             R"("message":{"direction":"out","channel":"email"}})");
    CHECK(json.personal == R"({"subject":[null,"Kiuas \"rikki\""],"message":"We come."})");
}

TEST_CASE("texts are written as any JSON has them") {
    using Json = nlohmann::ordered_json;
    const auto is_as_any = [](const std::string& text) {
        const auto written = to_json(of_complaint({{"subject", {}, text}})).personal;
        const auto replaced = Json::error_handler_t::replace;
        return written == "{\"subject\":[null," + Json(text).dump(-1, ' ', false, replaced) + "]}";
    };
    for (int byte = 0; byte < 256; ++byte) {
        const auto letter = static_cast<char>(byte);
        CHECK(is_as_any({'a', letter, 'b'}));
        CHECK(is_as_any({'\xC3', letter}));
        CHECK(is_as_any({'\xE2', '\x82', letter}));
        CHECK(is_as_any({'\xED', letter, '\x80'})); // halves of pairs among them
        CHECK(is_as_any({'\xF0', letter, '\x80', '\x80'}));
        CHECK(is_as_any({'\xF4', letter, '\x80', '\x80'}));
    }
    Random random(1);
    for (int round = 0; round < 2'000; ++round)
        CHECK(is_as_any("x" + reklamaatio::tests::random_text(random, 12)));
}

TEST_CASE("an event that says nothing personal has no such part") {
    CHECK(to_json(of_complaint({{"kind", std::string("claim"), std::string("remark")}})).personal.empty());
    Event event = of_complaint({});
    event.message = Message{Direction::out, "", true, ""};
    CHECK(to_json(event).personal.empty());
    CHECK(to_json(event).changes == R"({"message":{"direction":"out","automatic":true}})");
}

TEST_CASE("every event is read back from what was written") {
    Random random(51);
    for (int i = 0; i < 300; ++i) {
        Event event = of_complaint(complaint::differences(complaint::tests::random_complaint(random),
                                                          complaint::tests::random_complaint(random)));
        if (below(random, 2) == 0)
            event.message = Message{complaint::tests::random_word<Direction>(random),
                                    complaint::tests::random_text(random, 2), below(random, 2) == 0,
                                    complaint::tests::random_text(random, 6)};
        const Event read = read_back(event);
        REQUIRE(read.message == event.message);
        // Personal fields come behind the others; what they say is the same.
        Complaint one;
        Complaint other;
        complaint::apply(one, event);
        complaint::apply(other, read);
        REQUIRE(one == other);
        REQUIRE(read.changes.size() == event.changes.size());

        Event about_customer;
        about_customer.customer = CustomerId{1};
        about_customer.changes = complaint::differences(complaint::tests::random_customer(random),
                                                        complaint::tests::random_customer(random));
        REQUIRE(read_back(about_customer).changes.size() == about_customer.changes.size());
    }
}

// A complaint that came into being at that moment, received as said.
Event arrival(Instant happened_at, Instant received_at) {
    Complaint complaint;
    complaint.uid = "u";
    complaint.subject = "Kiuas";
    complaint.received_at = received_at;
    complaint.logged_at = complaint.status_at = happened_at;
    Event event = of_complaint(complaint::differences(Complaint{}, complaint));
    event.kind = complaint::EventKind::imported;
    event.happened_at = event.recorded_at = happened_at;
    return event;
}

TEST_CASE("a first event says values alone and no time that follows from its own") {
    const auto at = utc("2026-01-12T06:00:00Z");
    const EventJson json = to_json(arrival(at, at));
    CHECK(json.changes == R"({"uid":"u"})");
    CHECK(json.personal == R"({"subject":"Kiuas"})");
    CHECK(to_json(arrival(at, utc("2026-01-11T06:00:00Z"))).changes
          == R"({"uid":"u","received_at":"2026-01-11T06:00:00Z","status_at":"2026-01-12T06:00:00Z"})");
    Event known = arrival(at, at);
    known.changes = {{"uid", std::string("u"), std::string("v")}, {"channel", {}, std::string("web")}};
    CHECK(to_json(known).changes == R"({"uid":["u","v"],"channel":"web"})");
}

TEST_CASE("a first event is read back whole whatever its times") {
    const auto at = utc("2026-01-12T06:00:00Z");
    for (const auto happened : {at, Instant{}})
        for (const auto received : {at, utc("2026-01-11T06:00:00Z"), Instant{}}) {
            const Event event = arrival(happened, received);
            Event read = arrival(happened, received);
            read.changes.clear();
            from_json(to_json(event), read);
            Complaint one, other;
            complaint::apply(one, event);
            complaint::apply(other, read);
            CHECK(one == other);
            CHECK(read.changes.size() == event.changes.size());
        }
}

TEST_CASE("a first event that has pairs leaves out nothing") {
    Event read = arrival(utc("2026-01-12T06:00:00Z"), {});
    read.changes.clear();
    from_json({R"({"uid":[null,"u"],"logged_at":["1970-01-01T00:00:00Z","2026-01-12T06:00:00Z"]})", ""},
              read);
    Complaint made;
    complaint::apply(made, read);
    CHECK(made.received_at == Instant{}); // as it was written before there was anything to leave out
    CHECK(read.changes.size() == 2);
}

TEST_CASE("what was never written so is damage") {
    const auto kind = [](const std::string& changes, const std::string& personal = "") {
        return failure_of([&] {
            Event event = of_complaint({});
            from_json({changes, personal}, event);
        });
    };
    CHECK_FALSE(kind("{}").kind);
    for (const std::string changes :
         {"", "{", "[]x", R"({"colour":[null,"red"]})", R"({"status":true})", R"({"status":["new"]})",
          R"({"status":["new","open","void"]})", R"({"csat":[null,1.5]})", R"({"csat":[null,[1]]})",
          R"({"own":[null,[1]]})", R"({"message":{}})"}) {
        CAPTURE(changes);
        CHECK(kind(changes).kind == ErrorKind::damaged);
    }
    CHECK(kind("{}", "nonsense").kind == ErrorKind::damaged);
}

TEST_CASE("the log is read of one complaint or one customer or whole") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    const Instant now = utc("2026-01-12T07:00:00Z");
    desk.open(about("a"), now, customer("Maija"));
    desk.open(about("b"), now, customer("Pekka"));
    desk.act({1}, now, saying(complaint::tests::outbound("hello")));
    const auto numbers = [](const std::vector<Event>& events) {
        std::vector<std::int64_t> found;
        for (const Event& event : events)
            found.push_back(event.number);
        return found;
    };
    using Numbers = std::vector<std::int64_t>;
    CHECK(numbers(events_of(db, Id{1})) == Numbers{3, 6});
    CHECK(numbers(events_of(db, Id{2})) == Numbers{5});
    CHECK(numbers(events_of(db, CustomerId{1})) == Numbers{2});
    CHECK(events_of(db, Id{3}).empty());
    CHECK(events_of(db, CustomerId{3}).empty());
    std::vector<Event> all;
    read_log(db, std::nullopt, [&](const Logged& logged) { all.push_back(logged.event); });
    CHECK(numbers(all) == Numbers{1, 2, 3, 4, 5, 6});
    std::vector<Event> latest;
    read_log_back(db, std::nullopt, [&](const Logged& logged) {
        latest.push_back(logged.event);
        return latest.size() < 3;
    });
    CHECK(numbers(latest) == Numbers{6, 5, 4});
    latest.clear();
    read_log_back(db, Id{1}, [&](const Logged& logged) {
        latest.push_back(logged.event);
        return true;
    });
    CHECK(numbers(latest) == Numbers{6, 3});
    CHECK(all[0].kind == complaint::EventKind::policy_applied);
    CHECK_FALSE(all[0].complaint);
    CHECK(faults_of_log(db).empty());
}

TEST_CASE("digests are those of b2sum and salts and uids are never the same") {
    // b2sum -l 256 of nothing and of "abc"
    CHECK(hex(digest("")) == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(hex(digest("abc")) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    CHECK(new_salt().size() == 16);
    CHECK(new_salt() != new_salt());

    const std::chrono::milliseconds then{1'768'197'600'123};
    const std::string uid = new_uid(then);
    CHECK(complaint::is_uid(uid));
    CHECK(uid.substr(0, 15) == "019bb0ca-337b-7");
    CHECK(std::string("89ab").find(uid[19]) != std::string::npos);
    CHECK(new_uid(then) != uid);
    CHECK(new_uid(then + std::chrono::milliseconds{1}) > uid);
}

} // namespace reklamaatio::store::tests
