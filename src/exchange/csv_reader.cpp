// SPDX-License-Identifier: GPL-3.0-or-later
// libcsv splits and unquotes; it knows no places and skips empty lines, so it is fed piece by piece: each
// ends with at most one delimiter or line end, and what comes out says where the next field begins.
#include "exchange/csv_reader.hpp"

#include "exchange/error.hpp"
#include "exchange/lines.hpp"

#include <algorithm>
#include <new>

#include <csv.h>
#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

constexpr std::size_t k_longest_row = std::size_t{16} * 1024 * 1024;
constexpr std::size_t k_buffer_step = 4096;
constexpr std::string_view k_line_ends = "\r\n";

class Parser {
  public:
    explicit Parser(char delimiter) {
        if (csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
        csv_set_delim(&m_parser, static_cast<unsigned char>(delimiter));
        csv_set_blk_size(&m_parser, k_buffer_step);
        // Blanks belong to their field.
        csv_set_space_func(&m_parser, [](unsigned char) { return 0; });
    }
    ~Parser() { csv_free(&m_parser); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    // How many bytes it took: less than all when the next one cannot stand there.
    std::size_t feed(std::string_view piece) {
        m_field_ended = m_row_ended = false;
        // libcsv enlarges its buffer by this much at a time: doubling keeps long fields from being copied
        // often.
        if (const auto step = std::max(piece.size(), m_parser.entry_size); step > m_parser.blk_size)
            csv_set_blk_size(&m_parser, step);
        const auto taken = csv_parse(&m_parser, piece.data(), piece.size(), on_field, on_row, this);
        if (csv_error(&m_parser) == CSV_ENOMEM) throw std::bad_alloc();
        return taken;
    }
    // A quote that feed() stopped at, as a character of its field.
    void feed_quote() {
        csv_set_opts(&m_parser, CSV_STRICT_FINI);
        feed("\"");
        csv_set_opts(&m_parser, CSV_STRICT | CSV_STRICT_FINI);
    }
    // No quoting any more: a NUL never comes, lines with one are refused before.
    void take_quotes_as_text() { csv_set_quote(&m_parser, '\0'); }
    // The end of the file; false when a quote is open.
    bool finish() {
        m_field_ended = m_row_ended = false;
        return csv_fini(&m_parser, on_field, on_row, this) == 0;
    }

    // What ended in the last piece. The field's text is good until the next one.
    bool field_ended() const { return m_field_ended; }
    bool row_ended() const { return m_row_ended; }
    std::string_view field() const { return m_field; }
    bool in_quotes() const { return m_parser.quoted != 0; }

  private:
    // Nothing may be thrown through C: copies are made when libcsv has returned.
    static void on_field(void* text, std::size_t size, void* self) noexcept {
        auto& parser = *static_cast<Parser*>(self);
        parser.m_field = {static_cast<const char*>(text), size};
        parser.m_field_ended = true;
    }
    static void on_row(int, void* self) noexcept { static_cast<Parser*>(self)->m_row_ended = true; }

    csv_parser m_parser{};
    std::string_view m_field;
    bool m_field_ended = false;
    bool m_row_ended = false;
};

// Up to the first delimiter or line end, and with it.
std::string_view first_piece(std::string_view text, char delimiter) {
    const auto end = std::find_if(text.begin(), text.end(),
                                  [&](char c) { return c == delimiter || c == '\n' || c == '\r'; });
    const auto length = static_cast<std::size_t>(end - text.begin());
    return text.substr(0, std::min(length + 1, text.size()));
}

// What stands behind a backslash and is none of these is text, the backslash as well.
std::string unescaped(std::string_view text) {
    constexpr std::string_view k_letters = "tnr\\";
    constexpr std::string_view k_meanings = "\t\n\r\\";
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto known =
            text[i] == '\\' && i + 1 < text.size() ? k_letters.find(text[i + 1]) : std::string::npos;
        if (known != std::string::npos) ++i;
        plain += known != std::string::npos ? k_meanings[known] : text[i];
    }
    return plain;
}

} // namespace

struct CsvReader::State {
    State(std::istream& in, std::string file, const CsvOptions& options)
        : lines(in, std::move(file), options.encoding), skipped(skip(options.skip_lines)),
          delimiter(options.delimiter != '\0' ? options.delimiter : detect()), parser(delimiter) {}

    std::string skip(std::size_t count);
    char detect();
    bool take_line(CsvRow& row);
    bool take_end(CsvRow& row);
    void end_field(CsvRow& row, std::size_t column, std::size_t offset);
    void feed(const CsvRow& row, std::size_t at, std::string_view piece, Place here);
    [[noreturn]] void refuse(const Place& place, std::string_view what) const;

    Lines lines;
    std::string line;
    std::string skipped;
    char delimiter;
    Parser parser;
    bool row_open = false;
    bool has_escapes = false;
    // Of the field that is being read.
    Place place;
    std::size_t offset = 0;
};

