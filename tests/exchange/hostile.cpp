// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a file holds, reading it ends, in rows or in a DataError, and with bounded memory.
#include "exchange/error.hpp"
#include "exchange/readers.hpp"
#include "exchange/reject_writer.hpp"
#include "text/random_text.hpp"
#include "text/utf8.hpp"

#include <sys/resource.h>

#include <doctest/doctest.h>

using namespace reklamaatio;
using tests::below;
using tests::Random;

namespace {

const std::string k_good = "received_at,subject,text,status,csat,amount\r\n"
                           "2026-11-21,Kiuas halkesi,\"Yöllä, kun\nsatoi \"\"lunta\"\"\",open,5,49.90 EUR\r\n"
                           "\r\n"
                           "21.11.2026 14:05,Łucja,,closed,,\r\n"
                           "2026-11-21T14:05:00Z,\"\",\" x \",new,1,\"1 234,50\"";

std::string mutated(Random& random, std::string csv) {
    constexpr std::string_view k_marks = "\",;\t|\r\n \0\xE4\x80\xEF";
    for (auto changes = 1 + below(random, 6); changes > 0 && !csv.empty(); --changes) {
        const auto at = below(random, csv.size());
        switch (below(random, 4)) {
        case 0:
            csv[at] = k_marks[below(random, k_marks.size())];
            break;
        case 1:
            csv.insert(at, 1, k_marks[below(random, k_marks.size())]);
            break;
        case 2:
            csv.erase(at, 1 + below(random, 5));
            break;
        default:
            csv.insert(at, csv.substr(below(random, csv.size()), 20));
        }
    }
    return csv;
}

// What every row promises, however it came about.
void check_row(const exchange::CsvRow& row) {
    REQUIRE_FALSE(row.fields.empty());
    std::size_t before = 0;
    for (const auto& field : row.fields) {
        REQUIRE(field.offset >= before);
        REQUIRE(field.offset <= row.raw.size());
        REQUIRE(field.text.size() <= row.raw.size());
        REQUIRE_FALSE(text::invalid_utf8_at(field.text).has_value());
        before = field.offset;
    }
}

bool reads(const std::string& csv, const exchange::CsvOptions& options) {
    try {
        const auto rows = tests::csv_rows(csv, options);
        REQUIRE(rows.size() <= csv.size());
        for (const auto& row : rows) {
            check_row(row);
            if (options.encoding.empty()) REQUIRE(csv.find(row.raw) != std::string::npos);
        }
        return true;
    } catch (const exchange::DataError&) {
        return false;
    }
}

bool imports(const std::string& csv) {
    try {
        tests::Opened opened(csv);
        std::ostringstream out;
        exchange::RejectWriter rejects(out, opened.reader);
        for (const auto& row : opened.rows())
            rejects.row(row);
        return true;
    } catch (const exchange::DataError&) {
        return false;
    }
}

// Makes a file as it is read; nothing of it is kept.
class Endless final : public std::streambuf {
  public:
    explicit Endless(std::size_t bytes) : m_left(bytes) {
        while (m_piece.size() < 60'000)
            m_piece +=
                "2026-11-21 14:05,Kiuas halkesi,\"Yöllä, kun\nsatoi \"\"lunta\"\"\",open,5,49.90 EUR\n";
        setg(m_header.data(), m_header.data(), m_header.data() + m_header.size());
    }

  protected:
    int_type underflow() override {
        if (m_left < m_piece.size()) return traits_type::eof();
        m_left -= m_piece.size();
        setg(m_piece.data(), m_piece.data(), m_piece.data() + m_piece.size());
        return traits_type::to_int_type(*gptr());
    }

  private:
    std::string m_header = "received_at,subject,text,status,csat,amount\n";
    std::string m_piece;
    std::size_t m_left;
};

long peak_kilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

TEST_CASE("random bytes are read to an end") {
    Random random{1};
    for (int i = 0; i < 4000; ++i) {
        const auto bytes = tests::random_bytes(random, 80);
        for (const std::string_view encoding : {"", "ISO-8859-1", "windows-1250", "UTF-16", "SHIFT_JIS"})
            reads(bytes, {.dialect = {.delimiter = i % 2 == 0 ? "," : ""},
                          .skip_lines = below(random, 3),
                          .encoding = std::string(encoding)});
        imports(bytes);
    }
}

TEST_CASE("mutated files are read to an end") {
    Random random{2};
    int whole = 0;
    int imported = 0;
    for (int i = 0; i < 10'000; ++i) {
        const auto csv = mutated(random, k_good);
        whole += reads(csv, {.dialect = {.delimiter = i % 2 == 0 ? "," : ""}}) ? 1 : 0;
        imported += imports(csv) ? 1 : 0;
    }
    CHECK(whole > 1000);
    CHECK(imported > 1000);
    CHECK(whole < 9000);
}

TEST_CASE("what was quoted is read back, whatever it is") {
    Random random{3};
    for (int i = 0; i < 5000; ++i) {
        std::vector<std::string> texts(1 + below(random, 5));
        std::string csv;
        for (auto& text : texts) {
            text = tests::random_text(random, 8);
            csv += csv.empty() ? "\"" : ",\"";
            for (const char c : text)
                csv += c == '"' ? "\"\"" : std::string(1, c);
            csv += '"';
        }
        const auto rows = tests::csv_rows(csv + "\r\n");
        REQUIRE(rows.size() == 1);
        REQUIRE(rows[0].raw == csv);
        REQUIRE(rows[0].fields.size() == texts.size());
        for (std::size_t f = 0; f < texts.size(); ++f)
            REQUIRE(rows[0].fields[f].text == texts[f]);
    }
}

TEST_CASE("memory does not grow with the file") {
#ifdef __SANITIZE_ADDRESS__ // slow, and it keeps what is freed
    constexpr std::size_t k_bytes = 3'000'000;
    constexpr long k_most_kilobytes = 1'000'000;
#else
    constexpr std::size_t k_bytes = 60'000'000;
    constexpr long k_most_kilobytes = 10'000;
#endif
    constexpr std::size_t k_row_bytes = 100; // at most
    Endless file(k_bytes);
    std::istream in(&file);
    exchange::RowReader reader(in, "endless.csv", {}, time::Zone::utc(), "EUR");
    const auto before = peak_kilobytes();
    std::size_t rows = 0;
    while (const auto row = reader.next()) {
        REQUIRE(row->faults.empty());
        ++rows;
    }
    CHECK(rows > k_bytes / k_row_bytes);
    CHECK(peak_kilobytes() - before < k_most_kilobytes);
}
