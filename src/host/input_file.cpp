// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/input_file.hpp"

#include "host/failure.hpp"
#include "text/utf8.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::host {

void check_readable(const std::string& path) {
    std::error_code fault;
    if (std::filesystem::is_directory(path, fault))
        throw Failure(ExitStatus::no_input, fmt::format("cannot read {}: it is a folder", path));
    if (::access(path.c_str(), R_OK) == 0) return;
    throw Failure(errno == EACCES ? ExitStatus::no_permission : ExitStatus::no_input,
                  fmt::format("cannot read {}: {}", path, std::strerror(errno)));
}

std::string read_file(const std::string& path, std::istream& standard_input) {
    std::string text;
    if (path == "-") {
        text.assign(std::istreambuf_iterator<char>(standard_input), {});
    } else {
        check_readable(path);
        std::ifstream file(path, std::ios::binary);
        text.assign(std::istreambuf_iterator<char>(file), {});
    }
    if (text::invalid_utf8_at(text))
        throw Failure(ExitStatus::bad_data, fmt::format("{} is not UTF-8 text", path));
    return text;
}

} // namespace reklamaatio::host
