// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/shown_text.hpp"

#include "render/writer.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"

#include <fmt/format.h>

namespace reklamaatio::render {

namespace {

constexpr std::string_view k_nothing = "–";

class ShownText {
  public:
    explicit ShownText(const time::Zone& zone) : m_zone(zone) {}

    std::string operator()(std::monostate) const { return std::string(k_nothing); }
    std::string operator()(const std::string& text) const { return text::visible_line(text); }
    std::string operator()(std::int64_t number) const { return plain_text(number); }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
    std::string operator()(time::Instant instant) const { return time::display_absolute(instant, m_zone); }
    std::string operator()(time::Date date) const { return time::to_iso(date); }
    std::string operator()(Amount amount) const { return plain_text(amount); }
    std::string operator()(const Number& number) const { return number.text; }
    std::string operator()(Length length) const {
        return length.is_working_time ? time::display_hours(length.seconds)
                                      : time::display_length(length.seconds);
    }
    std::string operator()(Share share) const {
        const auto [part, whole] = share;
        if (whole == 0) return std::string(k_nothing);
        // Told apart from what merely rounds to 100.0.
        if (part == whole) return fmt::format("100 % ({}/{})", part, whole);
        return fmt::format("{:.1f} % ({}/{})", 100.0 * static_cast<double>(part) / static_cast<double>(whole),
                           part, whole);
    }

  private:
    const time::Zone& m_zone;
};

} // namespace

std::string shown_text(const Value& value, const time::Zone& zone) {
    return std::visit(ShownText{zone}, value);
}

} // namespace reklamaatio::render
