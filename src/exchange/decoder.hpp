// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a file, in whatever encoding, into UTF-8.
#pragma once

#include <istream>
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

    // The next piece; false, and no text, at the end. Throws DataError for a stream that cannot be read, and
    // for UTF-16 that nobody announced.
    bool read(std::string& text);

    // Whether what read() said last was not the end of the file, but bytes that are not in the encoding.
    bool broken() const { return m_broken; }

    // The encoding given, where the bytes are not UTF-8 by themselves.
    const std::string& encoding() const { return m_encoding; }

  private:
    bool read_bytes();
    void open(const std::string& encoding);
    void look_at_beginning();
    void convert(std::string& text);
    void flush(std::string& text);

    std::istream& m_in;
    std::string m_file;
    std::string m_encoding;
    void* m_converter = nullptr; // iconv_t; null when nothing needs converting
    std::string m_bytes;
    bool m_begun = false;
    bool m_ended = false;
    bool m_broken = false;
};

// Whether iconv knows the encoding.
bool is_encoding(const std::string& name);

} // namespace reklamaatio::exchange
