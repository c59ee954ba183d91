// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/tags.hpp"

#include "complaint/error.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::complaint {

namespace {

void sort_and_unite(std::vector<std::string>& tags) {
    std::ranges::sort(tags);
    // Not std::ranges::unique, which clang 14 cannot compile.
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
}

} // namespace

std::vector<std::string> split_tags(std::string_view text) {
    std::vector<std::string> tags;
    while (!text.empty()) {
        const auto end = text.find(';');
        std::string_view tag = text.substr(0, end);
        while (tag.starts_with(' '))
            tag.remove_prefix(1);
        while (tag.ends_with(' '))
            tag.remove_suffix(1);
        if (!tag.empty()) tags.emplace_back(tag);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    sort_and_unite(tags);
    return tags;
}

std::string joined_tags(const std::vector<std::string>& tags) {
    return fmt::format("{}", fmt::join(tags, ";"));
}

void check_tag(std::string_view tag) {
    const auto unfit = [](unsigned char c) { return c == ';' || c == ',' || c < ' ' || c == 0x7f; };
    if (tag.empty() || tag.front() == ' ' || tag.back() == ' ' || std::ranges::any_of(tag, unfit))
        throw BadValue(fmt::format("'{}' is not a tag; write one word or several, without ; and ,", tag));
}

std::vector<std::string> changed_tags(std::vector<std::string> tags, const std::vector<std::string>& added,
                                      const std::vector<std::string>& taken) {
    tags.insert(tags.end(), added.begin(), added.end());
    std::erase_if(tags, [&](const std::string& tag) { return std::ranges::find(taken, tag) != taken.end(); });
    sort_and_unite(tags);
    return tags;
}

} // namespace reklamaatio::complaint
