// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/log_cursor.hpp"

#include "complaint/error.hpp"
#include "store/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {

TEST_CASE("a cursor is a place of this log, and nothing else is one") {
    Store store = Store::in_memory(founding());
    auto& database = store.database();
    const auto end = end_of_log(database);
    const auto cursor = cursor_of(end);
    CHECK(place_of(database, cursor).event == end.event);
    CHECK(place_of(database, cursor).hash == end.hash);

    const auto digits = cursor.substr(cursor.rfind(':') + 1);
    for (const std::string& text :
         {std::string(), std::string("log1"), std::string("log1:1"), "lag1:1:" + digits, "log:1:" + digits,
          "logx:1:" + digits, "log1::" + digits, "log1:x:" + digits, "log1:1x:" + digits, "log1:0:" + digits,
          "log1:-1:" + digits, "log1:99999999999999999999:" + digits, std::string("log1:1:"),
          std::string("log1:1:xyz")}) {
        CAPTURE(text);
        CHECK_THROWS_WITH_AS(place_of(database, text), ("'" + text + "' is not a cursor of the log").c_str(),
                             complaint::BadValue);
    }
    const auto refused = [&](const std::string& text, const std::string& why) {
        CHECK_THROWS_WITH_AS(place_of(database, text), ("'" + text + why).c_str(), complaint::BadValue);
    };
    refused("log2:1:" + digits, "' is a cursor of another version of this program");
    refused("log1:99:" + digits, "' is not a cursor of this database, which has no event 99");
    refused("log1:1:" + std::string(digits.size(), '0'),
            "' is not a cursor of this database, which has another event 1");
}

} // namespace reklamaatio::store::tests
