// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/own_texts.hpp"

#include <algorithm>

namespace reklamaatio::complaint {

namespace {

template <typename Texts>
auto place_of(Texts& texts, std::string_view name) {
    return std::ranges::lower_bound(texts, name, {}, &OwnText::name);
}

void note_change(OwnChange& change, const std::string& name, std::string_view before,
                 std::string_view after) {
    if (before == after) return;
    change.before.push_back({name, std::string(before)});
    change.after.push_back({name, std::string(after)});
}

} // namespace

std::string_view text_in(const OwnTexts& texts, std::string_view name) {
    const auto found = place_of(texts, name);
    return found == texts.end() || found->name != name ? std::string_view() : std::string_view(found->text);
}

void set_text(OwnTexts& texts, std::string_view name, std::string_view text) {
    const auto found = place_of(texts, name);
    const bool is_there = found != texts.end() && found->name == name;
    if (text.empty()) {
        if (is_there) texts.erase(found);
    } else if (is_there) {
        found->text = text;
    } else {
        texts.insert(found, {std::string(name), std::string(text)});
    }
}

void set_texts(OwnTexts& texts, const OwnTexts& changes) {
    for (const auto& [name, text] : changes)
        set_text(texts, name, text);
}

OwnChange changed_texts(const OwnTexts& before, const OwnTexts& after) {
    OwnChange change;
    for (const auto& [name, text] : before)
        note_change(change, name, text, text_in(after, name));
    for (const auto& [name, text] : after)
        if (text_in(before, name).empty()) note_change(change, name, "", text);
    std::ranges::sort(change.before, {}, &OwnText::name);
    std::ranges::sort(change.after, {}, &OwnText::name);
    return change;
}

} // namespace reklamaatio::complaint
