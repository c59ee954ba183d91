// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/measure_look.hpp"

#include "render/shown_text.hpp"
#include "time/effort.hpp"
#include "time/working_day.hpp"

#include <fmt/format.h>

namespace reklamaatio::report {

using render::Tone;
using render::Value;

Value Look::shown(const Figure& figure) const {
    const auto unit = figure.row->unit;
    const bool has_base =
        unit == Unit::number || unit == Unit::rate || (m_bases == Bases::all && unit != Unit::share);
    const auto value = in_words(figure);
    if (!has_base || !figure.denominator || *figure.denominator == 0) return value;
    return fmt::format("{} ({})", render::shown_text(value, m_question.zone), *figure.denominator);
}

Value Look::in_words(const Figure& figure) const {
    const auto* length = std::get_if<render::Length>(&figure.value);
    if (length == nullptr || !length->is_working_time) return figure.value;
    if (figure.row->unit == Unit::effort)
        return time::display_effort(std::chrono::floor<std::chrono::minutes>(length->seconds));
    return time::display_working_length(length->seconds, m_policy.default_calendar());
}

Tone tone_of(std::string_view verdict) {
    if (verdict == "better") return Tone::good;
    if (verdict == "worse") return Tone::bad;
    return Tone::dim;
}

} // namespace reklamaatio::report
