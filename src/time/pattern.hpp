// SPDX-License-Identifier: GPL-3.0-or-later
// Points in time in files, by a pattern that the importer's profile gives.
#pragma once

#include "time/front.hpp"
#include "time/instant.hpp"
#include "time/zone.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace reklamaatio::time {

enum class Unit;
struct PatternField;
struct Found;
class Scanner;

// Reads one fixed form of timestamps. A pattern is either in strptime's letters or written out:
//   "%m/%d/%Y %I:%M:%S %p"       %Y %y %m %d %e %b %B %a %A %H %I %M %S %f %p %z %Z %s %F %T %R %%
//   "MM/DD/YYYY hh:mm:ss AM/PM"  YYYY YY MM M DD D hh h mm ss SSS, HH for hh; Mon or Month, Ddd or Weekday for
//                                names; AM/PM makes hh a twelve-hour clock; "epoch", "epoch_ms" and
//                                "rfc5322", for the dates of letters, stand alone
// Z, UTC and GMT mean that the time is in UTC, and T stands for itself; so does everything that is no letter
// (blanks and dashes for all of their kind: text::plain), a word that dates have ("klo"), and what is
// in single quotes. One- and two-digit days, months and hours are both read; two-digit years are 1969 to 2068, as in
// POSIX; names are English, Finnish or Polish, full or short; %f and SSS are a fraction of a second, which is cut
// off; %z is Z, +02:00, +0200, UTC or GMT+2; %Z, or CET written out, is any name that offset_named() knows; AM/PM may be a.m., and ap. or ip. in Finnish.
class Pattern {
  public:
    // Throws Error for a pattern without a full date, with letters that mean nothing, with a field twice (MM
    // for minutes is the usual slip), with two zones, or with a twelve-hour clock that lacks AM/PM.
    explicit Pattern(std::string_view typed);

    // Wall-clock times are taken in `zone`; a skipped one becomes the first instant after the gap. Nothing
    // when the text does not fit the pattern to its end, or names a day that does not exist or is another weekday.
    std::optional<Instant> read(std::string_view text, const Zone& zone) const;
    // Likewise of a text that may go on behind the time, but not with a letter or a digit.
    std::optional<Front> read_front(std::string_view text, const Zone& zone) const;

    // Whether the text fits, but for the name of a weekday that its date does not have.
    bool reads_other_weekday(std::string_view text) const;

    // Whether it stops at the day.
    bool is_of_dates() const;

    // Without a pattern: 2026-11-21, 2026-11-21T14:05[:33][.fraction][Z|+02:00|+0200], a space for T, and
    // 21.11.2026 in front as well; 14.05 for 14:05. Fractions of a second are cut off.
    static std::optional<Instant> read_plain(std::string_view text, const Zone& zone);
    static std::optional<Front> read_plain_front(std::string_view text, const Zone& zone);

  private:
    struct Part {
        const PatternField* field; // null where one character stands for itself
        char literal;
    };

    void add(const PatternField& field) { m_parts.push_back({&field, '\0'}); }
    void add_literal(char c) { m_parts.push_back({nullptr, c}); }
    void add_literal(std::string_view text);
    void compile_strptime(std::string_view pattern);
    void compile_word(std::string_view word);
    void compile_spelt_out(std::string_view pattern);
    void compile_letters(std::string_view letters, bool twelve_hours);
    void check(std::string_view pattern) const;
    bool has(Unit unit) const;
    std::optional<Found> find(Scanner& scanner) const;
    std::optional<Instant> read(Scanner& scanner, const Zone& zone) const;

    std::vector<Part> m_parts;
};

} // namespace reklamaatio::time
