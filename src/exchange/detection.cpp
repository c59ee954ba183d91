// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/detection.hpp"

#include "exchange/column_name.hpp"
#include "exchange/csv_table.hpp"
#include "exchange/decoder.hpp"
#include "exchange/error.hpp"
#include "exchange/kept_columns.hpp"
#include "exchange/likely_fields.hpp"
#include "exchange/profile_text.hpp"
#include "exchange/proposal.hpp"
#include "text/plural.hpp"
#include "text/streams.hpp"

#include <algorithm>
#include <exception>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

constexpr std::size_t k_looked_at = std::size_t{1024} * 1024; // bytes, for the encoding and the line ends

std::string beginning_of(std::istream& in) {
    std::string bytes(k_looked_at, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

std::string line_ends_of(std::string_view text) {
    const auto at = text.find_first_of("\r\n");
    if (at == std::string_view::npos || text[at] == '\n') return "LF";
    return text.substr(at).starts_with("\r\n") ? "CRLF" : "CR";
}

// In UTF-8 as far as it goes; a beginning may end within a character.
std::string decoded(const std::string& bytes, const std::string& encoding) {
    if (encoding.empty()) return bytes;
    text::InText in(bytes);
    std::string text;
    try {
        Decoder decoder(in, "", encoding);
        while (decoder.read(text)) {
        }
    } catch (const DataError&) {
        return bytes;
    }
    return text;
}

// How many lines stand in front of the header: the fewest behind which a delimiter parts the rest into columns.
std::size_t lines_before_header(std::string_view text, const Profile& given) {
    constexpr std::size_t k_most = 20;
    if (given.skip_lines > 0 || !given.dialect.delimiter.empty()) return given.skip_lines;
    std::string_view rest = text;
    for (std::size_t skipped = 0; skipped <= k_most && !rest.empty(); ++skipped) {
        if (detect_delimiter(rest, given.dialect.quote)) return skipped;
        rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
    }
    return 0; // a single column, perhaps
}

// Whether tabs part the fields, nothing quotes, and each backslash stands before what MySQL and PostgreSQL write with
// one: that is not how anybody writes folders.
bool is_written_by_database(std::string_view text) {
    constexpr std::string_view k_escaped = "\\tnrbfv0N\t\r\n";
    if (text.substr(0, text.find('\n')).find('\t') == std::string_view::npos) return false;
    if (text.find("\t\"") != std::string_view::npos || text.find("\n\"") != std::string_view::npos)
        return false;
    auto at = text.find('\\');
    while (at < text.size() - 1 && k_escaped.find(text[at + 1]) != std::string_view::npos)
        at = text.find('\\', at + 2);
    return at >= text.size() - 1;
}

// As the file may be written, the likeliest first. Databases write a backslash before quotes, or quote nothing
// where tabs part the fields.
std::vector<Dialect> likely_dialects(std::string_view text, const Dialect& given) {
    std::vector<Dialect> likely{given};
    if (given.escape != '\0' || given.quote != '"' || text.find('\\') == std::string_view::npos)
        return likely;
    likely.push_back(given);
    likely.back().escape = '\\';
    if (text.substr(0, text.find('\n')).find('\t') == std::string_view::npos) return likely;
    likely.push_back(likely.back());
    likely.back().quote = '\0';
    if (is_written_by_database(text)) std::swap(likely.front(), likely.back());
    return likely;
}

class Looking {
  public:
    Looking(std::istream& in, Detection& detection, const Profile& given)
        : m_in(in), m_detection(detection), m_given(given) {}

    void look(const Dialect& dialect) {
        m_in.clear();
        m_in.seekg(0);
        CsvTable table(
            m_in, m_detection.file,
            {dialect, m_detection.skip_lines, m_detection.encoding.encoding, m_given.skip_last_lines},
            m_given.has_header);
        m_detection.dialect = table.reader().dialect();
        begin(table.header());
        while (const auto row = table.next()) {
            if (m_detection.rows == k_most_detected_rows) {
                m_detection.has_more_rows = true;
                break;
            }
            take(*row);
        }
        end();
    }

  private:
    void begin(const CsvRow& header) {
        m_detection.columns.clear();
        m_detection.rows = m_misfits = m_misfits_at_end = 0;
        for (const auto& field : header.fields) {
            const auto same = columns_called(header, field.text);
            const auto place = std::ranges::find(same, m_detection.columns.size()) - same.begin() + 1;
            auto& column = m_detection.columns.emplace_back(DetectedColumn{
                field.text, same.size() > 1 ? fmt::format("{}#{}", field.text, place) : field.text});
            if (is_called_as_time_of_day(field.text)) column.look.expect_times_of_day();
        }
    }

    void take(const TableRow& row) {
        ++m_detection.rows;
        if (row.row.fault) {
            m_misfits_at_end = 0; // it is one of the table all the same
            return;
        }
        if (!row.misfit.empty()) {
            ++m_misfits_at_end;
            ++m_misfits;
            return;
        }
        m_misfits_at_end = 0;
        for (std::size_t i = 0; i < m_detection.columns.size(); ++i)
            m_detection.columns[i].look.add(row.row.fields[i].text);
    }

    // Some lines at the end that are no rows are a sum, a date of print, a copyright.
    void end() {
        constexpr std::size_t k_most = 10;
        m_detection.skip_last_lines = m_given.skip_last_lines;
        const bool is_footer = m_misfits_at_end > 0 && m_misfits_at_end == m_misfits && m_misfits <= k_most
                               && m_misfits < m_detection.rows && !m_detection.has_more_rows;
        if (!is_footer) return;
        m_detection.skip_last_lines += m_misfits;
        m_detection.rows -= m_misfits;
    }

    std::istream& m_in;
    Detection& m_detection;
    const Profile& m_given;
    std::size_t m_misfits = 0, m_misfits_at_end = 0;
};

void look_at(std::istream& in, std::string_view beginning, const Profile& given, Detection& detection) {
    std::exception_ptr first;
    for (const auto& dialect : likely_dialects(beginning, given.dialect))
        try {
            return Looking(in, detection, given).look(dialect);
        } catch (const DataError&) {
            if (!first) first = std::current_exception();
        }
    std::rethrow_exception(first);
}

// Whether what stands in the header is what stands below it: no name of a column is a time or an address.
bool begins_with_a_row(const Detection& detection) {
    return std::ranges::any_of(detection.columns, [](const DetectedColumn& column) {
        ColumnLook alone;
        alone.add(column.name);
        const auto look = alone.look();
        const bool is_value = look == Look::times || look == Look::emails || look == Look::uids;
        return is_value && column.look.may_be(look);
    });
}

void look_without_header(std::istream& in, std::string_view beginning, const Profile& given,
                         Detection& detection) {
    auto headless = given;
    headless.has_header = detection.has_header = false;
    look_at(in, beginning, headless, detection);
    detection.doubts.emplace_back(
        "the first row is taken for a complaint, since a time or an address is no name of a column");
}

// What is proposed is tried.
std::optional<Trial> tried_as(const std::string& proposed, std::istream& in, const Detection& detection) {
    auto profile = read_profile(proposed, detection.file);
    // Any of the formats reads the times.
    if (!detection.date_formats.empty() && !detection.date_formats.front().empty())
        profile.date_formats = {detection.date_formats.front()};
    for (const auto& [field, formats] : detection.date_formats_of)
        if (!formats.front().empty()) profile.date_formats_of[std::string(field->name)] = {formats.front()};
    return tried(in, detection.file, profile, detection.fields->declared(), k_most_detected_rows);
}

void name_other(Detection& detection) {
    std::set<std::string> taken;
    for (std::size_t i = 0; i < detection.columns.size(); ++i)
        if (auto& column = detection.columns[i]; column.goes_nowhere())
            column.own = new_own_name(called(column.name, i), taken);
}

void add_outcome(const std::optional<Trial>& trial, Detection& detection) {
    if (!trial) return;
    const auto doubt = [&](std::size_t rows, std::string_view one, std::string_view many) {
        if (rows > 0)
            detection.doubts.push_back(
                fmt::format("{} {}", text::plural(rows, "row"), text::one_or_many(rows, one, many)));
    };
    const auto tell_first = [&](std::size_t rows, std::string_view what,
                                const std::optional<Trial::Fault>& first) {
        if (first)
            detection.doubts.push_back(fmt::format("{} of {} rows {}; the first is {}:{}: {}", rows,
                                                   trial->rows, what, first->place.line, first->place.column,
                                                   first->message));
    };
    tell_first(trial->unfit, "cannot be read so", trial->first_fault);
    tell_first(trial->contradictory, "cannot be true", trial->first_contradiction);
    doubt(trial->textless, "has neither a subject nor a text", "have neither a subject nor a text");
    doubt(trial->endless, "is over and does not say since when", "are over and do not say since when");
}

// Reading tens of thousands of rows is what takes the time: the second trial is for what the first one has changed.
std::optional<Trial> propose_and_try(std::istream& in, Detection& detection) {
    const auto proposed = profile_text(detection);
    auto trial = tried_as(proposed, in, detection);
    if (!trial) return trial;
    propose_after(*trial, detection);
    const auto now = profile_text(detection);
    return now == proposed ? trial : tried_as(now, in, detection);
}

} // namespace

Detection detect(std::istream& in, std::string file, const Profile& given, const FieldSet& fields) {
    Detection detection;
    detection.fields = &fields;
    detection.file = std::move(file);
    const std::string bytes = beginning_of(in);
    detection.encoding =
        given.encoding.empty() ? guess_encoding(bytes) : EncodingGuess{given.encoding, "", {}};
    detection.has_header = given.has_header;
    detection.keeps_other = given.keeps_other;
    const std::string beginning = decoded(bytes, detection.encoding.encoding);
    detection.line_ends = line_ends_of(beginning);
    detection.skip_lines = lines_before_header(beginning, given);
    detection.csv_dialect = given.csv.name;
    look_at(in, beginning, given, detection);
    if (given.has_header && begins_with_a_row(detection))
        look_without_header(in, beginning, given, detection);
    propose_columns(detection);
    propose_date_formats(detection);
    if (given.timezone.empty()) propose_timezone(detection);
    const auto trial = propose_and_try(in, detection);
    if (given.keeps_other) name_other(detection);
    add_doubts(detection);
    add_outcome(trial, detection);
    return detection;
}

} // namespace reklamaatio::exchange
