// SPDX-License-Identifier: GPL-3.0-or-later
// A ZIP archive, written from beginning to end: what is compressed is not kept, and nothing is gone back to.
#pragma once

#include <array>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>
#include <zlib.h>

namespace reklamaatio::render {

class ZipStream {
  public:
    explicit ZipStream(std::ostream& out);
    ~ZipStream();
    ZipStream(const ZipStream&) = delete;
    ZipStream& operator=(const ZipStream&) = delete;

    // A file of that name, up to the next begin() or finish().
    void begin(std::string_view name);
    // Throws TooLarge for what the sizes of the archive cannot tell.
    void write(std::string_view bytes);
    void add(std::string_view name, std::string_view text) {
        begin(name);
        write(text);
    }
    void finish();

  private:
    struct Entry {
        std::string name;
        std::uint32_t offset = 0;
        std::uint32_t checksum = 0;
        std::uint64_t size = 0;
        std::uint64_t packed = 0;
    };
    void put(std::string_view bytes);
    void deflate_on(int flush);
    void end();

    std::ostream& m_out;
    std::uint64_t m_offset = 0;
    std::vector<Entry> m_entries;
    bool m_is_open = false;
    z_stream m_deflate = {};
    std::array<char, 65'536> m_buffer = {};
};

} // namespace reklamaatio::render
