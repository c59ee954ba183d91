// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/column_look.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::ColumnLook;
using exchange::Look;

namespace {

ColumnLook look_of(const std::vector<std::string>& cells) {
    ColumnLook look;
    for (const auto& cell : cells)
        look.add(cell);
    return look;
}

std::string described(const std::vector<std::string>& cells) {
    return look_of(cells).description();
}

} // namespace

TEST_CASE("a column is what all of its cells are") {
    CHECK(described({"1021", "1022", "1023"}) == "unique whole numbers");
    CHECK(described({"1021", "1022", "1021", "7", "8", "9"}) == "whole numbers");
    CHECK(described({"Open", "Closed", "Open", "Open"}) == "2 words");
    CHECK(described({"a@x.fi", "Bob <b@x.fi>", ""}) == "e-mail addresses");
    CHECK(described({"040 123 4567", "+358 50 765 4321"}) == "telephone numbers");
    CHECK(described({"12,50", "1 234,00", "7"}) == "sums of money");
    CHECK(described({"1\u00a0234,50\u00a0zł", "49\u00a0zł", "7"}) == "sums of money");
    CHECK(described({"01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6b"}) == "UUIDs");
    CHECK(described({"The stove is broken", "It is late"}) == "unique texts, up to 19 characters");
    CHECK(described({"", " ", "\u00a0"}) == "nothing");
}

TEST_CASE("digits alone are no telephone numbers") {
    CHECK(look_of({"21215", "21223", "21230"}).look() == Look::whole_numbers);
    CHECK(look_of({"1000001", "1000002"}).look() == Look::whole_numbers);
}

TEST_CASE("times are known by every format that reads all of them") {
    using Formats = std::vector<std::string>;
    CHECK(look_of({"04/13/2018 11:11:26 AM", "04/01/2018 01:02:03 PM"}).date_formats()
          == Formats{"MM/DD/YYYY hh:mm:ss AM/PM"});
    CHECK(look_of({"2.11.2026 10.04"}).look() == Look::times);
    CHECK(look_of({"2026-11-02", "2026-11-03T10:00:00Z"}).date_formats() == Formats{""});
    CHECK(look_of({"05/06/2026", "07/08/2026"}).date_formats() == Formats{"MM/DD/YYYY", "DD/MM/YYYY"});
    CHECK(described({"05/06/2026", "07/08/2026"}) == "MM/DD/YYYY or DD/MM/YYYY");
    CHECK(look_of({"10/31/2026, 3:00 PM"}).date_formats() == Formats{"MM/DD/YYYY, hh:mm AM/PM"});
    CHECK(look_of({"21/Nov/26 2:05 PM"}).date_formats() == Formats{"DD/Mon/YY hh:mm AM/PM"});
    CHECK(look_of({"2026/11/02 13:05:00+00"}).date_formats() == Formats{"%Y/%m/%d %H:%M:%S%z"});
    CHECK(look_of({"Tue, 3 Nov 2026 09:12:44 +0200"}).date_formats() == Formats{"rfc5322"});
    // One day after the twelfth tells them apart.
    CHECK(look_of({"05/06/2026", "13/08/2026"}).date_formats() == Formats{"DD/MM/YYYY"});
}

TEST_CASE("a few cells that do not fit are told and many make it another thing") {
    std::vector<std::string> cells(40, "2026-11-02");
    cells.push_back("later");
    const auto few = look_of(cells);
    CHECK(few.look() == Look::times);
    CHECK(few.misfits() == std::vector<std::string>{"later"});
    // One in twenty is no slip.
    std::vector<std::string> more(100, "2026-11-02");
    more.insert(more.end(), 6, "soon");
    CHECK(look_of(more).look() == Look::words);
    cells.insert(cells.end(), 20, "soon");
    CHECK(look_of(cells).look() == Look::words);
}

TEST_CASE("words for none are none of the cells that are judged") {
    const auto look = look_of({"2026-11-02", "-", "N/A", "-", "none"});
    CHECK(look.look() == Look::times);
    CHECK(look.misfits().empty());
    CHECK(look.none_words() == std::vector<std::string>{"-", "N/A", "none"});
    CHECK(look.filled() == 5);
}

TEST_CASE("times of day and numbers since 1970 are known and sums are neither") {
    CHECK(look_of({"9:12", "23:59"}).clock_formats() == std::vector<std::string>{"hh:mm"});
    CHECK(described({"09:12:30"}) == "times of day, hh:mm:ss");
    CHECK(look_of({"12.50", "3.10"}).look() == Look::sums);
    const auto epoch = look_of({"1793610000", "0", "1793700000"});
    CHECK(epoch.look() == Look::whole_numbers);
    CHECK(epoch.may_be(Look::times));
    CHECK(epoch.date_formats() == std::vector<std::string>{"epoch"});
    CHECK(epoch.has_epoch_zeros());
    CHECK_FALSE(look_of({"0", "0"}).may_be(Look::times));
    CHECK_FALSE(look_of({"1000001", "1000002"}).may_be(Look::times));
    CHECK_FALSE(look_of({"00001026", "00001027"}).may_be(Look::times));
}

TEST_CASE("a column counts what is filled and how often each word comes") {
    const auto look = look_of({"Open", "", "open ", "Open"});
    CHECK(look.rows() == 4);
    CHECK(look.filled() == 3);
    CHECK(look.words() == std::map<std::string, std::size_t>{{"Open", 2}, {"open", 1}});
    std::vector<std::string> many;
    for (int i = 0; i < 200; ++i)
        many.push_back("word " + std::to_string(i % 60));
    CHECK(look_of(many).look() == Look::texts);
}
