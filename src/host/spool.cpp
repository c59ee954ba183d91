// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/spool.hpp"

#include "host/failure.hpp"
#include "host/input_file.hpp"
#include "text/streams.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::host {

namespace {

[[noreturn]] void refuse(const std::string& folder, int error) {
    throw Failure(
        error == ENOSPC ? ExitStatus::write_error : ExitStatus::cannot_create,
        fmt::format("cannot keep what comes through the pipe in {}: {}; set TMPDIR to a folder with room",
                    folder, std::strerror(error)));
}

// mkstemp makes it 0600. It loses its name at once, and its room when it is closed.
std::unique_ptr<std::fstream> nameless_file(const std::string& folder) {
    std::string path = folder + "/reklamaatio-XXXXXX";
    const int descriptor = mkstemp(path.data());
    if (descriptor < 0) refuse(folder, errno);
    auto file = std::make_unique<std::fstream>(path, std::ios::in | std::ios::out | std::ios::binary);
    close(descriptor);
    unlink(path.c_str());
    if (!*file) refuse(folder, EIO);
    return file;
}

// A pipe ends when its writer does; what a device gives has no end, or is nothing.
void check_has_end(const std::string& file) {
    std::error_code fault;
    if (std::filesystem::is_character_file(file, fault))
        throw Failure(ExitStatus::no_input, fmt::format("cannot read {}: it is a device", file));
}

// What gives bytes for ever, such as /dev/zero as standard input, seldom ends a line.
class LineWatch {
  public:
    explicit LineWatch(const std::string& name) : m_name(name) {}

    void take(std::string_view block) {
        const auto end = block.find_last_of("\n\r");
        m_since_end = end == std::string_view::npos ? m_since_end + block.size() : block.size() - end;
        if (m_since_end > k_longest_text)
            throw Failure(ExitStatus::bad_data,
                          fmt::format("{}: a line is longer than {} MiB; is this a text file?", m_name,
                                      k_longest_text / 1024 / 1024));
    }

  private:
    const std::string& m_name;
    std::size_t m_since_end = 0;
};

} // namespace

std::unique_ptr<std::istream> spooled(std::istream& in, const std::string& name,
                                      const Environment& environment, std::size_t most_in_memory) {
    constexpr std::size_t k_block = std::size_t{64} * 1024;
    std::array<char, k_block> block;
    LineWatch lines(name);
    const auto next_block = [&] {
        in.read(block.data(), block.size());
        const auto length = static_cast<std::size_t>(in.gcount());
        lines.take({block.data(), length});
        return length;
    };
    std::string small;
    errno = 0;
    std::size_t length = 0;
    while (small.size() <= most_in_memory && (length = next_block()) > 0)
        small.append(block.data(), length);
    check_was_read(in, name);
    if (length == 0) return std::make_unique<text::InText>(std::move(small));

    const std::string named = environment.variable("TMPDIR");
    const std::string folder = named.empty() ? "/tmp" : named;
    auto file = nameless_file(folder);
    file->write(small.data(), static_cast<std::streamsize>(small.size()));
    while ((length = next_block()) > 0)
        file->write(block.data(), static_cast<std::streamsize>(length));
    check_was_read(in, name);
    errno = 0;
    file->flush();
    if (!*file) refuse(folder, errno == 0 ? ENOSPC : errno);
    file->seekg(0);
    return file;
}

void SpooledFiles::add(const std::string& file, const Environment& environment) {
    if (m_pipes.contains(file)) return;
    if (file == "-") {
        m_pipes[file] = spooled(environment.in, "standard input", environment);
        return;
    }
    check_has_end(file);
    auto in = opened_to_read(file);
    if (std::filesystem::is_regular_file(file)) return;
    m_pipes[file] = spooled(in, file, environment);
}

std::shared_ptr<std::istream> SpooledFiles::open(const std::string& file) const {
    const auto pipe = m_pipes.find(file);
    if (pipe == m_pipes.end()) return std::make_shared<std::ifstream>(opened_to_read(file));
    pipe->second->clear();
    pipe->second->seekg(0);
    return pipe->second;
}

} // namespace reklamaatio::host
