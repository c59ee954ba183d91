// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/zone_table.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <string_view>

#include <absl/time/internal/cctz/include/cctz/zone_info_source.h>

namespace reklamaatio::time {

namespace {

using absl::time_internal::cctz::ZoneInfoSource;

// Put in front of a zone's name, it asks for the table alone.
constexpr std::string_view k_table_alone = "table alone:";

// Numbers in a zone file begin with their highest byte (RFC 8536).
std::int64_t number_at(std::string_view bytes, std::size_t place, std::size_t size) {
    std::uint64_t value = 0; // eight bytes fill it, sign and all; shorter ones are counts
    for (const char c : bytes.substr(place, size))
        value = value << 8 | static_cast<unsigned char>(c);
    return static_cast<std::int64_t>(value);
}

// A block of a zone file: header, then data whose sizes stand in it.
struct Block {
    static constexpr std::size_t k_header = 44;
    std::size_t begin = 0;
    std::size_t time_size = 4; // 8 in the second block
    std::size_t time_count = 0;
    std::size_t end = 0;
};

std::optional<Block> block_at(std::string_view bytes, std::size_t begin, std::size_t time_size) {
    if (bytes.size() < begin + Block::k_header || !bytes.substr(begin).starts_with("TZif"))
        return std::nullopt;
    const auto count = [&](std::size_t index) {
        return static_cast<std::size_t>(number_at(bytes, begin + 20 + 4 * index, 4));
    };
    Block block{begin, time_size, count(3), 0};
    const std::size_t letters = count(5), types = count(4), leaps = count(2);
    const std::size_t data = block.time_count * (time_size + 1) + 6 * types + letters
                             + leaps * (time_size + 4) + count(1) + count(0);
    block.end = begin + Block::k_header + data;
    if (block.end > bytes.size()) return std::nullopt;
    return block;
}

// The file with an empty rule, if its table reaches the end of tables.
std::optional<std::string> without_rule(std::string bytes) {
    const auto old = block_at(bytes, 0, 4);
    const auto block = old ? block_at(bytes, old->end, 8) : std::nullopt;
    if (!block || block->time_count == 0) return std::nullopt;
    const std::size_t last = block->begin + Block::k_header + (block->time_count - 1) * block->time_size;
    if (Instant{Seconds{number_at(bytes, last, 8)}} < k_end_of_tables) return std::nullopt;
    bytes.resize(block->end);
    return bytes + "\n\n";
}

class TableAlone final : public ZoneInfoSource {
  public:
    explicit TableAlone(std::string bytes) : m_bytes(std::move(bytes)) {}

    std::size_t Read(void* to, std::size_t size) override {
        const std::size_t count = std::min(size, m_bytes.size() - m_read);
        std::memcpy(to, m_bytes.data() + m_read, count);
        m_read += count;
        return count;
    }

    int Skip(std::size_t size) override {
        m_read += std::min(size, m_bytes.size() - m_read);
        return 0;
    }

  private:
    std::string m_bytes;
    std::size_t m_read = 0;
};

std::string read_all(ZoneInfoSource& source) {
    std::string bytes;
    std::array<char, 4096> part{};
    while (const std::size_t count = source.Read(part.data(), part.size()))
        bytes.append(part.data(), count);
    return bytes;
}

using FindFile = std::function<std::unique_ptr<ZoneInfoSource>(const std::string&)>;

std::unique_ptr<ZoneInfoSource> find_source(const std::string& name, const FindFile& find_file) {
    if (!name.starts_with(k_table_alone)) return find_file(name);
    const auto file = find_file(name.substr(k_table_alone.size()));
    if (!file) return nullptr;
    auto table = without_rule(read_all(*file));
    return table ? std::make_unique<TableAlone>(std::move(*table)) : nullptr;
}

} // namespace

std::optional<absl::TimeZone> load_zone_table(const std::string& name) {
    absl::TimeZone zone;
    if (!absl::LoadTimeZone(std::string(k_table_alone) + name, &zone)) return std::nullopt;
    return zone;
}

} // namespace reklamaatio::time

namespace absl {
ABSL_NAMESPACE_BEGIN
namespace time_internal::cctz_extension {

// The library's own way in for other sources of zones; it calls whatever stands here.
ZoneInfoSourceFactory zone_info_source_factory = reklamaatio::time::find_source;

} // namespace time_internal::cctz_extension
ABSL_NAMESPACE_END
} // namespace absl
