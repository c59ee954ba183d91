// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as people see them, kept in pages/*.txt: written again with UPDATE_PAGES=1, for a person to read and
// judge.
#include "view/page/complaint_page.hpp"

#include "text/width.hpp"
#include "view/stories.hpp"
#include "view/tables/complaint_record.hpp"

#include <cstdlib>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace reklamaatio::view::tests {
namespace {

constexpr render::Style k_pipe{};

render::Style terminal(int width) {
    return {.colour = false, .width = width, .near_times = true};
}

std::string page_of(HelpDesk& desk, Id id, std::string_view now, const render::Style& style) {
    return complaint_page(casework::read_dossier(desk.store().database(), id),
                          *desk.store().policies().current().policy, HelpDesk::at(now), style);
}

std::string json_of_complaint(HelpDesk& desk, Id id, std::string_view now) {
    return render::json_text(complaint_record(casework::read_dossier(desk.store().database(), id),
                                              exchange::FieldSet(), *desk.store().policies().current().policy,
                                              HelpDesk::at(now)));
}

void check_page(const std::string& name, const std::string& page) {
    const std::string file = std::string(TESTS_FOLDER) + "/view/pages/" + name + ".txt";
    if (std::getenv("UPDATE_PAGES") != nullptr) store::tests::write_file(file, page);
    CHECK(page == store::tests::read_file(file));
}

std::vector<std::string> lines_of(const std::string& page) {
    std::vector<std::string> lines;
    std::istringstream in(page);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("a complaint at hand on terminals of several widths and in a pipe") {
    HelpDesk desk;
    const Id id = stove_story(desk);
    for (const int width : {60, 80, 120})
        check_page(fmt::format("stove_{}", width), page_of(desk, id, "12 14:00", terminal(width)));
    check_page("stove_pipe", page_of(desk, id, "12 14:00", k_pipe));
    check_page("stove_colour",
               page_of(desk, id, "12 14:00", {.colour = true, .width = 80, .near_times = true}));
}

TEST_CASE("a duplicate says where it went") {
    HelpDesk desk;
    stove_story(desk);
    check_page("duplicate_80", page_of(desk, {3}, "12 14:00", terminal(80)));
}

TEST_CASE("a complaint that was resolved twice keeps both ends apart") {
    HelpDesk desk;
    const Id id = stove_story(desk);
    end_story(desk, id);
    check_page("resolved_80", page_of(desk, id, "18 12:00", terminal(80)));
    check_page("resolved_late_pipe", page_of(desk, id, "30 16:30", k_pipe));
}

TEST_CASE("what was never answered is not overdue once it is resolved") {
    HelpDesk desk;
    const Id id = desk.open("02 10:00", "pekka", "02 10:00", claim("Kuppi"), store::tests::customer("Anna"));
    desk.resolve("05 10:00", "pekka", id, complaint::Resolution{});
    const auto page = page_of(desk, id, "06 10:00", terminal(80));
    CHECK(page.find("never answered") != std::string::npos);
    CHECK(page.find("OVERDUE") == std::string::npos);
    check_page("unanswered_80", page);
}

TEST_CASE("a bare complaint has a short page") {
    HelpDesk desk;
    complaint::Complaint praise;
    praise.subject = "Kiitos";
    praise.kind = complaint::Kind::praise;
    const Id id = desk.open("02 10:00", "pekka", "02 10:00", praise, {});
    check_page("bare_80", page_of(desk, id, "02 10:30", terminal(80)));
}

TEST_CASE("a message that no clock reminds of is not forgotten") {
    HelpDesk desk;
    complaint::Complaint remark;
    remark.subject = "Valot";
    remark.kind = complaint::Kind::remark; // no service level has it
    const Id id = desk.open("02 10:00", "pekka", "02 10:00", remark, maija());
    desk.say("02 11:00", "pekka", id, complaint::Direction::out, "email", "Kiitos!");
    CHECK(page_of(desk, id, "02 12:00", k_pipe).find("not answered yet") == std::string::npos);
    desk.say("02 13:00", "pekka", id, complaint::Direction::in, "email", "Entä nyt?");
    CHECK(page_of(desk, id, "02 14:00", k_pipe)
              .find("Next        Maija Meikäläinen's message of 2026-11-02 13:00 has not been answered yet\n"
                    "            reklamaatio contact R-1 -e\n")
          != std::string::npos);
}

TEST_CASE("what was undone stands in the history and nowhere else") {
    HelpDesk desk;
    const Id id = desk.open("02 10:00", "pekka", "02 10:00", claim("Kuppi"), {});
    desk.promise("02 11:00", "pekka", id, {"a new cup", HelpDesk::at("05 12:00"), "phone", ""});
    const auto change =
        casework::read_dossier(desk.store().database(), id).history.back().logged.event.change;
    desk.ledger("02 11:05", "pekka").undo(change);
    const auto page = page_of(desk, id, "02 12:00", k_pipe);
    CHECK(page.find("promise P1 by 2026-11-05 12:00: a new cup (undone)") != std::string::npos);
    CHECK(page.find(fmt::format("undid change {}\n", change)) != std::string::npos);
    CHECK(page.find("\nPromises") == std::string::npos);
    CHECK(page.find("→ phone") == std::string::npos);
}

TEST_CASE("a page fits its terminal and never sends it a control character") {
    HelpDesk desk;
    const Id id = stove_story(desk);
    end_story(desk, id);
    for (int width = 40; width <= 160; width += 3)
        for (const auto& line : lines_of(page_of(desk, id, "18 12:00", terminal(width)))) {
            CAPTURE(line);
            CHECK(text::width(line) <= width);
            CHECK(line.find('\x1b') == std::string::npos);
        }
}

TEST_CASE("the JSON of a complaint has every key, also where there is nothing") {
    HelpDesk desk;
    const Id full = stove_story(desk);
    const Id bare = desk.open("12 10:00", "pekka", "12 10:00", claim("Kuppi"), {});
    const auto json_of = [&](Id id) {
        return nlohmann::json::parse(json_of_complaint(desk, id, "12 14:00"));
    };
    const auto all = json_of(full);
    const auto none = json_of(bare);
    std::vector<std::string> keys;
    for (const auto& [key, value] : all.items())
        keys.push_back(key);
    for (const auto& key : keys)
        CHECK(none.contains(key));
    CHECK(none.size() == all.size());
    CHECK(none["steps"].size() == 5);
    CHECK(none["offers"].empty());
    CHECK(all["offers"][0]["amount"] == 49.9);
    CHECK(all["offers"][0]["state"] == "declined");
    CHECK(all["promises"][0]["state"] == "broken");
    CHECK(all["merged"] == nlohmann::json{"R-3"});
    CHECK(all["deadlines"][0]["state"] == "met");
    CHECK(all["conversation"][0]["about"].is_null());
}

TEST_CASE("every time in the JSON of a complaint is in UTC and says so, within texts as well") {
    HelpDesk desk;
    const Id id = stove_story(desk);
    end_story(desk, id);
    const auto json = json_of_complaint(desk, id, "18 14:00");
    CHECK(std::regex_search(json, std::regex("promise P2 by 2026-11-11T10:00:00Z: new leg")));
    CHECK_FALSE(std::regex_search(json, std::regex("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}")));
    CHECK_FALSE(std::regex_search(json, std::regex("[0-9]T[0-9]{2}:[0-9]{2}:[0-9]{2}[^Z]")));
    const auto parsed = nlohmann::json::parse(json);
    REQUIRE_FALSE(parsed["history"].empty());
    for (const auto& event : parsed["history"])
        if (event["what"].is_string()) CHECK(event["what"].get<std::string>().back() != ' ');
}

TEST_CASE("who approved an offer is nothing that the customer was told") {
    HelpDesk desk;
    const Id id = stove_story(desk);
    const auto json = nlohmann::json::parse(json_of_complaint(desk, id, "12 14:00"));
    CHECK(json["offers"][1]["approved_by"] == "liisa");
    for (const auto& turn : json["conversation"])
        if (turn["about"].is_string())
            CHECK(turn["about"].get<std::string>().find("liisa") == std::string::npos);
    CHECK(page_of(desk, id, "12 14:00", k_pipe).find("; approved by liisa\n") != std::string::npos);
}

TEST_CASE("each deadline, offer and promise of a full page has one line of 80 columns") {
    HelpDesk desk;
    const Id id = stove_story(desk);
    for (const bool is_over : {false, true}) {
        if (is_over) end_story(desk, id);
        const auto dossier = casework::read_dossier(desk.store().database(), id);
        std::set<complaint::Clock> clocks;
        for (const auto& deadline : dossier.deadlines)
            clocks.insert(deadline.clock);
        std::map<std::string, std::size_t> count;
        std::string section;
        for (const auto& line :
             lines_of(page_of(desk, id, is_over ? "18 12:00" : "12 14:00", terminal(80)))) {
            if (line.substr(0, 1) != " ") section = line.substr(0, line.find(' '));
            ++count[section];
        }
        CHECK(count["Clocks"] == clocks.size() + 1); // and by which service level
        // Who approved what is not paid yet is told in a second line.
        CHECK(count["Offers"] == dossier.procedure.offers.size() + (is_over ? 1 : 0));
        CHECK(count["Promises"] == dossier.procedure.promises.size());
    }
}

TEST_CASE("what is next follows the negotiation") {
    HelpDesk desk;
    const Id id = desk.open("02 10:00", "pekka", "02 10:00", claim("Kuppi"), maija());
    const auto says = [&](std::string_view now, const std::string& words) {
        const auto page = page_of(desk, id, now, k_pipe);
        return page.substr(page.find("\nNext")).find(words) != std::string::npos;
    };
    const complaint::NewOffer refund{"refund", 1000, "EUR", {}, "", "phone", "", {}, {}};

    SUBCASE("a refusal without a wish is asked about, until somebody has asked") {
        desk.offer("02 11:00", "pekka", id, refund);
        CHECK(says("02 11:30", "reklamaatio offer R-1 --accepted, or --declined --wish TEXT\n"));
        // News is due before she answers.
        CHECK(says("04 15:00", "reklamaatio contact R-1 -e\n"));
        desk.turn("02 12:00", "pekka", id, {complaint::OfferTurn::declined, {}, "", "phone", ""});
        CHECK(says("02 12:30", "Maija Meikäläinen declined offer 1: ask what would be right\n"));
        CHECK(says("02 12:30", "reklamaatio contact R-1 -e\n"));
        desk.say("02 13:00", "pekka", id, complaint::Direction::out, "phone", "What then?");
        CHECK_FALSE(says("02 13:30", "declined"));
    }
    SUBCASE("an offer that nobody waits for expires without stopping a clock") {
        complaint::NewOffer made = refund;
        made.valid_until = HelpDesk::at("03 12:00");
        desk.offer("02 11:00", "pekka", id, made);
        CHECK_FALSE(says("03 12:00", "expired"));
        CHECK(says("03 12:01", "offer 1 expired 2026-11-03 12:00 without an answer: ask again, make a new "
                               "offer or go on\n"));
        desk.offer("03 13:00", "pekka", id, refund);
        CHECK_FALSE(says("03 13:30", "expired"));
        CHECK(says("03 13:30", "offer 2 waits for an answer"));
    }
    SUBCASE("who waits for something else is told of both") {
        desk.offer("02 11:00", "pekka", id, refund);
        desk.act("02 12:00", "pekka", id, [](const Complaint& c, const Procedure& p, const Occasion& then) {
            complaint::Contact contact;
            contact.await = "a photo";
            return complaint::contact(c, p, contact, then);
        });
        CHECK(says("02 12:30", "waiting for Maija Meikäläinen to answer: a photo\n"));
        CHECK(says("02 12:30", "offer 1 waits for an answer"));
        CHECK(says("02 12:30", "reklamaatio contact R-1 --in -m TEXT, or reklamaatio offer R-1 --accepted, "
                               "or --declined --wish TEXT\n"));
    }
    SUBCASE("one that was accepted is to be paid") {
        desk.offer("02 11:00", "pekka", id, refund);
        desk.turn("02 12:00", "pekka", id, {complaint::OfferTurn::accepted, {}, "", "phone", ""});
        CHECK(says("02 12:30", "offer 1 is to be paid"));
        desk.turn("02 13:00", "pekka", id, {complaint::OfferTurn::paid, {}, "", "", ""});
        CHECK_FALSE(says("02 13:30", "to be paid"));
    }
}

} // namespace reklamaatio::view::tests
