// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/detection.hpp"

#include "exchange/csv_table.hpp"
#include "exchange/likely_fields.hpp"
#include "exchange/likely_words.hpp"
#include "text/plural.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

constexpr std::size_t k_looked_at = std::size_t{1024} * 1024; // bytes, for the encoding and the line ends

std::string beginning_of(std::istream& in) {
    std::string bytes(k_looked_at, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    in.clear();
    in.seekg(0);
    return bytes;
}

std::string line_ends_of(std::string_view bytes) {
    const auto at = bytes.find_first_of("\r\n");
    if (at == std::string_view::npos || bytes[at] == '\n') return "LF";
    return bytes.substr(at).starts_with("\r\n") ? "CRLF" : "CR";
}

class Proposer {
  public:
    explicit Proposer(Detection& detection) : m_detection(detection) {}

    void propose() {
        by_names();
        for (const auto& likely : likely_fields())
            if (!has(likely.field)) guess(likely);
        if (!has("subject") && !has("text")) longest_text();
        doubts();
    }

  private:
    // What is called as a field of ours is, and looks as such a field may.
    void by_names() {
        for (auto& column : m_detection.columns) {
            const auto* meant = meant_by(column);
            if (meant == nullptr || column.look.filled() == 0 || !looks_as(column, *meant)
                || is_another_vocabulary(column, *meant))
                continue;
            if (has(meant->name))
                column.rivals.push_back(meant);
            else
                column.field = meant;
        }
    }

    // A source that is called phone or e-mail is how the complaint came.
    static const Field* meant_by(const DetectedColumn& column) {
        const auto* meant = field_of_header(column.name);
        const auto is_channel = [](const auto& word) { return !likely_word("channel", word.first).empty(); };
        const bool tells_channels = meant != nullptr && meant->name == "source"
                                    && std::ranges::any_of(column.look.words(), is_channel);
        return tells_channels ? field_named("channel") : meant;
    }

    // Where the type of the field says how its cells must look.
    static bool looks_as(const DetectedColumn& column, const Field& meant) {
        switch (meant.type()) {
        case complaint::FieldType::instant:
        case complaint::FieldType::given_due:
            return column.look.may_be(Look::times);
        case complaint::FieldType::money:
            return column.look.may_be(Look::sums);
        case complaint::FieldType::integer:
            return column.look.may_be(Look::whole_numbers);
        default:
            return meant.name != "remedy" || !column.look.may_be(Look::sums);
        }
    }

    // Where not one word is ours, or most likely one of ours, the column only has the name of the field.
    static bool is_another_vocabulary(const DetectedColumn& column, const Field& meant) {
        return !meant.words().empty() && std::ranges::none_of(column.look.words(), [&](const auto& word) {
            return meant.knows(word.first) || !likely_word(meant.name, word.first).empty();
        });
    }

    bool has(std::string_view name) const {
        return std::ranges::any_of(m_detection.columns, [&](const DetectedColumn& column) {
            return column.field != nullptr && column.field->name == name;
        });
    }

    void guess(const LikelyField& likely) {
        const auto& field = *field_named(likely.field);
        for (auto& column : m_detection.columns) {
            if (column.field != nullptr || !column.rivals.empty()
                || !is_likely(likely, column.name, column.look))
                continue;
            if (is_another_vocabulary(column, field)) continue;
            if (field.name == "ref" && (!column.look.is_unique() || has("uid") || has("id"))) continue;
            column.field = &field;
            column.is_guess = true;
            return;
        }
    }

    void longest_text() {
        DetectedColumn* longest = nullptr;
        for (auto& column : m_detection.columns)
            if (column.field == nullptr && column.look.look() == Look::texts
                && (longest == nullptr || column.look.longest() > longest->look.longest()))
                longest = &column;
        if (longest == nullptr) return;
        longest->field = field_named("text");
        longest->is_guess = true;
    }

    void doubts() {
        for (const auto& column : m_detection.columns) {
            if (column.is_guess)
                doubt("{} is taken for {} by what it looks like", column.name, column.field->name);
            for (const auto* rival : column.rivals)
                doubt("{} would be {} as well, which another column is", column.name, rival->name);
            unknown_words(column);
        }
        if (!has("received_at"))
            doubt("no column looks like received_at, without which nothing can be imported");
        if (!has("subject") && !has("text"))
            doubt("no column looks like subject or text, one of which is needed");
        if (has_ended_ones() && !has("closed_at") && !has("resolved_at"))
            doubt("some are over, and no column looks like closed_at or resolved_at: say when they ended");
        if (!has("uid") && !has("ref") && !has("id"))
            doubt("no column looks like ref: the same file would be imported again");
    }

    bool has_ended_ones() const {
        const auto is_end = [](const auto& word) {
            const auto ours = likely_word("status", word.first);
            return ours == "closed" || ours == "resolved";
        };
        return std::ranges::any_of(m_detection.columns, [&](const DetectedColumn& column) {
            return column.field != nullptr && column.field->name == "status"
                   && std::ranges::any_of(column.look.words(), is_end);
        });
    }

    // Of a closed vocabulary, words that are none of ours.
    void unknown_words(const DetectedColumn& column) {
        if (column.field == nullptr || column.field->words().empty()) return;
        std::vector<std::string> unknown;
        for (const auto& [word, count] : column.look.words())
            if (!column.field->knows(word)) unknown.push_back(word);
        if (!unknown.empty())
            doubt("{} needs you: which of {} are {}? the profile has a guess, marked", column.name,
                  text::alternatives(column.field->words()), text::listed(unknown, "and"));
    }

    template <typename... Parts>
    void doubt(fmt::format_string<Parts...> form, Parts&&... parts) {
        m_detection.doubts.push_back(fmt::format(form, std::forward<Parts>(parts)...));
    }

    Detection& m_detection;
};

bool is_of_times(const DetectedColumn& column) {
    return column.field != nullptr && column.look.look() == Look::times;
}

// Formats that read every column of times; where no one does, the best of each column.
std::vector<std::string> common_formats(const std::vector<DetectedColumn>& columns) {
    std::optional<std::vector<std::string>> common;
    std::vector<std::string> all;
    for (const auto& column : columns) {
        if (!is_of_times(column)) continue;
        const auto formats = column.look.date_formats();
        if (std::ranges::find(all, formats.front()) == all.end()) all.push_back(formats.front());
        if (!common) {
            common = formats;
            continue;
        }
        std::erase_if(*common, [&](const std::string& format) {
            return std::ranges::find(formats, format) == formats.end();
        });
    }
    return common && !common->empty() ? *common : all;
}

// How many lines stand in front of the header: the fewest behind which a delimiter parts the rest into columns.
std::size_t lines_before_header(std::string_view bytes, const Profile& given) {
    constexpr std::size_t k_most = 20;
    if (given.skip_lines > 0 || !given.dialect.delimiter.empty()) return given.skip_lines;
    std::string_view rest = bytes;
    for (std::size_t skipped = 0; skipped <= k_most && !rest.empty(); ++skipped) {
        if (detect_delimiter(rest, given.dialect.quote)) return skipped;
        rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
    }
    return 0; // a single column, perhaps
}

} // namespace

