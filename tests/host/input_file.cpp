// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/input_file.hpp"

#include "host/failure.hpp"

#include <fstream>
#include <optional>

#include "temporary_folder.hpp"

namespace reklamaatio::host::tests {
namespace {

using reklamaatio::tests::TemporaryFolder;
using reklamaatio::tests::write_file;

std::optional<ExitStatus> status_of(const std::string& path, const std::string& input = "") {
    try {
        std::istringstream in(input);
        read_file(path, in);
    } catch (const Failure& fault) {
        return fault.status();
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("a file is read whole and as it stands") {
    const TemporaryFolder folder;
    const std::string text("a\r\n\nb\0\xC3\xA4", 8);
    write_file(folder / "f", text);
    std::istringstream in("input");
    CHECK(read_file(folder / "f", in) == text);
    CHECK(read_file("-", in) == "input");
    CHECK(read_file("-", in).empty()); // it is read to its end
}

TEST_CASE("what cannot be read says why by its status") {
    const TemporaryFolder folder;
    write_file(folder / "latin", "p\xE4iv\xE4");
    CHECK(status_of(folder / "none") == ExitStatus::no_input);
    CHECK(status_of(folder.path()) == ExitStatus::no_input);
    CHECK(status_of(folder / "latin") == ExitStatus::bad_data);
    CHECK(status_of("-", "\xFF") == ExitStatus::bad_data);
    CHECK_FALSE(status_of("-", "p\xC3\xA4iv\xC3\xA4"));
    CHECK_THROWS_AS(check_readable(folder / "none"), Failure);
    CHECK_NOTHROW(check_readable(folder / "latin")); // whatever stands in it
}

TEST_CASE("what has no end is refused") {
    CHECK(status_of("/dev/zero") == ExitStatus::bad_data);
    CHECK(status_of("-", std::string(k_longest_text + 1, 'x')) == ExitStatus::bad_data);
    CHECK_FALSE(status_of("-", std::string(k_longest_text, 'x')));
}

TEST_CASE("what cannot be read to its end is not taken for its beginning") {
    std::ifstream folder("/", std::ios::binary);
    CHECK_THROWS_WITH_AS(read_stream(folder, "standard input"), "cannot read standard input: Is a directory",
                         Failure);
}

} // namespace reklamaatio::host::tests