void CsvReader::State::refuse(const Place& at, std::string_view what) const {
    throw DataError(fmt::format("{}:{}:{}: {}", lines.file(), at.line, at.column, what));
}

// A quote in a field that does not begin with one stands for itself, as in 37°36'37.8"N. Behind nothing but
// blanks it may have been meant to quote: that is not guessed at. `at` is where the piece stands in the row.
void CsvReader::State::feed(const CsvRow& row, std::size_t at, std::string_view piece, Place here) {
    while (true) {
        const auto taken = parser.feed(piece);
        if (taken == piece.size()) return;
        here.column += characters(piece.substr(0, taken));
        at += taken;
        if (parser.in_quotes())
            refuse(here,
                   fmt::format("text behind the closing quote of the field that begins at {}:{}; a quote "
                               "inside quotes is written twice",
                               place.line, place.column));
        const auto before = std::string_view(row.raw).substr(offset, at - offset);
        if (before.find_first_not_of(" \t") == std::string_view::npos)
            refuse(here, "a quote behind blanks; take the blanks away, or put the field in quotes and write "
                         "the quote twice");
        parser.feed_quote();
        piece.remove_prefix(taken + 1);
        if (piece.empty()) return;
        ++here.column;
        ++at;
    }
}

std::string CsvReader::State::skip(std::size_t count) {
    std::string passed;
    for (; count > 0 && lines.next(line); --count) {
        passed.append(line, 0, line.find_last_not_of(k_line_ends) + 1);
        passed += '\n';
    }
    return passed;
}

char CsvReader::State::detect() {
    const auto text = lines.ahead();
    if (const auto found = detect_delimiter(text, 0)) return *found;
    const auto begin = std::min(text.find_first_not_of(k_line_ends), text.size());
    const auto header = text.substr(begin, text.find_first_of(k_line_ends, begin) - begin);
    // One column alone.
    if (header.find_first_of(",;\t|") == std::string_view::npos) return ',';
    throw DataError(Unreadable::unclear_delimiter, lines.file());
}

void CsvReader::State::end_field(CsvRow& row, std::size_t column, std::size_t next_offset) {
    const auto text = parser.field();
    row.fields.push_back({has_escapes ? unescaped(text) : std::string(text), place, offset});
    place = {lines.number(), column};
    offset = next_offset;
}

// Whether the row ends in this line.
bool CsvReader::State::take_line(CsvRow& row) {
    std::string_view rest = line;
    if (!row_open) {
        rest.remove_prefix(std::min(rest.find_first_not_of(k_line_ends), rest.size()));
        if (rest.empty()) return false;
        row.place = place = {lines.number(), 1};
        offset = 0;
        row_open = true;
    }
    const auto before = row.raw.size();
    row.raw += rest;
    if (row.raw.size() > k_longest_row)
        refuse(place, "the field that begins here has more than 16 MiB; is its quote never closed?");
    std::size_t column = 1;
    for (std::size_t at = before; !rest.empty();) {
        const auto piece = first_piece(rest, delimiter);
        feed(row, at, piece, {lines.number(), column});
        column += characters(piece);
        at += piece.size();
        rest.remove_prefix(piece.size());
        if (parser.field_ended()) end_field(row, column, at);
        if (!parser.row_ended()) continue;
        if (rest.find_first_not_of(k_line_ends) != std::string_view::npos)
            refuse({lines.number(), column - 1}, "a carriage return or a line feed alone in a field; put the "
                                                 "field in quotes");
        row.raw.resize(at - 1);
        row_open = false;
        return true;
    }
    return false;
}

// A last row that no line end follows.
bool CsvReader::State::take_end(CsvRow& row) {
    if (!row_open) return false;
    if (!parser.finish()) refuse(place, "the quote that opens here is never closed");
    if (parser.field_ended()) end_field(row, 1, row.raw.size());
    row_open = false;
    return true;
}

CsvReader::CsvReader(std::istream& in, std::string file, const CsvOptions& options)
    : m_state(std::make_unique<State>(in, std::move(file), options)) {}

CsvReader::~CsvReader() = default;

std::optional<CsvRow> CsvReader::next() {
    CsvRow row;
    while (m_state->lines.next(m_state->line))
        if (m_state->take_line(row)) return row;
    if (m_state->take_end(row)) return row;
    return std::nullopt;
}

void CsvReader::read_escapes() {
    m_state->has_escapes = true;
    m_state->parser.take_quotes_as_text();
}

char CsvReader::delimiter() const {
    return m_state->delimiter;
}
const std::string& CsvReader::skipped() const {
    return m_state->skipped;
}
const std::string& CsvReader::encoding() const {
    return m_state->lines.encoding();
}

} // namespace reklamaatio::exchange
