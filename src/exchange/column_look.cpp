// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/column_look.hpp"

#include "complaint/error.hpp"
#include "complaint/id.hpp"
#include "complaint/mailbox.hpp"
#include "complaint/money.hpp"
#include "complaint/phone.hpp"
#include "exchange/known_formats.hpp"
#include "exchange/likely_words.hpp"
#include "text/ascii.hpp"
#include "text/blank.hpp"
#include "text/fold.hpp"
#include "text/plain.hpp"
#include "text/utf8.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"

#include <algorithm>

namespace reklamaatio::exchange {

namespace {

constexpr std::size_t k_most_samples = 3;
constexpr int k_longest_sample = 24;
constexpr std::size_t k_longest_word = 40;

// Of this century so far and some decades on.
constexpr std::size_t k_epoch_digits = 10, k_epoch_ms_digits = 13;
bool is_epoch(const std::string& cell, std::size_t digits) {
    return text::is_number(cell) && cell.size() == digits && (cell.front() == '1' || cell.front() == '2');
}

bool is_email(const std::string& cell) {
    if (cell.find('@') == std::string::npos) return false;
    try {
        complaint::read_mailbox(cell);
        return true;
    } catch (const complaint::BadValue&) {
        return false;
    }
}

bool is_directory_name(const std::string& cell) {
    return text::lower(cell.substr(0, 3)) == "/o=";
}

// INC001 is no sum in a currency INC, although it could be one.
bool is_glued(const std::string& cell) {
    const bool has_letters = std::ranges::any_of(cell, text::is_letter);
    return has_letters && text::plain(cell).find(' ') == std::string::npos;
}

bool is_sum(const std::string& cell, complaint::DecimalMark mark) {
    if (std::ranges::none_of(cell, text::is_digit) || is_glued(cell)) return false;
    try {
        complaint::parse_money(cell, mark);
        return true;
    } catch (const complaint::BadValue&) {
        return false;
    }
}

bool is_whole_number(const std::string& cell) {
    constexpr std::size_t k_longest = 18;
    return text::is_number(cell) && cell.size() <= k_longest;
}

// "14:05Z", "14:05+02:00", "14:05 EET": what stands behind the last colon of a time of day, and is neither a figure nor half a
// day.
bool tells_its_zone(std::string_view time) {
    const auto clock = time.find(':');
    if (clock == std::string_view::npos) return false;
    const auto rest = time.substr(clock);
    const bool has_offset = rest.find_first_of("+-") != std::string_view::npos;
    const auto last = rest.back();
    const bool has_name = last == 'Z' || last == 'z' || last == 'T' || rest.ends_with("UTC");
    return has_offset || has_name;
}

} // namespace

ColumnLook::ColumnLook() {
    for (const auto& format : known_formats())
        m_formats.push_back({format.text, {}, 0});
    for (const auto& format : known_clocks())
        m_clocks.push_back({format.text, {}, 0});
    for (const auto* format : {"epoch", "epoch_ms"})
        m_epochs.push_back({format, {}, 0});
}

// A few cells may be slips.
void ColumnLook::judge(Candidate& candidate, bool fits, const std::string& cell) const {
    if (fits) {
        ++candidate.fits;
        return;
    }
    constexpr std::size_t k_least_out = 3, k_one_in = 50;
    if (std::ranges::find(candidate.misfits, cell) == candidate.misfits.end()
        && candidate.misfits.size() < k_least_out)
        candidate.misfits.push_back(cell);
    candidate.is_out = m_judged - candidate.fits > k_least_out + m_judged / k_one_in;
}

bool ColumnLook::is(const Candidate& candidate) const {
    constexpr std::size_t k_most_in_ten = 9;
    return !candidate.is_out && candidate.fits > 0 && candidate.fits * 10 >= m_judged * k_most_in_ten;
}

void ColumnLook::add(std::string_view cell) {
    ++m_rows;
    const std::string text(text::trimmed(cell));
    if (text.empty()) return;
    ++m_filled;
    count(text);
    if (is_directory_name(text))
        ++m_directory_names;
    else if (!stands_for_none(text))
        judge(text);
    else if (std::ranges::find(m_none_words, text) == m_none_words.end())
        m_none_words.push_back(text);
}

void ColumnLook::count(const std::string& text) {
    m_longest = std::max(m_longest, text::characters(text));
    m_commas += text.find(',') != std::string::npos;
    m_semicolons += text.find(';') != std::string::npos;
    m_different.insert(std::hash<std::string>{}(text));
    if (!m_has_too_many_words && text.size() <= k_longest_word) ++m_words[text];
    if (text.size() > k_longest_word || m_words.size() > k_most_words) m_has_too_many_words = true;
    if (m_samples.size() < k_most_samples) {
        auto sample = text::shortened(text::visible_line(text), k_longest_sample);
        if (std::ranges::find(m_samples, sample) == m_samples.end()) m_samples.push_back(std::move(sample));
    }
}

void ColumnLook::judge(const std::string& text) {
    ++m_judged;
    const auto consider = [&](Candidate& candidate, bool (*fits)(const std::string&)) {
        if (!candidate.is_out) judge(candidate, fits(text), text);
    };
    consider(m_uids, [](const std::string& t) { return complaint::is_uuid(t); });
    consider(m_emails, is_email);
    consider(m_phones, [](const std::string& t) { return complaint::is_phone(t); });
    consider(m_whole_numbers, is_whole_number);
    constexpr std::size_t k_least_digits = 7;
    // Nobody dials three zeros first.
    const bool is_bare = text::is_number(text) && (text.front() != '0' || text.starts_with("000"));
    m_numbered += text.size() > 1 && text.front() == '#' && text::is_number(std::string_view(text).substr(1));
    if (!is_bare && text::digits_of(text).size() >= k_least_digits) ++m_dialled;
    judge_sum(text);
    judge_times(text);
    judge_epoch(text);
}

void ColumnLook::judge_sum(const std::string& cell) {
    if (m_sums.is_out) return;
    const bool with_point = is_sum(cell, complaint::DecimalMark::point);
    const bool with_comma = is_sum(cell, complaint::DecimalMark::comma);
    m_with_point += with_point && !with_comma;
    m_with_comma += with_comma && !with_point;
    judge(m_sums, with_point || with_comma, cell);
}

void ColumnLook::judge_epoch(const std::string& cell) {
    const bool is_zero = cell == "0";
    m_epoch_zeros += is_zero;
    judge(m_epochs.front().how, is_zero || is_epoch(cell, k_epoch_digits), cell);
    judge(m_epochs.back().how, is_zero || is_epoch(cell, k_epoch_ms_digits), cell);
}

std::optional<char> ColumnLook::decimal_mark() const {
    if (!is(m_sums) || (m_with_point > 0) == (m_with_comma > 0)) return std::nullopt;
    return m_with_point > 0 ? '.' : ',';
}

void ColumnLook::judge_times(const std::string& cell) {
    const auto plain = text::plain(cell);
    m_with_clock += plain.find_first_of(" Tt") != std::string::npos;
    m_with_zone += tells_its_zone(plain);
    for (std::size_t i = 0; i < m_formats.size(); ++i)
        if (!m_formats[i].how.is_out) judge_format(m_formats[i], known_formats()[i].read(cell), cell);
    for (std::size_t i = 0; i < m_clocks.size(); ++i)
        if (!m_clocks[i].how.is_out) judge_format(m_clocks[i], known_clocks()[i].read(cell), cell);
}

void ColumnLook::judge_format(Format& format, const std::optional<time::Instant>& at,
                              const std::string& cell) {
    if (at) format.instants += m_judged * static_cast<std::uint64_t>(at->time_since_epoch().count());
    judge(format.how, at.has_value(), cell);
}

} // namespace reklamaatio::exchange
