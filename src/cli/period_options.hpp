// SPDX-License-Identifier: GPL-3.0-or-later
// The options that say which stretch of time a figure is about, and by what it is grouped.
#pragma once

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "report/question.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::cli {

// From the beginning of the last working day before today, by the default calendar, to the end of yesterday: what happened since
// the report of that day, so that Monday's has Friday.
inline constexpr const char* k_since_workday = "since-workday";

// With which period another one is compared: the one before it, the same a year ago, or one that is named.
inline constexpr std::array<std::string_view, 2> k_comparisons{"previous", "year"};
time::Period compared_period(Session& session, const std::string& text, const time::Period& period);

class PeriodOptions {
  public:
    void declare(Options& options);
    // `otherwise` is the period when none is said.
    report::Question ask(Session& session, const std::string& otherwise) const;
    bool is_said() const { return m_period || m_since || m_until; }
    bool groups() const { return m_by.has_value(); }

  private:
    time::Period period(Session& session, const std::string& otherwise) const;

    std::optional<std::string> m_period, m_since, m_until, m_by;
};

} // namespace reklamaatio::cli
