// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers are those of PKWARE's APPNOTE.TXT, section 4.3. Sizes stand behind the bytes of each file, since they
// are not known before.
#include "render/zip_stream.hpp"

#include "render/too_large.hpp"

#include <limits>
#include <new>

namespace reklamaatio::render {

namespace {

constexpr std::uint16_t k_version = 20;
constexpr std::uint16_t k_sizes_follow = 1U << 3;
constexpr std::uint16_t k_deflated = 8;
// The same archive comes from the same rows: it says 1980-01-01, where DOS begins to count.
constexpr std::uint16_t k_time = 0;
constexpr std::uint16_t k_day = (1U << 5) | 1U;

// Least significant byte first.
class Numbers {
  public:
    Numbers& two(std::uint64_t number) { return add(number, 2); }
    Numbers& four(std::uint64_t number) { return add(number, 4); }
    const std::string& text() const { return m_text; }

  private:
    Numbers& add(std::uint64_t number, int bytes) {
        for (int i = 0; i < bytes; ++i)
            m_text += static_cast<char>((number >> (8 * i)) & 0xFF);
        return *this;
    }
    std::string m_text;
};

void check_fits(std::uint64_t size) {
    if (size > std::numeric_limits<std::uint32_t>::max())
        throw TooLarge("a workbook of more than 4 GiB cannot be written");
}

} // namespace

ZipStream::ZipStream(std::ostream& out) : m_out(out) {
    // Without a head of its own, as archives have it.
    constexpr int k_raw = -MAX_WBITS;
    constexpr int k_usual_memory = 8;
    if (deflateInit2(&m_deflate, Z_DEFAULT_COMPRESSION, Z_DEFLATED, k_raw, k_usual_memory, Z_DEFAULT_STRATEGY)
        != Z_OK)
        throw std::bad_alloc();
}

ZipStream::~ZipStream() {
    deflateEnd(&m_deflate);
}

void ZipStream::put(std::string_view bytes) {
    m_out << bytes;
    m_offset += bytes.size();
    check_fits(m_offset);
}

void ZipStream::begin(std::string_view name) {
    end();
    m_entries.push_back({std::string(name), static_cast<std::uint32_t>(m_offset), 0, 0, 0});
    Numbers head;
    head.four(0x04034b50).two(k_version).two(k_sizes_follow).two(k_deflated).two(k_time).two(k_day);
    head.four(0).four(0).four(0).two(name.size()).two(0);
    put(head.text());
    put(name);
    deflateReset(&m_deflate);
    m_is_open = true;
}

void ZipStream::write(std::string_view bytes) {
    auto& entry = m_entries.back();
    entry.size += bytes.size();
    check_fits(entry.size);
    auto* const begin = reinterpret_cast<const Bytef*>(bytes.data());
    entry.checksum =
        static_cast<std::uint32_t>(crc32(entry.checksum, begin, static_cast<uInt>(bytes.size())));
    m_deflate.next_in = const_cast<Bytef*>(begin);
    m_deflate.avail_in = static_cast<uInt>(bytes.size());
    deflate_on(Z_NO_FLUSH);
}

void ZipStream::deflate_on(int flush) {
    do {
        m_deflate.next_out = reinterpret_cast<Bytef*>(m_buffer.data());
        m_deflate.avail_out = static_cast<uInt>(m_buffer.size());
        deflate(&m_deflate, flush);
        const auto made = m_buffer.size() - m_deflate.avail_out;
        m_entries.back().packed += made;
        put({m_buffer.data(), made});
    } while (m_deflate.avail_out == 0);
}

void ZipStream::end() {
    if (!m_is_open) return;
    m_is_open = false;
    deflate_on(Z_FINISH);
    const auto& entry = m_entries.back();
    put(Numbers().four(0x08074b50).four(entry.checksum).four(entry.packed).four(entry.size).text());
}

void ZipStream::finish() {
    end();
    const auto begin = m_offset;
    for (const auto& entry : m_entries) {
        Numbers head;
        head.four(0x02014b50).two(k_version).two(k_version).two(k_sizes_follow).two(k_deflated);
        head.two(k_time).two(k_day).four(entry.checksum).four(entry.packed).four(entry.size);
        head.two(entry.name.size()).two(0).two(0).two(0).two(0).four(0).four(entry.offset);
        put(head.text());
        put(entry.name);
    }
    const auto size = m_offset - begin;
    Numbers tail;
    tail.four(0x06054b50)
        .two(0)
        .two(0)
        .two(m_entries.size())
        .two(m_entries.size())
        .four(size)
        .four(begin)
        .two(0);
    put(tail.text());
}

} // namespace reklamaatio::render
