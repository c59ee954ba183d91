// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/leftover.hpp"

#include "complaint/error.hpp"
#include "text/ascii.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

bool is_step(std::string_view word) {
    return find_word<Step>(word).has_value();
}

// Promises and offers are numbered from 1, and nobody makes a million of them.
bool is_ordinal(std::string_view text) {
    constexpr std::size_t k_most_digits = 6;
    return text::is_number(text) && text.size() <= k_most_digits && text.front() != '0';
}

Leftover parse_leftover(std::string_view text) {
    const auto colon = text.find(':');
    if (colon != std::string_view::npos) {
        const auto kind = find_word<LeftoverKind>(text.substr(0, colon));
        const auto what = text.substr(colon + 1);
        if (kind && (*kind == LeftoverKind::step ? is_step(what) : is_ordinal(what)))
            return {*kind, std::string(what)};
    }
    throw BadValue(fmt::format("'{}' is not something left undone; write promise:1, offer:1 or step:fix, "
                               "and ; between several",
                               text));
}

// What stands between the two; nothing when they do not stand there.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
    const auto from = text.find(begin);
    if (from == std::string_view::npos) return {};
    text.remove_prefix(from + begin.size());
    const auto to = text.find(end);
    return to == std::string_view::npos ? std::string_view() : text.substr(0, to);
}

// Each of a list in prose: what stands before its first comma, if there is one.
std::vector<std::string_view> items_of(std::string_view list, std::string_view separator) {
    std::vector<std::string_view> items;
    while (!list.empty()) {
        const auto end = std::min(list.find(separator), list.size());
        const auto item = list.substr(0, end);
        items.push_back(item.substr(0, item.find(',')));
        list.remove_prefix(std::min(end + separator.size(), list.size()));
    }
    return items;
}

std::string_view either(std::string_view one, std::string_view other) {
    return one.empty() ? other : one;
}

} // namespace

std::vector<Leftover> leftovers_of(const Procedure& procedure, const std::vector<Step>& required,
                                   time::Instant now) {
    std::vector<Leftover> left;
    for (const auto& promise : procedure.promises)
        if (state_of(promise) == PromiseState::open)
            left.push_back({LeftoverKind::promise, std::to_string(promise.number)});
    for (const auto& offer : procedure.offers)
        if (state_of(offer, now) == OfferState::proposed)
            left.push_back({LeftoverKind::offer, std::to_string(offer.number)});
    for (const Step step : required)
        if (!is_done(procedure, step)) left.push_back({LeftoverKind::step, std::string(word(step))});
    return left;
}

std::string joined(const std::vector<Leftover>& leftovers) {
    std::string text;
    for (const auto& [kind, what] : leftovers)
        text += fmt::format("{}{}:{}", text.empty() ? "" : ";", word(kind), what);
    return text;
}

std::vector<Leftover> parse_leftovers(std::string_view text) {
    std::vector<Leftover> leftovers;
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size());
        auto leftover = parse_leftover(text.substr(0, end));
        if (std::ranges::find(leftovers, leftover) == leftovers.end())
            leftovers.push_back(std::move(leftover));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return leftovers;
}

std::string leftovers_as_data(std::string_view text) {
    if (text.find(':') != std::string_view::npos) return std::string(text);
    std::vector<Leftover> leftovers;
    for (const auto item : items_of(either(between(text, "open promise (", ")"), //
                                           between(text, "open promises (", ")")),
                                    "; "))
        leftovers.push_back({LeftoverKind::promise, std::string(item.substr(1))});
    for (const auto item :
         items_of(either(between(text, "open offer (", ")"), between(text, "open offers (", ")")), "; "))
        leftovers.push_back({LeftoverKind::offer, std::string(item)});
    for (const auto item : items_of(
             either(between(text, "the step ", " left to do"), between(text, "the steps ", " left to do")),
             ", "))
        leftovers.push_back({LeftoverKind::step, std::string(item)});
    return leftovers.empty() ? std::string(text) : joined(leftovers);
}

} // namespace reklamaatio::complaint
