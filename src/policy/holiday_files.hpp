// SPDX-License-Identifier: GPL-3.0-or-later
// The iCalendar files that calendars name. They are read when a policy is applied, and their dates are
// written into its text, since the text is read again at every start, when the files may be gone.
#pragma once

#include "policy/dates.hpp"
#include "policy/reader.hpp"

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

// The closures of the file of that name. Throws complaint::BadValue when it cannot be read.
using HolidaySource = std::function<std::vector<Closure>(const std::string& name)>;

// Files whose names are relative to a folder; events that recur are spelt out from some years before that one
// to a generation after it.
HolidaySource files_beside(const std::filesystem::path& folder, std::chrono::year year);

// What a policy's text says of its files, or else what the source has.
class HolidayFiles {
  public:
    // Reads [holiday_file_dates]. `source` is empty where the text must have it all.
    HolidayFiles(Reader& file, HolidaySource source);

    // Throws complaint::BadValue.
    const std::vector<Closure>& closures_of(const std::string& name);

    // Names of files that were asked for, but not read, as their dates are in the text.
    const std::vector<std::string>& unread() const { return m_unread; }

    // [holiday_file_dates] with what the source gave; empty when it was not asked.
    std::string toml() const;

  private:
    HolidaySource m_source;
    bool m_in_text = false;
    std::map<std::string, std::vector<Closure>> m_closures;
    std::vector<std::string> m_unread;
};

} // namespace reklamaatio::policy
