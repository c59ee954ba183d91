// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/holiday_files.hpp"

#include "policy/faults.hpp"

#include <fstream>
#include <unistd.h>

namespace reklamaatio::policy::tests {
namespace {

constexpr std::string_view k_closures =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTART;VALUE=DATE:20261228\r\nDTEND;VALUE=DATE:20261231\r\n"
    "SUMMARY:Stock\\, \"counted\" \\\\ twice\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\n"
    "DTSTART;VALUE=DATE:20260608\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n";

constexpr std::string_view k_timed =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTART;TZID=Europe/Helsinki:20261228T000000\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\n"
    "DTSTART;TZID=Europe/Helsinki:20261229T000000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

constexpr std::string_view k_mixed =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTART;VALUE=DATE:20261228\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\n"
    "DTSTART:20261229T080000\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:3\r\n"
    "DTSTART;VALUE=DATE:20261230\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

constexpr std::string_view k_daily =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

// Four lines.
constexpr std::string_view k_head = R"([organisation]
[calendar.office]
hours.mon = ["08:00-16:00"]
hours.tue = ["08:00-16:00"]
)";

// A folder of its own, with closures.ics in it.
class Folder {
  public:
    Folder() : m_path(std::filesystem::temp_directory_path() / fmt::format("holiday_files.{}", ::getpid())) {
        std::filesystem::create_directories(m_path);
        std::ofstream(m_path / "closures.ics") << k_closures;
        std::ofstream(m_path / "table.csv") << "date,name\n";
        std::ofstream(m_path / "timed.ics") << k_timed;
        std::ofstream(m_path / "daily.ics") << k_daily;
        std::ofstream(m_path / "mixed.ics") << k_mixed;
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

  private:
    std::filesystem::path m_path;
};

std::string faults_beside(const std::filesystem::path& folder, const std::string& toml) {
    try {
        judge(toml, "p.toml", folder, k_now);
    } catch (const PolicyError& fault) {
        return fault.what();
    }
    return {};
}

std::optional<std::string> closed_because(const rulebook::Policy& policy, std::string_view date) {
    const auto closing = policy.default_calendar().closing(time::date_from_iso(date).value());
    if (!closing) return std::nullopt;
    return closing->name.empty() ? "holiday" : closing->name;
}

} // namespace

TEST_CASE("the days of a holiday file are closed for the reason that it gives") {
    const Folder folder;
    const auto [p, toml, warnings] =
        judge(std::string(k_head) + "holiday_files = [\"closures.ics\"]\n", "p.toml", folder.path(), k_now);
    CHECK(closed_because(p, "2026-12-28") == "Stock, \"counted\" \\ twice");
    CHECK(closed_because(p, "2026-12-29") == "Stock, \"counted\" \\ twice");
    CHECK(p.default_calendar().closing(time::date_from_iso("2026-12-29").value())
          == time::Closing{time::ClosedBy::file, "Stock, \"counted\" \\ twice", "closures.ics"});
    CHECK_FALSE(closed_because(p, "2027-01-04"));
    CHECK(closed_because(p, "2026-06-08") == "holiday");
    CHECK(closed_because(p, "2027-06-08") == "holiday");
    CHECK(closed_because(p, "2046-06-08") == "holiday");
    CHECK(closed_because(p, "2047-06-10") == std::nullopt); // the Monday after what would be the next one
    CHECK(warnings.empty());
}

TEST_CASE("the text that is stored means the same without the file") {
    std::string stored;
    std::optional<rulebook::Policy> with_file;
    {
        const Folder folder;
        auto judged =
            judge(std::string(k_head) + "holiday_files = [\"closures.ics\"]", "p.toml", folder.path(), k_now);
        stored = judged.toml;
        with_file = std::move(judged.policy);
    }
    CHECK(stored.starts_with(std::string(k_head) + "holiday_files = [\"closures.ics\"]\n\n# The dates of"));
    CHECK(
        stored.find(
            "\n[holiday_file_dates]\n\"closures.ics\" = [\n    \"2026-06-08\",\n    \"2026-12-28..2026-12-30 "
            "Stock, \\\"counted\\\" \\\\ twice\",\n    \"2027-06-08\",\n")
        != std::string::npos);
    CHECK(stored.find("\"2046-06-08\",\n]\n") != std::string::npos);
    const auto again = read(stored, "policy 2");
    CHECK(again.default_calendar().rules().holidays == with_file->default_calendar().rules().holidays);
}

TEST_CASE("a policy that has the dates is taken at its word") {
    const std::string toml =
        std::string(k_head)
        + "holiday_files = [\"gone.ics\"]\n[holiday_file_dates]\n\"gone.ics\" = [\"2026-11-23 Moving\"]\n";
    const auto [p, stored, warnings] = judge(toml, "p.toml", "/nonexistent", k_now);
    CHECK(stored == toml);
    CHECK(closed_because(p, "2026-11-23") == "Moving");
    CHECK(warnings
          == std::vector<std::string>{"p.toml:5:18: warning: the dates of 'gone.ics' are in "
                                      "[holiday_file_dates], so the file was not read; "
                                      "take that table out to read it"});
}

TEST_CASE("what of a holiday file closes no day is counted with the reasons") {
    const Folder folder;
    const auto judged =
        judge(std::string(k_head) + "holiday_files = [\"mixed.ics\"]\n", "p.toml", folder.path(), k_now);
    CHECK(closed_because(judged.policy, "2026-12-28") == "holiday");
    CHECK(judged.warnings
          == std::vector<std::string>{
              "p.toml:5:18: warning: of the events in 'mixed.ics' 1 with a time of day and 1 "
              "cancelled were passed over; only the others close days"});
}

TEST_CASE("a policy without holiday files is stored as it is") {
    CHECK(judge(k_head, "p.toml", "", k_now).toml == k_head);
    CHECK(judge("[organisation]\nname = \"x\"", "p.toml", "", k_now).toml == "[organisation]\nname = \"x\"");
}

TEST_CASE("a holiday file that cannot be read is a fault at its line among the others") {
    const Folder folder;
    const auto path = [&](std::string_view name) { return (folder.path() / name).string(); };
    CHECK(faults_beside(folder.path(),
                        std::string(k_head) + "holiday_files = [\"closures.ics\", \"closure.ics\"]\n")
          == fmt::format("p.toml:5:34: cannot read {}: No such file or directory", path("closure.ics")));
    CHECK(faults_beside(folder.path(), std::string(k_head) + "holiday_files = \".\"\nholidays = [\"x\"]\n")
          == fmt::format("p.toml:5:17: cannot read {}: it is a folder\n"
                         "p.toml:6:13: 'x' is not a date; write 2026-12-24",
                         path(".")));
    CHECK(faults_beside(folder.path(), std::string(k_head) + "holiday_files = \"/dev/zero\"\n")
          == "p.toml:5:17: '/dev/zero' is longer than 4 MiB; name the right one");
    CHECK(
        faults_beside(folder.path(), std::string(k_head) + "holiday_files = [\"table.csv\"]\n")
        == "p.toml:5:18: 'table.csv' is not an iCalendar file; it begins with BEGIN:VCALENDAR and ends with "
           "END:VCALENDAR");
}

TEST_CASE("a holiday file that closes no day or every day is odd") {
    const Folder folder;
    const auto warnings = [&](std::string_view line) {
        return judge(fmt::format("{}{}\n", k_head, line), "p.toml", folder.path(), k_now).warnings;
    };
    CHECK(warnings("holiday_files = [\"closures.ics\", \"timed.ics\"]")
          == std::vector<std::string>{
              "p.toml:5:34: warning: 'timed.ics' has no all-day event, so it closes no day (2 with a time of "
              "day were passed over); make its events last all day, or take the file out"});
    CHECK(
        warnings("holiday_files = \"daily.ics\"")
        == std::vector<std::string>{
            "p.toml:2:1: warning: calendar 'office' has no working day in the year from 2026-11-22, so none "
            "of its deadlines comes in that time; look at its holidays"});
}

TEST_CASE("a holiday that lasts for years is a slip") {
    const auto with = [](std::string_view dates) {
        return faults_of(fmt::format(
            "{}holiday_files = \"a.ics\"\n[holiday_file_dates]\n\"a.ics\" = [\"{}\"]\n", k_head, dates));
    };
    CHECK(with("2026-01-01..2027-01-01 Sabbatical").empty());
    CHECK(with("2026-01-01..9999-12-31 For ever")
          == "p.toml:5:17: 'a.ics' has 2026-01-01..9999-12-31 as one holiday; none may last longer than a "
             "year");
}

TEST_CASE("dates of files that are wrong or not there are named") {
    check_behind(
        k_head, {
                    {"holiday_files = [\"a.ics\"]\n[holiday_file_dates]\n",
                     "p.toml:5:18: [holiday_file_dates] has no dates of 'a.ics'; take that table out, so "
                     "that the files are read "
                     "again"},
                    {"[holiday_file_dates]\n\"a.ics\" = [\"2026-13-01 x\"]\n",
                     "p.toml:6:12: '2026-13-01' is neither a date nor a range of dates; write 2026-12-24, or "
                     "2026-12-20..2027-01-06"},
                    {"holiday_files = \"a.ics\"\n",
                     "p.toml:5:17: 'a.ics' is read by policy check and policy apply only"},
                });
}

} // namespace reklamaatio::policy::tests
