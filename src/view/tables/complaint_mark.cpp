// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/complaint_mark.hpp"

#include <optional>
#include <string>

namespace reklamaatio::view {

namespace {

using complaint::Overview;
using render::Cell;
using render::Signs;
using render::Tone;
using render::Value;

struct Mark {
    std::string_view sign;
    std::string_view in_ascii;
    Tone tone;
};
constexpr Mark k_injury{"✚", "+", Tone::bad};
constexpr Mark k_overdue{"!", "!", Tone::bad};
constexpr Mark k_unanswered{"←", "<", Tone::warn};
constexpr Mark k_waiting{"⏸", "=", Tone::dim};

std::string_view sign_of(const Mark& mark, Signs signs) {
    return signs == Signs::ascii ? mark.in_ascii : mark.sign;
}

std::optional<Mark> mark_of_state(const Overview& overview, time::Instant now) {
    const bool is_past_law = overview.by_law && overview.by_law->due_at < now;
    if (is_past_law || complaint::is_overdue(overview, now)) return k_overdue;
    if (overview.unanswered_since) return k_unanswered;
    if (overview.complaint.status == complaint::Status::waiting) return k_waiting;
    return std::nullopt;
}

Cell marked(const Overview& overview, const std::optional<Mark>& state, Signs signs) {
    const std::string of_state(state ? sign_of(*state, signs) : "");
    if (overview.complaint.harm == complaint::Harm::injury)
        return {Value{std::string(injury_sign(signs)) + of_state}, "", k_injury.tone};
    return {Value{of_state}, "", state ? state->tone : Tone::plain};
}

} // namespace

Cell complaint_mark(const Overview& overview, time::Instant now, Signs signs) {
    return marked(overview, mark_of_state(overview, now), signs);
}

Cell promise_mark(const Overview& overview, bool is_late, Signs signs) {
    return marked(overview, is_late ? std::optional(k_overdue) : std::nullopt, signs);
}

std::string_view injury_sign(Signs signs) {
    return sign_of(k_injury, signs);
}

} // namespace reklamaatio::view
