// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/leftover_text.hpp"

#include "complaint/error.hpp"
#include "text/append.hpp"
#include "text/plural.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::view {

namespace {

using complaint::Leftover;
using complaint::LeftoverKind;

std::vector<std::string> named(const std::vector<Leftover>& left, LeftoverKind kind) {
    std::vector<std::string> names;
    for (const auto& one : left)
        if (one.kind == kind) names.push_back(one.what);
    return names;
}

std::string remedy_of(std::span<const complaint::Offer> offers, const std::string& number) {
    const auto found = std::ranges::find_if(
        offers, [&](const complaint::Offer& offer) { return std::to_string(offer.number) == number; });
    return found == offers.end() ? "" : ", " + found->remedy;
}

// "an open promise (P1)", "the steps understand, fix left to do"; of one kind.
std::string text_of(LeftoverKind kind, const std::vector<std::string>& names,
                    std::span<const complaint::Offer> offers) {
    std::vector<std::string> shown;
    for (const auto& name : names)
        shown.push_back(kind == LeftoverKind::promise ? "P" + name
                        : kind == LeftoverKind::offer ? name + remedy_of(offers, name)
                                                      : name);
    const auto count = names.size();
    switch (kind) {
    case LeftoverKind::promise:
        return fmt::format("{} ({})", text::one_or_many(count, "an open promise", "open promises"),
                           fmt::join(shown, "; "));
    case LeftoverKind::offer:
        return fmt::format("{} ({})", text::one_or_many(count, "an open offer", "open offers"),
                           fmt::join(shown, "; "));
    case LeftoverKind::step:
        break;
    }
    return fmt::format("the {} {} left to do", text::one_or_many(count, "step", "steps"),
                       fmt::join(shown, ", "));
}

// The command for the first of them, which stands for each.
std::string way_out(LeftoverKind kind, const std::vector<std::string>& names, const std::string& complaint) {
    const auto& first = names.front();
    const auto command = [&]() -> std::string {
        switch (kind) {
        case LeftoverKind::promise:
            return fmt::format("promise {} P{} --kept, --broken or --withdrawn", complaint, first);
        case LeftoverKind::offer:
            return fmt::format("offer {} --number {} --accepted, --declined or --withdrawn", complaint,
                               first);
        case LeftoverKind::step:
            break;
        }
        return fmt::format("step {} {} -m TEXT", complaint, first);
    }();
    return command + (names.size() == 1 ? "" : ", and so on");
}

} // namespace

std::string leftover_text(const std::vector<Leftover>& left, std::span<const complaint::Offer> offers) {
    std::string text;
    for (const auto kind : complaint::values<LeftoverKind>())
        if (const auto names = named(left, kind); !names.empty())
            text::append(text, text_of(kind, names, offers), "; ");
    return text;
}

std::string leftover_text(std::string_view left_undone, std::span<const complaint::Offer> offers) {
    try {
        return leftover_text(complaint::parse_leftovers(left_undone), offers);
    } catch (const complaint::BadValue&) {
        return std::string(left_undone); // somebody wrote to the database by hand
    }
}

std::string ways_out_text(const std::vector<Leftover>& left, std::span<const complaint::Offer> offers,
                          const std::string& complaint) {
    std::string each;
    for (const auto kind : complaint::values<LeftoverKind>())
        if (const auto names = named(left, kind); !names.empty())
            text::append(
                each,
                fmt::format("{}: use {}", text_of(kind, names, offers), way_out(kind, names, complaint)),
                "; ");
    return each;
}

} // namespace reklamaatio::view
