// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/column_name.hpp"
#include "exchange/proposal.hpp"
#include "time/pattern.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

// What a day and a time of day are together, a blank between them.
std::string joined(const std::string& date, const std::string& clock) {
    const bool is_plain = date.empty() && clock.find("AM") == std::string::npos;
    return is_plain ? "" : (date.empty() ? "YYYY-MM-DD" : date) + " " + clock;
}

// The formats of what goes to a field.
DetectedFormats formats_of(const std::vector<DetectedColumn>& columns, const Field* field) {
    DetectedFormats formats;
    for (const auto& column : columns) {
        if (column.field != field && column.also != field) continue;
        if (column.look.may_be(Look::times))
            formats = column.look.date_formats();
        else if (column.look.look() == Look::times_of_day && !formats.empty())
            for (auto& format : formats)
                format = joined(format, column.look.clock_formats().front());
    }
    return formats;
}

void keep_common(DetectedFormats& common, const DetectedFormats& formats) {
    std::erase_if(common, [&](const std::string& format) {
        return std::ranges::find(formats, format) == formats.end();
    });
}

bool is_time(const Field& field) {
    using complaint::OwnType;
    if (const auto* own = field.own())
        return own->facts().type == OwnType::date || own->facts().type == OwnType::time;
    return field.type() == complaint::FieldType::instant || field.type() == complaint::FieldType::given_due;
}

// Where it makes no difference which is meant, the first one is.
void keep_one_of_alike(DetectedFormats& formats, const std::vector<DetectedColumn>& columns,
                       const std::vector<const Field*>& of) {
    const auto is_of = [&](const Field* field) { return std::ranges::find(of, field) != of.end(); };
    const auto reads_alike = [&](const DetectedColumn& column) {
        const bool is_read = column.look.filled() > 0 && (is_of(column.field) || is_of(column.also));
        return !is_read || column.look.read_alike(formats);
    };
    if (formats.size() > 1 && std::ranges::all_of(columns, reads_alike)) formats.resize(1);
}

} // namespace

void propose_timezone(Detection& detection) {
    for (const auto& column : detection.columns)
        if (column.field != nullptr && is_time(*column.field) && says_utc(column.name))
            detection.utc_columns.push_back(column.key);
}

void propose_date_formats(Detection& detection) {
    std::optional<DetectedFormats> common;
    std::vector<const Field*> all;
    for (const auto* field : detection.fields->all()) {
        auto formats = is_time(*field) ? formats_of(detection.columns, field) : DetectedFormats();
        if (formats.empty()) continue;
        all.push_back(field);
        if (common)
            keep_common(*common, formats);
        else
            common = formats;
        keep_one_of_alike(formats, detection.columns, {field});
        detection.date_formats_of.emplace_back(field, std::move(formats));
    }
    if (!common || common->empty()) return;
    keep_one_of_alike(*common, detection.columns, all);
    detection.date_formats = std::move(*common);
    detection.date_formats_of.clear();
}

} // namespace reklamaatio::exchange
