// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/public_views.hpp"

#include "store/store.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::view::tests {

namespace {

using Words = std::vector<std::string>;

Words column_of(store::Database& database, const std::string& sql) {
    Words words;
    auto query = database.query_once(sql);
    while (query.next())
        words.push_back(query.text(0));
    return words;
}

// Views that are for everybody are in the plural; one in the singular feeds the full text.
constexpr const char* k_views =
    "SELECT name FROM sqlite_master WHERE type = 'view' AND name LIKE '%s' ORDER BY name";

} // namespace

TEST_CASE("the views are described as they stand in the database") {
    auto store = store::Store::in_memory([] { return store::Change{0, {}, "tests", "init"}; });
    Words described;
    for (const auto& view : public_views()) {
        const auto name = view.name.substr(view.name.find(' ') + 1);
        described.push_back(name);
        Words columns;
        for (const auto& column : view.columns())
            columns.push_back(column.key);
        CAPTURE(name);
        CHECK(columns
              == column_of(store.database(),
                           fmt::format("SELECT name FROM pragma_table_info('{}') ORDER BY cid", name)));
    }
    std::ranges::sort(described);
    CHECK(described == column_of(store.database(), k_views));
}

} // namespace reklamaatio::view::tests
