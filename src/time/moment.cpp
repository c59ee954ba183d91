// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/moment.hpp"

#include "text/fold.hpp"
#include "text/plain.hpp"
#include "time/refusal.hpp"
#include "time/scan.hpp"
#include "time/units.hpp"
#include "time/words.hpp"
#include "time/written.hpp"

#include <array>
#include <optional>
#include <string>

#include <fmt/format.h>

namespace reklamaatio::time {
namespace {

using std::chrono::days;
using std::chrono::weekday;

struct Question {
    std::string word; // plain, in lower case
    const MomentContext& context;
    DateMeans means;
    Direction direction;

    Date today() const { return context.zone.date_at(context.now); }
};

std::string wall_text(LocalTime local) {
    const Date date = date_of(local);
    const std::chrono::hh_mm_ss<Seconds> time{local - date};
    const std::string minutes =
        fmt::format("{} {:02}:{:02}", to_iso(date), time.hours().count(), time.minutes().count());
    return time.seconds() == Seconds{0} ? minutes : fmt::format("{}:{:02}", minutes, time.seconds().count());
}

Error skipped(const std::string& what, Instant after, const Zone& zone) {
    return Error(fmt::format("{} does not exist in {}: clocks were put forward; write {}", what, zone.name(),
                             wall_text(zone.to_local(after))));
}

Instant at_wall_clock(LocalTime local, const Zone& zone) {
    const Resolved resolved = zone.resolve(local);
    if (resolved.kind == LocalKind::skipped) throw skipped(wall_text(local), resolved.instant, zone);
    return resolved.instant;
}

// A date without a time of day. Its first or last minutes may be missing, but not all of it, as of 30
// December 2011 on Samoa.
Instant at_date(Date date, DateMeans means, const Zone& zone) {
    const Instant beginning = zone.start_of(date);
    if (zone.date_at(beginning) != date) throw skipped(to_iso(date), beginning, zone);
    if (means == DateMeans::beginning) return beginning;
    if (means == DateMeans::after) return zone.start_of(date + days{1});
    const Resolved last = zone.resolve(date + days{1} - Seconds{1});
    return last.kind == LocalKind::skipped ? last.instant - Seconds{1} : last.instant;
}

std::optional<Instant> read_now(const Question& question) {
    return question.word == "now" ? std::optional(question.context.now) : std::nullopt;
}

std::optional<Instant> read_date(const Question& question) {
    const auto written = read_written(question.word);
    if (!written || !written->exists() || written->has_fraction) return std::nullopt;
    const Zone& zone = question.context.zone;
    if (!written->time) return at_date(Date{written->date}, question.means, zone);
    if (!written->offset) return at_wall_clock(written->local(), zone);
    return Instant{written->local().time_since_epoch() - *written->offset};
}

// next-friday, last-monday: never today.
std::optional<Date> weekday_date(std::string_view word, Date today) {
    const bool next = word.starts_with("next-");
    if (!next && !word.starts_with("last-")) return std::nullopt;
    const std::string_view name = word.substr(5);
    const auto day = weekday_named(name);
    if (!day || name.size() == short_name(name).size()) return std::nullopt;
    if (next) return today + days{1} + (*day - weekday{today + days{1}});
    return today - days{1} - (weekday{today - days{1}} - *day);
}

// 14:05, noon.
std::optional<TimeOfDay> time_of_day(std::string_view text) {
    if (text == "noon") return TimeOfDay{12, 0, 0};
    Scanner scanner(text);
    const auto time = scan_time_of_day(scanner);
    return time && time->exists() && scanner.done() ? time : std::nullopt;
}

// 16, which is a time of day only behind a day in words.
std::optional<TimeOfDay> hour_alone(std::string_view text) {
    Scanner scanner(text);
    const auto hour = scanner.digits(1, 2);
    if (!hour || !scanner.done()) return std::nullopt;
    const TimeOfDay time{*hour, 0, 0};
    return time.exists() ? std::optional(time) : std::nullopt;
}

std::optional<Date> named_date(std::string_view word, Date today) {
    if (word == "today") return today;
    if (word == "yesterday") return today - days{1};
    if (word == "tomorrow") return today + days{1};
    return weekday_date(word, today);
}

// tomorrow, yesterday 14:05
std::optional<Instant> read_day_word(const Question& question) {
    const std::string_view text = question.word;
    const std::size_t blank = text.find(' ');
    const auto date = named_date(text.substr(0, blank), question.today());
    if (!date) return std::nullopt;
    const Zone& zone = question.context.zone;
    if (blank == std::string_view::npos) return at_date(*date, question.means, zone);
    const auto rest = text.substr(blank + 1);
    const auto written = time_of_day(rest);
    const auto time = written ? written : hour_alone(rest);
    if (!time) return std::nullopt;
    return at_wall_clock(*date + time->since_midnight(), zone);
}

// 17:00: today, where that is not on the wrong side of now.
std::optional<Instant> read_time_alone(const Question& question) {
    const auto time = time_of_day(question.word);
    if (!time || question.word.find('.') != std::string::npos) return std::nullopt;
    const auto at = at_wall_clock(question.today() + time->since_midnight(), question.context.zone);
    if (question.direction == Direction::future && at <= question.context.now)
        throw Error(fmt::format("'{0}' has passed today; write 'tomorrow {0}'", question.word));
    if (question.direction == Direction::past && at > question.context.now)
        throw Error(fmt::format("'{0}' is yet to come today; write 'yesterday {0}'", question.word));
    return at;
}

// The nearest day of that name in the direction, today included; of 29 February perhaps none within a year.
std::optional<Date> nearest_date(std::chrono::month_day name, const Question& question) {
    const bool is_future = question.direction == Direction::future;
    const auto this_year = std::chrono::year_month_day{question.today()}.year();
    for (const std::chrono::years step : {std::chrono::years{0}, std::chrono::years{is_future ? 1 : -1}}) {
        const auto date = (this_year + step) / name;
        if (date.ok() && (is_future ? Date{date} >= question.today() : Date{date} <= question.today()))
            return Date{date};
    }
    return std::nullopt;
}

// 15.12., 15.12. 14:05
std::optional<Instant> read_date_without_year(const Question& question) {
    if (question.direction == Direction::either) return std::nullopt;
    Scanner scanner(question.word);
    const auto day = scanner.digits(1, 2);
    const auto month = day && scanner.take('.') ? scanner.digits(1, 2) : std::nullopt;
    if (!month || !scanner.take('.')) return std::nullopt;
    const auto date = nearest_date(std::chrono::month{static_cast<unsigned>(*month)} / *day, question);
    if (!date) return std::nullopt;
    if (scanner.done()) return at_date(*date, question.means, question.context.zone);
    const auto time = scanner.take(' ') ? time_of_day(scanner.rest()) : std::nullopt;
    if (!time) return std::nullopt;
    return at_wall_clock(*date + time->since_midnight(), question.context.zone);
}

Error no_working_days(const std::string& word, int count) {
    return Error(
        fmt::format("'{}' is in working days, and the policy has no calendar; write {:+}d for days, or add "
                    "a calendar to the policy",
                    word, count));
}

// Steps over days keep the wall-clock time; one that a clock change skips becomes the first instant after it,
// as in the arithmetic of targets.
std::optional<Instant> step_from_now(const Question& question, int count, Unit unit) {
    const Instant now = question.context.now;
    const Zone& zone = question.context.zone;
    const Calendar& calendar = question.context.calendar;
    const auto keep_wall_clock = [&](days step) { return zone.to_instant(zone.to_local(now) + step); };
    switch (unit) {
    case Unit::minutes:
        return now + std::chrono::minutes{count};
    case Unit::hours:
        return now + std::chrono::hours{count};
    case Unit::days:
        return keep_wall_clock(days{count});
    case Unit::weeks:
        return keep_wall_clock(std::chrono::weeks{count});
    case Unit::working_days:
        if (count == 0) return std::nullopt;
        if (calendar.rules().is_stand_in) throw no_working_days(question.word, count);
        const Date today = calendar.zone().date_at(now);
        return count > 0 ? calendar.close_of_working_day(today, count)
                         : calendar.opening_of_working_day_before(today, -count);
    }
    return std::nullopt;
}

// -3d, +2bd
std::optional<Instant> read_step(const Question& question) {
    Scanner scanner(question.word);
    const auto sign = scanner.take_any("+-");
    const auto count = sign ? scanner.digits(1, k_most_figures) : std::nullopt;
    const auto unit = unit_with_symbol(scanner.rest());
    if (!count || !unit) return std::nullopt;
    return step_from_now(question, *sign == '-' ? -*count : *count, *unit);
}

// 3 days ago
std::optional<Instant> read_ago(const Question& question) {
    Scanner scanner(question.word);
    const auto count = scanner.digits(1, k_most_figures);
    if (!count || !scanner.take(' ')) return std::nullopt;
    const auto unit = unit_meant_by(scanner.letters());
    if (!unit || *unit == Unit::working_days || scanner.rest() != " ago") return std::nullopt;
    return step_from_now(question, -*count, *unit);
}

// in 3 days
std::optional<Instant> read_in(const Question& question) {
    Scanner scanner(question.word);
    if (!scanner.take(std::string_view("in "))) return std::nullopt;
    const auto count = scanner.digits(1, k_most_figures);
    if (!count || !scanner.take(' ')) return std::nullopt;
    const auto unit = unit_meant_by(scanner.letters());
    if (!unit || !scanner.done()) return std::nullopt;
    return step_from_now(question, *count, *unit);
}

// "next friday" as "next-friday" is written.
std::string in_one_word(std::string text) {
    if (text.starts_with("next ") || text.starts_with("last ")) text[4] = '-';
    return text;
}

using Reader = std::optional<Instant> (*)(const Question&);
constexpr std::array<Reader, 8> k_readers{read_now, read_date, read_day_word,   read_step,
                                          read_ago, read_in,   read_time_alone, read_date_without_year};

} // namespace

Instant parse_moment(std::string_view text, const MomentContext& context, DateMeans means,
                     Direction direction) {
    const std::string plain = text::plain(text);
    const Question question{in_one_word(text::lower(plain)), context, means, direction};
    for (const Reader read : k_readers)
        if (const auto instant = read(question)) {
            check_year(context.zone.date_at(*instant), plain);
            return *instant;
        }
    throw Error(why_not_moment(plain, question.today()));
}

} // namespace reklamaatio::time
