// SPDX-License-Identifier: GPL-3.0-or-later
// Physical lines of a file, checked, with their numbers.
#pragma once

#include "exchange/decoder.hpp"
#include "exchange/dialect.hpp"

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::exchange {

// Lines end in LF, or CRLF, or in CR alone where the file's first line does (old Macs). Each is valid UTF-8
// without NUL.
class Lines {
  public:
    // How lines end is told by the first that ends outside of quotes, as the dialect has them.
    Lines(std::istream& in, std::string file, const std::string& encoding, Dialect dialect = {});

    // The next line with its end, which only the last one may lack, good until the next call; nothing after it.
    // Throws DataError.
    std::optional<std::string_view> next();

    // Of the line that next() gave last, from 1.
    std::size_t number() const { return m_number; }

    // What was read of the file, good until the next call, from the line that comes next: the whole file or many lines of it.
    std::string_view ahead();

    const std::string& file() const { return m_file; }
    // The encoding that the file turned out to have; empty: UTF-8.
    const std::string& encoding() const { return m_decoder.encoding(); }

  private:
    bool read_more();
    std::optional<std::size_t> find_end();
    // "file:line:column" behind what stands before it in the line.
    std::string place_of(std::size_t number, std::string_view before) const;
    void check(std::string_view line) const;
    void refuse_broken(std::string_view line) const;

    std::string m_file;
    Decoder m_decoder;
    std::string m_text;
    std::size_t m_at = 0;
    Dialect m_dialect;
    std::size_t m_number = 0;
    char m_end = '\n';
    bool m_begun = false;
};

} // namespace reklamaatio::exchange
