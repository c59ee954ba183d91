// SPDX-License-Identifier: GPL-3.0-or-later
// Physical lines of a file, checked, with their numbers.
#pragma once

#include "exchange/decoder.hpp"

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>

namespace reklamaatio::exchange {

// Lines end in LF, or CRLF, or in CR alone where the file's first line does (old Macs). Each is valid UTF-8
// without NUL.
class Lines {
  public:
    Lines(std::istream& in, std::string file, const std::string& encoding);

    // The next line with its end, which only the last one may lack; false after it. Throws DataError.
    bool next(std::string& line);

    // Of the line that next() gave last, from 1.
    std::size_t number() const { return m_number; }

    // What was read of the file, from the line that comes next: the whole file or many lines of it.
    std::string_view ahead();

    const std::string& file() const { return m_file; }
    // The encoding that the file turned out to have; empty: UTF-8.
    const std::string& encoding() const { return m_decoder.encoding(); }

  private:
    bool refill();
    // "file:line:column" behind what stands before it in the line.
    std::string place_of(std::size_t number, std::string_view before) const;
    void check(std::string_view line) const;
    void refuse_broken(std::string_view line) const;

    std::string m_file;
    Decoder m_decoder;
    std::string m_text;
    std::size_t m_at = 0;
    std::size_t m_number = 0;
    char m_end = '\n';
    bool m_begun = false;
};

// How many characters (code points) a well-formed text has.
std::size_t characters(std::string_view text);

} // namespace reklamaatio::exchange
