// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/record.hpp"

#include "render/json_value.hpp"

namespace reklamaatio::render {

namespace {

void append_object(std::string& json, const Record& record);

template <typename Items, typename Append>
void append_parted(std::string& json, const Items& items, Append append) {
    bool is_first = true;
    for (const auto& item : items) {
        if (!is_first) json += ',';
        is_first = false;
        append(item);
    }
}

template <typename Items, typename Append>
void append_list(std::string& json, const Items& items, Append append) {
    json += '[';
    append_parted(json, items, append);
    json += ']';
}

struct JsonContent {
    std::string& json;

    void operator()(const Value& value) const { append_json_value(json, value); }
    void operator()(const std::vector<std::string>& texts) const {
        append_list(json, texts, [&](const std::string& text) { append_json_string(json, text); });
    }
    void operator()(const Table& table) const {
        const JsonRows rows(table.columns);
        append_list(json, table.rows, [&](const Row& row) { rows.append(json, row); });
    }
    void operator()(const std::vector<Record>& records) const {
        append_list(json, records, [&](const Record& record) { append_object(json, record); });
    }
    void operator()(const Record& record) const { append_object(json, record); }
};

void append_object(std::string& json, const Record& record) {
    json += '{';
    append_parted(json, record, [&](const Member& member) {
        append_json_string(json, member.key);
        json += ':';
        std::visit(JsonContent{json}, member.content);
    });
    json += '}';
}

} // namespace

std::string json_text(const Record& record) {
    std::string json;
    append_object(json, record);
    return json;
}

} // namespace reklamaatio::render
