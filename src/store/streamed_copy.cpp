// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/streamed_copy.hpp"

#include "store/error.hpp"
#include "store/file_header.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string_view>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

using namespace std::string_view_literals;

struct Packing {
    std::string_view begins;
    std::string_view undone_by;
};

// What people send copies through.
constexpr std::array k_packings{
    Packing{"\x1f\x8b"sv, "gunzip"},       Packing{"\x28\xb5\x2f\xfd"sv, "zstd -d"},
    Packing{"\xfd\x37zXZ"sv, "xz -d"},     Packing{"BZh"sv, "bunzip2"},
    Packing{"-----BEGIN PGP"sv, "gpg -d"}, Packing{"age-encryption.org/"sv, "age -d"}};

// Fewer bytes only at the end.
std::size_t read(std::istream& in, char* into, std::size_t most, const std::string& shown) {
    errno = 0;
    in.read(into, static_cast<std::streamsize>(most));
    if (in.bad())
        throw StoreError(ErrorKind::unreachable,
                         fmt::format("cannot read {}: {}", shown, std::strerror(errno)));
    return static_cast<std::size_t>(in.gcount());
}

void write(const OpenFile& file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file.descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0)
            throw StoreError(ErrorKind::cannot_write,
                             fmt::format("cannot keep what comes through {}: {}; nothing was made",
                                         file.shown, std::strerror(errno)));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void check_is_copy(const FileHeader& header, std::size_t size, const std::string& shown) {
    if (size == 0)
        throw StoreError(ErrorKind::unreachable,
                         fmt::format("nothing came through {}; see what was to write it", shown));
    const std::string_view beginning(header.bytes.data(), size);
    for (const auto& packing : k_packings)
        if (beginning.starts_with(packing.begins))
            throw StoreError(ErrorKind::not_ours,
                             fmt::format("{} is packed; send it through {} first", shown, packing.undone_by));
    if (size < header.bytes.size() || !header.is_ours())
        throw StoreError(ErrorKind::not_ours, fmt::format("{} is not a reklamaatio database", shown));
    // What its log has would be missing, and nothing would show it.
    if (!header.is_at_rest())
        throw StoreError(ErrorKind::not_ours,
                         fmt::format("{} is a database in use and no backup; name its file, or send what "
                                     "reklamaatio backup - prints",
                                     shown));
}

} // namespace

void take_copy(std::istream& in, const OpenFile& into) {
    constexpr std::size_t k_block = std::size_t{64} * 1024;
    FileHeader header;
    const auto size = read(in, header.bytes.data(), header.bytes.size(), into.shown);
    check_is_copy(header, size, into.shown);
    write(into, {header.bytes.data(), size});
    std::array<char, k_block> block{};
    auto rest = header.size_of_file() - std::ssize(header.bytes);
    while (rest > 0) {
        const auto most = std::min(block.size(), static_cast<std::size_t>(rest));
        const auto taken = read(in, block.data(), most, into.shown);
        write(into, {block.data(), taken});
        rest -= static_cast<std::int64_t>(taken);
        if (taken < most)
            throw StoreError(ErrorKind::damaged,
                             fmt::format("{} was cut short: {} of {} bytes came", into.shown,
                                         header.size_of_file() - rest, header.size_of_file()));
    }
    if (read(in, block.data(), 1, into.shown) > 0)
        throw StoreError(ErrorKind::damaged,
                         fmt::format("{} goes on behind the end of the database, which has {} bytes",
                                     into.shown, header.size_of_file()));
}

} // namespace reklamaatio::store
