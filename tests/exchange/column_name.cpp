// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/column_name.hpp"

#include "exchange/readers.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;

namespace {

std::vector<std::size_t> called(const std::string& header, std::string_view name) {
    return exchange::columns_called(tests::csv_rows(header).at(0), name);
}

using Places = std::vector<std::size_t>;

} // namespace

TEST_CASE("a name means all columns of that name") {
    CHECK(called("Date,Text,Date", "Text") == Places{1});
    CHECK(called("Date,Text,Date", "Date") == Places{0, 2});
    CHECK(called("Date,Text,Date", "date").empty());
}

TEST_CASE("a number behind a name tells columns of one name apart") {
    CHECK(called("Date,Text,Date", "Date#1") == Places{0});
    CHECK(called("Date,Text,Date", "Date#2") == Places{2});
    CHECK(called("Date,Text,Date", "Text#1") == Places{1});
    CHECK(called("Date,Text,Date", "Date#3").empty());
    CHECK(called("Date,Text,Date", "Date#0").empty());
    CHECK(called("Date,Text,Date", "Date#x").empty());
    CHECK(called("Ticket #,Ticket #", "Ticket ##2") == Places{1});
}

TEST_CASE("a number alone is that of the column") {
    CHECK(called("Date,Text,Date", "#1") == Places{0});
    CHECK(called("Date,Text,Date", "#3") == Places{2});
    CHECK(called("Date,Text,Date", "#4").empty());
    CHECK(called("Date,Text,Date", "#").empty());
    CHECK(exchange::column_number(3) == "#3");
}

TEST_CASE("a column that is called so goes before the number") {
    CHECK(called("Date,#1,Date#2,Date", "#1") == Places{1});
    CHECK(called("Date,#1,Date#2,Date", "Date#2") == Places{2});
}

TEST_CASE("UTC is said by a word of the name") {
    for (const auto* name : {"Created At (UTC)", "UTC", "gmt_time", "closed [GMT]"}) {
        CAPTURE(name);
        CHECK(exchange::says_utc(name));
    }
    for (const auto* name : {"", "Created (GMT+2)", "created UTC-5", "Created by utcsa", "Nutcracker"}) {
        CAPTURE(name);
        CHECK_FALSE(exchange::says_utc(name));
    }
}
