// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/config.hpp"

#include "host/failure.hpp"

#include <array>

#include <doctest/doctest.h>

#include "temporary_folder.hpp"

namespace reklamaatio::cli::tests {
namespace {

constexpr std::array<std::string_view, 3> k_keys{"db", "format", "width"};

using Values = std::map<std::string, std::string>;

class File {
  public:
    explicit File(std::string_view content) {
        reklamaatio::tests::write_file(m_folder / "config.toml", content);
    }
    Values read() const {
        Values values;
        for (const auto& [key, placed] : read_config(path(), k_keys, true))
            values[key] = placed.text;
        return values;
    }
    // Behind the name of the file; the fault must be one of the configuration.
    std::string fault() const {
        try {
            read();
        } catch (const host::Failure& fault) {
            CHECK(fault.status() == host::ExitStatus::bad_configuration);
            const std::string text = fault.what();
            CHECK(text.starts_with(path() + ":"));
            return text.substr(path().size() + 1);
        }
        return "none";
    }

  private:
    std::string path() const { return (m_folder / "config.toml").string(); }
    reklamaatio::tests::TemporaryFolder m_folder;
};

} // namespace

TEST_CASE("a configuration gives texts and whole numbers") {
    CHECK(File("db = \"a b.db\" # where it is\nwidth = 80\n").read()
          == Values{{"db", "a b.db"}, {"width", "80"}});
    CHECK(File("").read().empty());
    CHECK(read_config("/none/there.toml", k_keys, false).empty());
    CHECK(read_config("", k_keys, false).empty());
}

TEST_CASE("a fault in a configuration is told with its line and column") {
    CHECK(File("width = 80\nformt = \"csv\"\n").fault().starts_with("2:1: "));
    CHECK(File("formt = \"csv\"\n").fault().find("did you mean 'format'") != std::string::npos);
    CHECK(File("\n\n  width = true\n").fault().starts_with("3:"));
    CHECK(File("db = [\"a\"]\n").fault().starts_with("1:"));
    CHECK(File("db = \"a\"\ndb = \"b\"\n").fault().starts_with("2:"));
    CHECK(File("width = 80\ndb = \n").fault().starts_with("2:"));
    CHECK(File("db = \"a\"\nfür = \"b\"\n").fault().starts_with("2:2: "));
}

} // namespace reklamaatio::cli::tests
