// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/writer.hpp"

#include "render/format_writers.hpp"

#include <fmt/format.h>

namespace reklamaatio::render {

namespace {

struct PlainText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
    std::string operator()(bool yes) const { return yes ? "true" : "false"; }
    std::string operator()(time::Instant instant) const { return time::to_iso(instant); }
    std::string operator()(time::Date date) const { return time::to_iso(date); }
    std::string operator()(Share share) const {
        if (share.denominator == 0) return {};
        const auto part = static_cast<double>(share.numerator) / static_cast<double>(share.denominator);
        return fmt::format("{:.4f}", part);
    }
    std::string operator()(Amount amount) const {
        // The least of all numbers has no positive counterpart but in unsigned arithmetic.
        const auto cents = static_cast<std::uint64_t>(amount.cents);
        const auto size = amount.cents < 0 ? 0 - cents : cents;
        return fmt::format("{}{}.{:02}", amount.cents < 0 ? "-" : "", size / 100, size % 100);
    }
    std::string operator()(const Number& number) const { return number.text; }
    std::string operator()(Length length) const {
        return fmt::format("{}", std::chrono::floor<std::chrono::minutes>(length.seconds).count());
    }
};

} // namespace

std::string plain_text(const Value& value) {
    return std::visit(PlainText{}, value);
}

std::string_view plain_text_in(const Value& value, std::string& room) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (std::holds_alternative<std::monostate>(value)) return {};
    return room = plain_text(value);
}

std::unique_ptr<Writer> make_writer(std::ostream& out, const WriterOptions& options) {
    const auto make = k_writers[static_cast<std::size_t>(options.format)];
    return make == nullptr ? nullptr : make(out, options);
}

void write(const Table& table, std::ostream& out, const WriterOptions& options) {
    const auto writer = make_writer(out, options);
    writer->begin(table.columns);
    for (const auto& row : table.rows)
        writer->row(row);
    writer->end();
}

} // namespace reklamaatio::render
