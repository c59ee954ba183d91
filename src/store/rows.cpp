// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows.hpp"

#include "rulebook/legal_term.hpp"
#include "store/own_values.hpp"

#include <chrono>

#include <fmt/format.h>

namespace reklamaatio::store {

void throw_gone(const Database& database, const std::string& what) {
    throw StoreError(ErrorKind::damaged,
                     fmt::format("{} is damaged ({} is not in it, though it is told of); restore a backup",
                                 database.path(), what));
}

bool is_in_calendar(time::Instant at) {
    using namespace std::chrono;
    constexpr time::Instant k_first{sys_days{year{1} / January / 1}};
    constexpr time::Instant k_end{sys_days{year{10'000} / January / 1}};
    return at >= k_first && at < k_end;
}

complaint::Value value_in(const Query& row, int column, complaint::FieldType type) {
    auto value = row.value(column);
    if (type == complaint::FieldType::instant && !row.is_null(column)) row.instant(column);
    if (const auto* json = std::get_if<std::string>(&value);
        json != nullptr && type == complaint::FieldType::own)
        return own_texts_from(*json);
    return value;
}

std::optional<time::Target> target_in(const Query& row, int column) {
    const auto text = row.text(column);
    if (text.empty()) return std::nullopt;
    try {
        return time::parse_target(text);
    } catch (const time::Error& fault) {
        throw StoreError(ErrorKind::damaged,
                         std::string("the target of a deadline is damaged: ") + fault.what());
    }
}

std::string target_text_in(const Query& row, int column, complaint::Clock clock) {
    auto text = row.text(column);
    if (clock != complaint::Clock::legal) return target_in(row, column) ? text : "";
    try {
        rulebook::parse_term(text);
        return text;
    } catch (const complaint::BadValue& fault) {
        throw StoreError(ErrorKind::damaged,
                         std::string("the term of a deadline is damaged: ") + fault.what());
    }
}

bool is_as_written(const Query& row, int column, const complaint::Value& value) {
    if (const auto* texts = std::get_if<complaint::OwnTexts>(&value))
        return own_texts_from(row.text(column)) == *texts;
    return row.value(column) == value;
}

} // namespace reklamaatio::store
