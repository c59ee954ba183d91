// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/input_file.hpp"

#include "host/failure.hpp"
#include "text/utf8.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::host {

namespace {

[[noreturn]] void throw_unreadable(const std::string& path) {
    throw Failure(errno == EACCES ? ExitStatus::no_permission : ExitStatus::no_input,
                  fmt::format("cannot read {}: {}", path, std::strerror(errno)));
}

} // namespace

void check_readable(const std::string& path) {
    std::error_code fault;
    if (std::filesystem::is_directory(path, fault))
        throw Failure(ExitStatus::no_input, fmt::format("cannot read {}: it is a folder", path));
    if (::access(path.c_str(), R_OK) != 0) throw_unreadable(path);
}

std::ifstream opened_to_read(const std::string& path) {
    check_readable(path);
    std::ifstream file(path, std::ios::binary);
    if (!file) throw_unreadable(path);
    return file;
}

void check_was_read(const std::istream& in, const std::string& name) {
    if (in.bad())
        throw Failure(ExitStatus::no_input, fmt::format("cannot read {}: {}", name, std::strerror(errno)));
}

std::string read_stream(std::istream& in, const std::string& name) {
    constexpr std::size_t k_block = std::size_t{64} * 1024;
    std::string text;
    while (in) {
        const auto size = text.size();
        text.resize(size + k_block);
        in.read(text.data() + size, k_block);
        text.resize(size + static_cast<std::size_t>(in.gcount()));
        if (text.size() > k_longest_text)
            throw Failure(ExitStatus::bad_data, fmt::format("{} is longer than {} MiB; name the right one",
                                                            name, k_longest_text >> 20));
    }
    check_was_read(in, name);
    return text;
}

std::string read_file(const std::string& path, std::istream& standard_input) {
    std::string text;
    if (path == "-") {
        text = read_stream(standard_input, "standard input");
    } else {
        auto file = opened_to_read(path);
        text = read_stream(file, path);
    }
    if (text::invalid_utf8_at(text))
        throw Failure(ExitStatus::bad_data, fmt::format("{} is not UTF-8 text", path));
    return text;
}

} // namespace reklamaatio::host
