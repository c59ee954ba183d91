// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/error.hpp"
#include "complaint/tags.hpp"
#include "policy/sections.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::BadValue;
using rulebook::Listed;

std::vector<std::string> read_list(toml::Reader& reader, Listed what) {
    std::vector<std::string> words;
    reader.with_each(complaint::word(what), [&](const std::string& text) {
        if (text.empty()) throw BadValue("'' is not a word; remove it");
        if (what == Listed::tags) complaint::check_tag(text);
        if (std::ranges::find(words, text) != words.end())
            throw BadValue(fmt::format("'{}' is listed twice; remove one", text));
        words.push_back(text);
    });
    const toml::Node list = reader.table()[complaint::word(what)];
    // Remedies are added to those that the program knows.
    if (list.is_list() && list.count() == 0 && what != Listed::remedies)
        reader.faults().add(
            list.place(), fmt::format("{} is empty, so every word would be refused; add words, or remove it",
                                      reader.called(complaint::word(what))));
    return words;
}

} // namespace

void read_word_lists(toml::Reader& file, rulebook::Policy& policy) {
    const toml::Node table = file.subtable("vocabulary", "[vocabulary]");
    if (!table) return;
    toml::Reader reader(table, "[vocabulary]", file.faults());
    for (const auto what : complaint::values<Listed>())
        if (reader.find(complaint::word(what))) policy.words.close(what, read_list(reader, what));
    reader.finish();
}

} // namespace reklamaatio::policy