Detection detect(std::istream& in, std::string file, const Profile& given) {
    Detection detection;
    detection.file = file;
    const std::string bytes = beginning_of(in);
    detection.encoding =
        given.encoding.empty() ? guess_encoding(bytes) : EncodingGuess{given.encoding, "", {}};
    detection.line_ends = line_ends_of(bytes);
    detection.skip_lines = lines_before_header(bytes, given);
    CsvTable table(in, std::move(file), {given.dialect, detection.skip_lines, detection.encoding.encoding},
                   given.has_header);
    detection.delimiter = table.reader().dialect().delimiter;
    for (const auto& name : table.header().fields)
        detection.columns.push_back({name.text});
    while (const auto row = table.next()) {
        if (detection.rows == k_most_detected_rows) {
            detection.has_more_rows = true;
            break;
        }
        ++detection.rows;
        const auto& cells = row->row.fields;
        const auto width = std::min(cells.size(), detection.columns.size());
        for (std::size_t i = 0; i < width; ++i)
            detection.columns[i].look.add(cells[i].text);
    }
    Proposer(detection).propose();
    detection.date_formats = common_formats(detection.columns);
    if (!detection.encoding.others.empty())
        detection.doubts.push_back(fmt::format("the encoding may be {} or {}", detection.encoding.encoding,
                                               text::alternatives(detection.encoding.others)));
    return detection;
}

} // namespace reklamaatio::exchange
