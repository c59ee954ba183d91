// SPDX-License-Identifier: GPL-3.0-or-later
// What the evidence of a column comes to in the end.
#include "exchange/column_look.hpp"
#include "text/plural.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

bool begins_with_day(const std::string& format) {
    return format.find("DD") < format.find("MM");
}

} // namespace

// All days may be the fifth of May, and then people alone know which of the two stands first.
bool ColumnLook::read_alike(const std::vector<std::string>& formats) const {
    std::optional<std::uint64_t> first;
    return std::ranges::all_of(formats, [&](const std::string& text) {
        const auto found = std::ranges::find(m_formats, text, &Format::text);
        if (found == m_formats.end() || begins_with_day(text) != begins_with_day(formats.front()))
            return false;
        if (!first) first = found->instants;
        return found->instants == *first;
    });
}

// The plain forms need no format, whatever else reads the same.
std::vector<std::string> ColumnLook::date_formats() const {
    auto best = best_of(m_formats);
    if (std::ranges::find(best, std::string()) != best.end()) return {""};
    const bool has_others = m_judged > m_epoch_zeros;
    return best.empty() && has_others ? best_of(m_epochs) : best;
}

bool ColumnLook::are_dates() const {
    const auto formats = date_formats();
    if (formats.empty()) return false;
    return formats.front().empty() ? m_with_clock == 0 : time::Pattern(formats.front()).is_of_dates();
}

std::vector<std::string> ColumnLook::clock_formats() const {
    return best_of(m_clocks);
}

std::vector<std::string> ColumnLook::best_of(const std::vector<Format>& formats) const {
    std::size_t most = 0;
    for (const auto& format : formats)
        if (is(format.how)) most = std::max(most, format.how.fits);
    std::vector<std::string> best;
    for (const auto& format : formats)
        if (is(format.how) && format.how.fits == most) best.push_back(format.text);
    return best;
}

// Short texts that come again and again.
bool ColumnLook::is_vocabulary() const {
    return !m_has_too_many_words && !m_words.empty() && m_filled >= 2 * m_words.size();
}

bool ColumnLook::are_times_of_day() const {
    if (clock_formats().empty()) return false;
    const auto is_all = [&](const Format& format) { return format.how.fits == m_judged; };
    return !is(m_sums) || (m_expects_clock && std::ranges::any_of(m_clocks, is_all));
}

Look ColumnLook::look() const {
    if (m_filled == 0) return Look::nothing;
    if (is(m_uids)) return Look::uids;
    if (is(m_emails)) return Look::emails;
    if (!best_of(m_formats).empty()) return Look::times;
    if (are_times_of_day()) return Look::times_of_day;
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
            for (const auto* known : {&m_formats, &m_epochs})
                for (const auto& format : *known)
                    if (format.text == formats.front()) return &format.how;
        return nullptr;
    case Look::times_of_day:
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
    case Look::times_of_day:
        return fmt::format("times of day, {}", text::alternatives(clock_formats()));
    case Look::times:
        break;
    }
    auto formats = best_of(m_formats);
    if (formats.size() > 1) std::erase(formats, std::string());
    if (formats.size() > 1 && read_alike(formats)) formats.resize(1);
    std::ranges::replace(formats, std::string(), std::string("times as we write them"));
    return text::alternatives(formats);
}

} // namespace reklamaatio::exchange
