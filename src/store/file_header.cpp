// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_header.hpp"

#include "store/open_file.hpp"
#include "store/schema.hpp"

namespace reklamaatio::store {

namespace {

constexpr std::string_view k_magic{"SQLite format 3\0", 16};
constexpr std::size_t k_page_size = 16;
constexpr std::size_t k_read_version = 19;
constexpr std::size_t k_pages = 28;
constexpr std::size_t k_application = 68;
constexpr std::int64_t k_largest_page = 65536; // whose size does not fit into two bytes

std::int64_t big_endian(std::string_view bytes) {
    std::int64_t number = 0;
    for (const char byte : bytes)
        number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

std::int64_t number_at(const FileHeader& header, std::size_t place, std::size_t bytes) {
    return big_endian(std::string_view(header.bytes.data(), header.bytes.size()).substr(place, bytes));
}

} // namespace

bool FileHeader::is_of_database() const {
    return std::string_view(bytes.data(), k_magic.size()) == k_magic;
}

bool FileHeader::is_ours() const {
    return is_of_database() && number_at(*this, k_application, 4) == k_application_id;
}

bool FileHeader::is_at_rest() const {
    return bytes[k_read_version] == static_cast<char>(Journal::rollback);
}

std::int64_t FileHeader::size_of_file() const {
    const auto size = number_at(*this, k_page_size, 2);
    return (size == 1 ? k_largest_page : size) * number_at(*this, k_pages, 4);
}

} // namespace reklamaatio::store
