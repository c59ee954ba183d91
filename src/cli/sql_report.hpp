// SPDX-License-Identifier: GPL-3.0-or-later
// A report of somebody's own: one SELECT in a file.
#pragma once

#include "cli/session.hpp"
#include "host/environment.hpp"
#include "report/question.hpp"

#include <string>

namespace reklamaatio::cli {

class SqlReport {
  public:
    // The text of a file, or of standard input for "-". Throws Failure.
    SqlReport(const std::string& file, const host::Environment& environment);

    // Prints what it finds, in the format of the session. `period` is what :from and :until mean; `names_period`: that somebody
    // asked for it. Throws Failure (bad_data), with the place in the file, for what is no SELECT.
    void print(Session& session, const report::Question& question, bool names_period, bool skip_empty) const;

  private:
    std::string m_name; // of the file, as messages have it
    std::string m_sql;
};

} // namespace reklamaatio::cli
