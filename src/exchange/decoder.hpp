// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a file, in whatever encoding, into UTF-8.
#pragma once

#include "exchange/error.hpp"

#include <istream>
#include <optional>
#include <string>

namespace reklamaatio::exchange {

// Reads a stream in pieces of fixed size. UTF-8 is passed on as it is, for the reader of lines to judge: only
// it knows the place of a fault. A UTF-8 BOM is passed over, and means UTF-8 whatever encoding was given.
class Decoder {
  public:
    // `encoding` empty: UTF-8. Throws ProfileError for a name that iconv does not know.
    Decoder(std::istream& in, std::string file, const std::string& encoding);
    ~Decoder();
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    // Adds the next piece to the text; false, and nothing is added, at the end. Throws DataError for a stream
    // that cannot be read, for UTF-16 that nobody announced, and for what is no table of text by its first bytes.
    bool read(std::string& text);

    // Why the text ended where it did: not at the end of the file, but at bytes that are not in the encoding, or
    // that mean there what nobody writes. Nothing: it is the end of the file.
    std::optional<Unreadable> fault() const { return m_fault; }
    const DataError::Facts& facts() const { return m_facts; }

    // The encoding given, where the bytes are not UTF-8 by themselves.
    const std::string& encoding() const { return m_encoding; }

  private:
    bool read_bytes();
    void open(const std::string& encoding);
    void look_at_beginning();
    void refuse_utf16() const;
    void convert(std::string& text);
    void stop_at_control(std::string& text, std::size_t from);
    void end_with(Unreadable reason, DataError::Facts facts = {});
    void flush(std::string& text);

    std::istream& m_in;
    std::string m_file;
    std::string m_encoding;
    void* m_converter = nullptr; // iconv_t; null when nothing needs converting
    bool m_has_controls = false; // bytes from 80 to 9F mean some
    std::string m_bytes;
    bool m_begun = false;
    bool m_ended = false;
    std::optional<Unreadable> m_fault;
    DataError::Facts m_facts;
};

// Whether iconv knows the encoding.
bool is_encoding(const std::string& name);

} // namespace reklamaatio::exchange
