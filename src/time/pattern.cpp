// SPDX-License-Identifier: GPL-3.0-or-later
// Not absl::ParseTime, although it is linked: it accepts blanks anywhere, 9:7 and a year of any length, reads
// 60 seconds and "infinite-future", cannot read %Y%m%d, shifts a skipped time by the length of the gap where
// we take the end of the gap, and cannot say what is wrong with a pattern.
#include "time/pattern.hpp"

#include "text/plain.hpp"
#include "time/foreign_units.hpp"
#include "time/pattern_fields.hpp"
#include "time/scan.hpp"
#include "time/written.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::time {

namespace {

std::size_t word_length(std::string_view text) {
    const auto is_of_word = [](char c) {
        return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    };
    return static_cast<std::size_t>(std::ranges::find_if_not(text, is_of_word) - text.begin());
}

// One letter among others is more likely a slip in a word than a unit of another program.
[[noreturn]] void refuse_letters(std::string_view letters, std::string_view rest) {
    const auto run = rest.substr(0, rest.find_first_not_of(rest.front()));
    const auto ours = run.size() > 1 || run.size() == letters.size() ? ours_for_letters(run) : "";
    if (ours == "%z")
        throw Error(
            fmt::format("'{}' means nothing in a date pattern; an offset is %z, and then all of the pattern "
                        "is written with %, as in %Y-%m-%d %H:%M:%S %z",
                        run));
    if (!ours.empty()) throw Error(fmt::format("'{}' means nothing in a date pattern; write {}", run, ours));
    throw Error(
        fmt::format("'{}' means nothing in a date pattern; write YYYY MM DD hh mm ss, Mon or AM/PM, and "
                    "what stands for itself in single quotes",
                    letters));
}

// "YYYY" or "hh" between strptime's letters.
bool is_spelt_out(std::string_view word) {
    if (word.size() < 2) return false;
    while (!word.empty()) {
        const auto spelt = field_spelt(word, false);
        if (spelt.field == nullptr || spelt.field->unit == Unit::offset) return false;
        word.remove_prefix(spelt.length);
    }
    return true;
}

bool ends_word(const Scanner& scanner) {
    return word_length(scanner.rest()) == 0 && (scanner.done() || !is_digit(scanner.rest().front()));
}

std::optional<Instant> instant_of(const Written& written, const Zone& zone) {
    if (!written.exists()) return std::nullopt;
    if (!written.offset) return zone.to_instant(written.local());
    return Instant{written.local().time_since_epoch() - *written.offset};
}

} // namespace

Pattern::Pattern(std::string_view typed) {
    const std::string pattern = text::plain(typed);
    if (pattern.find('%') != std::string_view::npos)
        compile_strptime(pattern);
    else
        compile_spelt_out(pattern);
    check(pattern);
}

void Pattern::add_literal(std::string_view text) {
    for (const char c : text)
        add_literal(c);
}

void Pattern::compile_strptime(std::string_view pattern) {
    const auto whole = pattern;
    while (!pattern.empty()) {
        if (pattern.front() != '%') {
            const auto word = pattern.substr(0, std::max<std::size_t>(1, word_length(pattern)));
            if (is_spelt_out(word))
                throw Error(fmt::format(
                    "'{}' mixes two notations; write all of it with %, as in %d/%b/%Y:%H:%M:%S %z, "
                    "or all without",
                    whole));
            compile_word(word);
            pattern.remove_prefix(word.size());
            continue;
        }
        const char letter = pattern.size() > 1 ? pattern[1] : '\0';
        if (letter == '%')
            add_literal('%');
        else if (const auto* field = field_of_letter(letter))
            add(*field);
        else if (const auto shorthand = shorthand_of(letter); !shorthand.empty())
            compile_strptime(shorthand);
        else
            throw Error(
                fmt::format("'%{}' in '{}' means nothing here; write %Y %m %d %H %M %S %I %p %b %z or %s",
                            pattern.substr(1, 1), whole));
        pattern.remove_prefix(2);
    }
}

// Between strptime's letters only a zone means something; T is written so.
void Pattern::compile_word(std::string_view word) {
    const bool has_t = word.starts_with('T') && word.size() > 1;
    const auto zone = field_spelt(word.substr(has_t ? 1 : 0), false);
    if (zone.field == nullptr || zone.field->unit != Unit::offset || zone.length + has_t != word.size())
        return add_literal(word);
    if (has_t) add_literal('T');
    add(*zone.field);
}

void Pattern::compile_spelt_out(std::string_view pattern) {
    const bool twelve_hours = pattern.find(k_half) != std::string_view::npos;
    while (!pattern.empty()) {
        std::size_t length = 0;
        if (pattern.starts_with('\'')) {
            length = pattern.find('\'', 1);
            if (length == std::string_view::npos)
                throw Error(fmt::format("'{}' has a quote that does not end", pattern));
            add_literal(pattern.substr(1, length - 1));
            ++length;
        } else if (pattern.starts_with(k_half)) {
            length = k_half.size();
            add(*field_spelt(k_half, twelve_hours).field);
        } else if (pattern.starts_with(k_letter_date)) {
            length = k_letter_date.size();
            add(*field_spelt(k_letter_date, twelve_hours).field);
        } else if (length = word_length(pattern); length > 0) {
            compile_letters(pattern.substr(0, length), twelve_hours);
        } else {
            length = 1;
            add_literal(pattern.front());
        }
        pattern.remove_prefix(length);
    }
}

