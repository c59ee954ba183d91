// SPDX-License-Identifier: GPL-3.0-or-later
// Points in time in files, by a pattern that the importer's profile gives.
#pragma once

#include "time/instant.hpp"
#include "time/zone.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace reklamaatio::time {

struct PatternField;

// Reads one fixed form of timestamps. A pattern is either in strptime's letters or written out:
//   "%m/%d/%Y %I:%M:%S %p"       %Y %y %m %d %e %b %B %H %I %M %S %p %z %F %T %R %%
//   "MM/DD/YYYY hh:mm:ss AM/PM"  YYYY YY MM M DD D hh h mm ss, HH for hh; AM/PM makes hh a twelve-hour clock
// Everything else stands for itself. One- and two-digit days, months and hours are both read; two-digit years
// are 1969 to 2068, as in POSIX; %b and %B are English names, full or of three letters; %z is Z, +02:00 or
// +0200.
class Pattern {
  public:
    // Throws Error for a pattern without a full date, with letters that mean nothing, with a field twice (MM
    // for minutes is the usual slip), or with a twelve-hour clock that lacks AM/PM.
    explicit Pattern(std::string_view pattern);

    // Wall-clock times are taken in `zone`; a skipped one becomes the first instant after the gap. Nothing
    // when the text does not fit the pattern to its end, or names a day that does not exist.
    std::optional<Instant> read(std::string_view text, const Zone& zone) const;

    // Without a pattern: 2026-11-21, 2026-11-21T14:05[:33][.fraction][Z|+02:00|+0200], a space for T, and
    // 21.11.2026 in front as well; 14.05 for 14:05. Fractions of a second are cut off.
    static std::optional<Instant> read_plain(std::string_view text, const Zone& zone);

  private:
    struct Part {
        const PatternField* field; // null where one character stands for itself
        char literal;
    };

    void add(const PatternField& field) { m_parts.push_back({&field, '\0'}); }
    void add_literal(char c) { m_parts.push_back({nullptr, c}); }
    void compile_strptime(std::string_view pattern);
    void compile_spelt_out(std::string_view pattern);
    void check(std::string_view pattern) const;

    std::vector<Part> m_parts;
};

} // namespace reklamaatio::time
