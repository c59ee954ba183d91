// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/policy_file.hpp"

#include "policy/faults.hpp"
#include "time/builders.hpp"

#include "temporary_folder.hpp"

namespace reklamaatio::cli::tests {
namespace {

using reklamaatio::tests::TemporaryFolder;
using reklamaatio::tests::write_file;

const auto k_now = time::tests::utc("2026-01-12T08:00:00Z");

constexpr std::string_view k_holidays =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260113\r\n"
    "SUMMARY:Fair\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

std::string fault_of(const std::string& file, const std::string& toml) {
    try {
        judge_policy_file(file, toml, k_now);
    } catch (const policy::PolicyError& fault) {
        return fault.what();
    }
    return "";
}

} // namespace

TEST_CASE("standard input is called so in what is told of it") {
    CHECK(policy_file_name("-") == "standard input");
    CHECK(policy_file_name("a/p.toml") == "a/p.toml");
    CHECK(fault_of("-", "x = 1\n").starts_with("standard input:1:"));
    CHECK(fault_of("a/p.toml", "x = 1\n").starts_with("a/p.toml:1:"));
}

TEST_CASE("other files that a policy names are looked for beside it") {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "sub");
    write_file(folder / "sub/fair.ics", k_holidays);
    const std::string toml = "[organisation]\n[calendar.office]\nhours.tue = [\"08:00-16:00\"]\n"
                             "holiday_files = [\"fair.ics\"]\n";
    CHECK(fault_of(folder / "sub/p.toml", toml) == "");
    CHECK(fault_of(folder / "p.toml", toml).find("fair.ics") != std::string::npos);
    CHECK(fault_of("-", toml).find("fair.ics") != std::string::npos); // not in this folder
}

TEST_CASE("a target that no calendar ever reaches is a fault at its place") {
    const std::string toml = "[organisation]\n[calendar.fair]\ndates.\"2026-01-14\" = [\"08:00-16:00\"]\n"
                             "[[sla]]\ncalendar = \"fair\"\n";
    CHECK(fault_of("p.toml", toml + "response = \"30h\"\n")
              .starts_with("p.toml:6:12: '30h' can never be reached: "));
}

} // namespace reklamaatio::cli::tests
