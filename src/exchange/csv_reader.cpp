// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_reader.hpp"

#include "exchange/error.hpp"
#include "exchange/lines.hpp"
#include "exchange/scanner.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace reklamaatio::exchange {

namespace {

constexpr std::string_view k_line_ends = "\r\n";
constexpr std::string_view k_declaration = "sep=";
constexpr std::string_view k_declarable = ",;\t|:^~ ";

std::string_view without_end(std::string_view line) {
    return line.substr(0, line.find_last_not_of(k_line_ends) + 1);
}

// What Excel writes and reads as a first line of its own, sep=; and the like, with nothing behind it but what it made of
// it by saving it again: quotes around it, and delimiters. Empty when there is none.
std::string declared_delimiter(std::string_view text) {
    auto line = text.substr(0, text.find_first_of(k_line_ends));
    if (line.starts_with('"')) line.remove_prefix(1);
    if (text::folded(line.substr(0, k_declaration.size())) != k_declaration
        || line.size() == k_declaration.size())
        return {};
    line.remove_prefix(k_declaration.size());
    const char delimiter = line.front();
    const bool is_all =
        line.find_first_not_of(std::array{delimiter, '"', '\0'}.data()) == std::string_view::npos;
    return is_all && k_declarable.find(delimiter) != std::string_view::npos ? std::string{delimiter}
                                                                            : std::string();
}

} // namespace

struct CsvReader::State {
    State(std::istream& in, std::string file, const CsvOptions& options)
        : lines(in, std::move(file), options.encoding, options.dialect),
          declared(declared_delimiter(lines.ahead())),
          skipped(skip(declared.empty() ? options.skip_lines : std::max<std::size_t>(options.skip_lines, 1))),
          scanner(lines, completed(options.dialect)) {}

    std::string skip(std::size_t count);
    Dialect completed(Dialect dialect);
    std::string detected(char quote);

    Lines lines;
    std::string declared;
    std::string skipped;
    Scanner scanner;
};

std::string CsvReader::State::skip(std::size_t count) {
    std::string passed;
    for (; count > 0; --count) {
        const auto line = lines.next();
        if (!line) break;
        passed += without_end(*line);
        passed += '\n';
    }
    return passed;
}

Dialect CsvReader::State::completed(Dialect dialect) {
    if (dialect.delimiter.empty()) dialect.delimiter = declared;
    if (dialect.delimiter.empty()) dialect.delimiter = detected(dialect.quote);
    return dialect;
}

std::string CsvReader::State::detected(char quote) {
    const auto text = lines.ahead();
    if (const auto found = detect_delimiter(text, quote)) return {*found};
    const auto begin = std::min(text.find_first_not_of(k_line_ends), text.size());
    const auto header = text.substr(begin, text.find_first_of(k_line_ends, begin) - begin);
    // One column alone.
    if (header.find_first_of(",;\t|") == std::string_view::npos) return ",";
    throw DataError(Unreadable::unclear_delimiter, lines.file());
}

CsvReader::CsvReader(std::istream& in, std::string file, const CsvOptions& options)
    : m_state(std::make_unique<State>(in, std::move(file), options)) {}

CsvReader::~CsvReader() = default;

std::optional<CsvRow> CsvReader::next() {
    CsvRow row;
    if (m_state->scanner.next(row)) return row;
    return std::nullopt;
}

void CsvReader::read_escapes() {
    m_state->scanner.read_letters();
}

const Dialect& CsvReader::dialect() const {
    return m_state->scanner.dialect();
}
const std::string& CsvReader::skipped() const {
    return m_state->skipped;
}
const std::string& CsvReader::encoding() const {
    return m_state->lines.encoding();
}

} // namespace reklamaatio::exchange
