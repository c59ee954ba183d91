// SPDX-License-Identifier: GPL-3.0-or-later
// The iCalendar files that calendars name. They are read when a policy is applied, and their dates are
// written into its text, since the text is read again at every start, when the files may be gone.
#pragma once

#include "policy/dates.hpp"
#include "toml/reader.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace reklamaatio::policy {

// Days on which a firm is closed.
struct Closure {
    DateRange dates;
    std::string reason;
    friend bool operator==(const Closure&, const Closure&) = default;
};

// What a holiday file has, and how many of its events close no day, by the reason.
struct HolidayFile {
    std::vector<Closure> closures;
    std::size_t timed = 0; // with a time of day
    std::size_t cancelled = 0;
};

// The file of that name. Throws complaint::BadValue when it cannot be read.
using HolidaySource = std::function<HolidayFile(const std::string& name)>;

// Files whose names are relative to a folder; events that recur are written out from some years before that one
// to a generation after it.
HolidaySource files_beside(const std::filesystem::path& folder, std::chrono::year year);

// What a policy's text says of its files, or else what the source has.
class HolidayFiles {
  public:
    // Reads [holiday_file_dates]. `source` is empty where the text must have it all.
    HolidayFiles(toml::Reader& file, HolidaySource source);

    // Throws complaint::BadValue.
    const std::vector<Closure>& closures_of(const std::string& name);

    // By the names of files that were asked for, what is odd about them.
    const std::map<std::string, std::string>& odd() const { return m_odd; }

    // [holiday_file_dates] with what the source gave; empty when it was not asked.
    std::string toml() const;

  private:
    HolidaySource m_source;
    bool m_in_text = false;
    std::map<std::string, std::vector<Closure>> m_closures;
    std::map<std::string, std::string> m_odd;
};

} // namespace reklamaatio::policy
