// SPDX-License-Identifier: GPL-3.0-or-later
// Tags: short words of the firm's own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::complaint {

// "b;a;b" → {"a", "b"}: sorted, each once, blanks around them and empty ones dropped.
std::vector<std::string> split_tags(std::string_view text);
std::string joined_tags(const std::vector<std::string>& tags);

// Throws BadValue for a tag with a semicolon, a comma or a control character, or an empty one.
void check_tag(std::string_view tag);

// The tags with some added and some taken away; taking away wins.
std::vector<std::string> changed_tags(std::vector<std::string> tags, const std::vector<std::string>& added,
                                      const std::vector<std::string>& taken);

} // namespace reklamaatio::complaint
