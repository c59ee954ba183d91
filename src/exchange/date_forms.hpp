// SPDX-License-Identifier: GPL-3.0-or-later
// How the times of a file, or of one of its columns, are written.
#pragma once

#include "time/instant.hpp"
#include "time/pattern.hpp"
#include "time/zone.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::exchange {

class DateForms {
  public:
    // The plain forms, time::Pattern::read_plain.
    DateForms() = default;
    // The same in what is written for us, where no profile may say otherwise.
    static DateForms our_own();
    // Any of these, as time::Pattern has them. Throws time::Error for a form that cannot work.
    explicit DateForms(const std::vector<std::string>& formats);

    // A text may go on behind the time, as "5.1.2026 (maanantai)" does, but not with what belongs to the time.
    void ignore_rest() { m_ignores_rest = true; }

    struct Read {
        time::Instant at;
        bool is_date; // a day without a time of day: `at` is its beginning
    };
    // In `zone`, where the text names none. Throws complaint::BadValue for a text of no form, and for one that two
    // forms read as different times; time::Error for a year outside of time::check_year().
    Read read(const std::string& text, const time::Zone& zone) const;

  private:
    struct Form {
        std::string text;
        time::Pattern pattern;
    };

    bool fits(const std::optional<time::Front>& front) const;
    Read read_plain(const std::string& text, const time::Zone& zone) const;
    [[noreturn]] void refuse(const std::string& text) const;

    std::vector<Form> m_forms;
    bool m_ignores_rest = false, m_is_our_own = false;
};

} // namespace reklamaatio::exchange
