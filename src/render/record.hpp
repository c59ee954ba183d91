// SPDX-License-Identifier: GPL-3.0-or-later
// One thing with all that belongs to it, for programs: values under keys, and lists below them.
#pragma once

#include "render/table.hpp"

#include <iterator>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace reklamaatio::render {

struct Member;

// In the order in which they are written. Keys are for ever, as those of columns are.
using Record = std::vector<Member>;

struct Member {
    std::string key;
    // A table is a list of flat records; a record is an object within the object.
    std::variant<Value, std::vector<std::string>, Table, std::vector<Record>, Record> content;
};

// One object of JSON on one line. No value is null, amounts have two decimals, instants are in UTC.
std::string json_text(const Record& record);

// A record for each item of a list.
template <typename Items, typename Convert>
std::vector<Record> records(const Items& items, Convert convert) {
    std::vector<Record> records;
    records.reserve(std::size(items));
    for (const auto& item : items)
        records.push_back(convert(item));
    return records;
}

} // namespace reklamaatio::render