// Letters of the pattern and nothing else, or a word that dates have.
void Pattern::compile_letters(std::string_view letters, bool twelve_hours) {
    if (is_word_of_dates(letters)) return add_literal(letters);
    auto rest = letters;
    while (!rest.empty()) {
        const auto spelt = field_spelt(rest, twelve_hours);
        if (spelt.field != nullptr)
            add(*spelt.field);
        else if (rest.front() == 'T')
            add_literal('T');
        else
            refuse_letters(letters, rest);
        rest.remove_prefix(std::max<std::size_t>(1, spelt.length));
    }
}

void Pattern::check(std::string_view pattern) const {
    const auto count = [&](Unit unit) {
        return std::ranges::count_if(
            m_parts, [&](const Part& part) { return part.field != nullptr && part.field->unit == unit; });
    };
    const auto refuse = [&](std::string_view why) { throw Error(fmt::format("'{}' {}", pattern, why)); };
    if (count(Unit::letter_date) > 0) {
        if (m_parts.size() > 1) refuse("has more than rfc5322, which is a whole time; write it alone");
        return;
    }
    if (count(Unit::epoch) > 0) {
        if (count(Unit::epoch) > 1 || count(Unit::year) + count(Unit::month) + count(Unit::day) > 0)
            refuse("has seconds since 1970 and a date; write one of them");
        return;
    }
    if (count(Unit::month) > 1)
        refuse("has the month twice; minutes are written mm or %M, as in YYYY-MM-DD hh:mm or %Y-%m-%d %H:%M");
    if (count(Unit::year) != 1 || count(Unit::month) == 0 || count(Unit::day) == 0)
        refuse("is not a full date; write all of YYYY MM DD, or all of %Y %m %d");
    for (const Unit once : {Unit::day, Unit::minute, Unit::second, Unit::fraction, Unit::half, Unit::offset})
        if (count(once) > 1) refuse("has a field twice; write each once, as in YYYY-MM-DD hh:mm:ss");
    const auto hours = count(Unit::hour) + count(Unit::hour_of_12);
    if (hours > 1) refuse("has the hour twice; write it once");
    if (count(Unit::hour_of_12) != count(Unit::half))
        refuse("is half a twelve-hour clock; write hh with AM/PM, or %I with %p");
    if (count(Unit::minute) != hours || count(Unit::second) > hours
        || count(Unit::fraction) > count(Unit::second))
        refuse("has half a time of day; write hh:mm or hh:mm:ss");
}

bool Pattern::has(Unit unit) const {
    return std::ranges::any_of(
        m_parts, [&](const Part& part) { return part.field != nullptr && part.field->unit == unit; });
}

std::optional<Found> Pattern::find(Scanner& scanner) const {
    Found found;
    for (const auto& [field, literal] : m_parts)
        if (!(field ? field->read(scanner, found) : scanner.take(literal))) return std::nullopt;
    return found;
}

std::optional<Instant> Pattern::read(Scanner& scanner, const Zone& zone) const {
    const auto found = find(scanner);
    if (!found || found->has_other_weekday()) return std::nullopt;
    return found->epoch ? found->epoch : instant_of(found->written(), zone);
}

bool Pattern::reads_other_weekday(std::string_view text) const {
    const std::string plain = text::plain(text);
    Scanner scanner(plain);
    const auto found = find(scanner);
    return found && found->has_other_weekday();
}

std::optional<Instant> Pattern::read(std::string_view text, const Zone& zone) const {
    const std::string plain = text::plain(text);
    Scanner scanner(plain);
    const auto at = read(scanner, zone);
    return scanner.done() ? at : std::nullopt;
}

std::optional<Front> Pattern::read_front(std::string_view text, const Zone& zone) const {
    const std::string plain = text::plain(text);
    Scanner scanner(plain);
    const auto at = read(scanner, zone);
    if (!at || !ends_word(scanner)) return std::nullopt;
    if (scanner.done()) return Front{*at, is_of_dates(), true};
    const bool is_whole = has(Unit::epoch) || has(Unit::letter_date);
    const FrontHas parts{.time_of_day = is_whole || !is_of_dates(),
                         .seconds = is_whole || has(Unit::second),
                         .half_day = is_whole || has(Unit::half),
                         .zone = is_whole || has(Unit::offset)};
    return Front{*at, is_of_dates(), false, left_out_in(scanner.rest(), parts)};
}

bool Pattern::is_of_dates() const {
    return !has(Unit::hour) && !has(Unit::hour_of_12) && !has(Unit::epoch) && !has(Unit::letter_date);
}

std::optional<Instant> Pattern::read_plain(std::string_view text, const Zone& zone) {
    const auto written = read_written(text::plain(text));
    return written ? instant_of(*written, zone) : std::nullopt;
}

std::optional<Front> Pattern::read_plain_front(std::string_view text, const Zone& zone) {
    const std::string plain = text::plain(text);
    Scanner scanner(plain);
    const auto written = scan_written(scanner);
    const auto at = written && ends_word(scanner) ? instant_of(*written, zone) : std::nullopt;
    if (!at) return std::nullopt;
    const bool has_time = written->time.has_value();
    if (scanner.done()) return Front{*at, !has_time, true};
    const FrontHas parts{has_time, has_time, false, written->offset.has_value()};
    return Front{*at, !has_time, false, left_out_in(scanner.rest(), parts)};
}

} // namespace reklamaatio::time
