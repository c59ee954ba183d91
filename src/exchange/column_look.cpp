// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/column_look.hpp"

#include "complaint/error.hpp"
#include "complaint/mailbox.hpp"
#include "complaint/money.hpp"
#include "complaint/phone.hpp"
#include "exchange/field_read.hpp"
#include "text/ascii.hpp"
#include "text/blank.hpp"
#include "text/plain.hpp"
#include "text/plural.hpp"
#include "text/utf8.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::exchange {

namespace {

constexpr std::size_t k_most_samples = 3;
constexpr int k_longest_sample = 24;
constexpr std::size_t k_longest_word = 40;

// Dates and times of day as files write them; each date stands with each time.
constexpr std::array k_dates{"DD.MM.YYYY", "MM/DD/YYYY",  "DD/MM/YYYY",  "DD-MM-YYYY",   "MM-DD-YYYY",
                             "YYYY/MM/DD", "DD-Mon-YYYY", "DD Mon YYYY", "Mon DD, YYYY", "DD.MM.YY",
                             "MM/DD/YY",   "DD/MM/YY",    "DD-Mon-YY",   "DD/Mon/YY"};
constexpr std::array k_times{"",
                             " hh:mm",
                             " hh:mm:ss",
                             " hh.mm",
                             " hh.mm.ss",
                             " hh:mm AM/PM",
                             " hh:mm:ss AM/PM",
                             " hh:mm:ss.SSS",
                             ", hh:mm AM/PM"};
constexpr std::array k_others{"",
                              "YYYYMMDD",
                              "YYYY-MM-DD hh:mm:ss UTC",
                              "YYYY-MM-DD hh:mm AM/PM",
                              "%Y%m%dT%H%M%SZ",
                              "%Y-%m-%d %H:%M:%S %z",
                              "%Y/%m/%d %H:%M:%S%z",
                              "%a, %d %b %Y %H:%M:%S %z"};

struct KnownFormat {
    std::string text;
    std::optional<time::Pattern> pattern; // nothing: the plain forms
};

const std::vector<KnownFormat>& known_formats() {
    static const std::vector<KnownFormat> k_known = [] {
        std::vector<KnownFormat> known;
        for (const std::string text : k_others)
            known.push_back({text, text.empty() ? std::nullopt : std::optional<time::Pattern>(text)});
        for (const std::string date : k_dates)
            for (const std::string time : k_times)
                known.push_back({date + time, time::Pattern(date + time)});
        return known;
    }();
    return k_known;
}

bool reads(const KnownFormat& format, const std::string& cell) {
    static const time::Zone k_zone = time::Zone::utc();
    return (format.pattern ? format.pattern->read(cell, k_zone) : time::Pattern::read_plain(cell, k_zone))
        .has_value();
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

// INC001 is no sum in a currency INC, although it could be one.
bool is_glued(const std::string& cell) {
    const bool has_letters = std::ranges::any_of(cell, text::is_letter);
    return has_letters && text::plain(cell).find(' ') == std::string::npos;
}

bool is_sum(const std::string& cell) {
    if (std::ranges::none_of(cell, text::is_digit) || is_glued(cell)) return false;
    for (const auto mark : {complaint::DecimalMark::point, complaint::DecimalMark::comma})
        try {
            complaint::parse_money(cell, mark);
            return true;
        } catch (const complaint::BadValue&) { // perhaps with the other mark
        }
    return false;
}

bool is_whole_number(const std::string& cell) {
    constexpr std::size_t k_longest = 18;
    return text::is_number(cell) && cell.size() <= k_longest;
}

} // namespace

ColumnLook::ColumnLook() {
    for (const auto& format : known_formats())
        m_formats.push_back({format.text, {}});
}

// A few cells may be slips, or words for none.
void ColumnLook::judge(Candidate& candidate, bool fits, const std::string& cell) const {
    if (fits) {
        ++candidate.fits;
        return;
    }
    constexpr std::size_t k_least_out = 3, k_one_in = 50;
    if (std::ranges::find(candidate.misfits, cell) == candidate.misfits.end()
        && candidate.misfits.size() < k_least_out)
        candidate.misfits.push_back(cell);
    candidate.is_out = m_filled - candidate.fits > k_least_out + m_filled / k_one_in;
}

bool ColumnLook::is(const Candidate& candidate) const {
    constexpr std::size_t k_most_in_ten = 9;
    return !candidate.is_out && candidate.fits > 0 && candidate.fits * 10 >= m_filled * k_most_in_ten;
}

void ColumnLook::add(std::string_view cell) {
    ++m_rows;
    const std::string text(text::trimmed(cell));
    if (text.empty()) return;
    ++m_filled;
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
    const auto consider = [&](Candidate& candidate, bool (*fits)(const std::string&)) {
        if (!candidate.is_out) judge(candidate, fits(text), text);
    };
    consider(m_uids, [](const std::string& t) { return is_uid(t); });
    consider(m_emails, is_email);
    consider(m_phones, [](const std::string& t) { return complaint::is_phone(t); });
    consider(m_whole_numbers, is_whole_number);
    consider(m_sums, is_sum);
    constexpr std::size_t k_least_digits = 7;
    const bool is_bare = text::is_number(text) && text.front() != '0';
    if (!is_bare && text::digits_of(text).size() >= k_least_digits) ++m_dialled;
    judge_times(text);
}

void ColumnLook::judge_times(const std::string& cell) {
    for (std::size_t i = 0; i < m_formats.size(); ++i)
        if (auto& how = m_formats[i].how; !how.is_out) judge(how, reads(known_formats()[i], cell), cell);
}

// The plain forms need no format, whatever else reads the same.
std::vector<std::string> ColumnLook::date_formats() const {
    auto best = best_formats();
    if (std::ranges::find(best, std::string()) != best.end()) return {""};
    return best;
}

std::vector<std::string> ColumnLook::best_formats() const {
    std::size_t most = 0;
    for (const auto& format : m_formats)
        if (is(format.how)) most = std::max(most, format.how.fits);
    std::vector<std::string> best;
    for (const auto& format : m_formats)
        if (is(format.how) && format.how.fits == most) best.push_back(format.text);
    return best;
}

// Short texts that come again and again.
bool ColumnLook::is_vocabulary() const {
    return !m_has_too_many_words && !m_words.empty() && m_filled >= 2 * m_words.size();
}

Look ColumnLook::look() const {
    if (m_filled == 0) return Look::nothing;
    if (is(m_uids)) return Look::uids;
    if (is(m_emails)) return Look::emails;
    if (!date_formats().empty()) return Look::times;
    if (is(m_phones) && m_dialled * 2 > m_filled) return Look::phones;
    if (is(m_whole_numbers) && !is_vocabulary()) return Look::whole_numbers;
    if (is(m_sums) && !is_vocabulary()) return Look::sums;
    return is_vocabulary() ? Look::words : Look::texts;
}

bool ColumnLook::may_be(Look look) const {
    const auto* candidate = candidate_of(look);
    return candidate != nullptr && is(*candidate);
}

const ColumnLook::Candidate* ColumnLook::candidate_of(Look look) const {
    switch (look) {
    case Look::uids:
        return &m_uids;
    case Look::emails:
        return &m_emails;
    case Look::phones:
        return &m_phones;
    case Look::whole_numbers:
        return &m_whole_numbers;
    case Look::sums:
        return &m_sums;
    case Look::times:
        if (const auto formats = date_formats(); !formats.empty())
            for (const auto& format : m_formats)
                if (format.text == formats.front()) return &format.how;
        return nullptr;
    case Look::nothing:
    case Look::words:
    case Look::texts:
        return nullptr;
    }
    return nullptr;
}

const std::vector<std::string>& ColumnLook::misfits() const {
    static const std::vector<std::string> k_none;
    const auto* candidate = candidate_of(look());
    return candidate == nullptr ? k_none : candidate->misfits;
}

std::string ColumnLook::description() const {
    const auto unique = [&](std::string_view what) {
        return fmt::format("{}{}", is_unique() ? "unique " : "", what);
    };
    switch (look()) {
    case Look::nothing:
        return "nothing";
    case Look::uids:
        return "UUIDs";
    case Look::emails:
        return "e-mail addresses";
    case Look::phones:
        return "telephone numbers";
    case Look::whole_numbers:
        return unique("whole numbers");
    case Look::sums:
        return "sums of money";
    case Look::words:
        return text::plural(m_words.size(), "word");
    case Look::texts:
        return fmt::format("{}, up to {}", unique("texts"), text::plural(m_longest, "character"));
    case Look::times:
        break;
    }
    auto formats = best_formats();
    if (formats.size() > 1) std::erase(formats, std::string());
    std::ranges::replace(formats, std::string(), std::string("times as we write them"));
    return text::alternatives(formats);
}

} // namespace reklamaatio::exchange
