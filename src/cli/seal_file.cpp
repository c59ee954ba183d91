// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/seal_file.hpp"

#include "complaint/error.hpp"
#include "host/failure.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

// As ssh(1) does with its keys: what others can read is no secret.
void check_is_private(int descriptor, const std::string& file, const Origin& origin) {
    struct stat facts {};
    if (::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode))
        refuse(origin, fmt::format("{} is not a file", file));
    if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        refuse(origin,
               fmt::format("{} is open to others (mode {:04o}), so that it is no secret; run: chmod go= {}",
                           file, facts.st_mode & 07777, file));
}

// More than any key has.
std::string beginning_of(int descriptor) {
    std::string content(256, '\0');
    const auto length = ::read(descriptor, content.data(), content.size());
    content.resize(length > 0 ? static_cast<std::size_t>(length) : 0);
    return content;
}

store::SealKey key_from(int descriptor, const std::string& file, const Origin& origin) {
    check_is_private(descriptor, file, origin);
    try {
        return store::SealKey(beginning_of(descriptor));
    } catch (const complaint::BadValue& fault) {
        refuse(origin, fmt::format("{} has no key: {}", file, fault.what()));
    }
}

// Named on the command line it is a file like any other that cannot be read.
[[noreturn]] void throw_unread(const std::string& file, const Origin& origin, int error) {
    const auto text = fmt::format("cannot read {}: {}", file, std::strerror(error));
    if (origin.status != host::ExitStatus::usage) refuse(origin, text);
    throw host::Failure(error == EACCES ? host::ExitStatus::no_permission : host::ExitStatus::no_input,
                        fmt::format("{}: {}", origin.name, text));
}

// -1, with errno.
int open_key(const std::string& file) {
    return ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
}

store::SealKey key_and_close(int descriptor, const std::string& file, const Origin& origin) {
    try {
        auto key = key_from(descriptor, file, origin);
        ::close(descriptor);
        return key;
    } catch (...) {
        ::close(descriptor);
        throw;
    }
}

} // namespace

store::SealKey seal_key_in(const std::string& file, const Origin& origin) {
    const int descriptor = open_key(file);
    if (descriptor < 0) throw_unread(file, origin, errno);
    return key_and_close(descriptor, file, origin);
}

std::optional<store::SealKey> usual_seal_key(const Settings& settings) {
    if (settings.seal_key.empty()) return std::nullopt;
    const bool is_configured = settings.seal_key_origin.status == host::ExitStatus::bad_configuration;
    if (is_configured && ::access(settings.seal_key.c_str(), R_OK) != 0 && errno == EACCES)
        return std::nullopt;
    return seal_key_in(settings.seal_key, settings.seal_key_origin);
}

} // namespace reklamaatio::cli
