// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of the manual that no table has. Pages:
//
//   = reklamaatio-dates 7 how points in time are written     (the first line)
//   # HEADING        ## Subheading        paragraphs between empty lines
//   : `term`         and what is said of it in the lines below
//       four blanks: as typed
//   @insertion argument, and of @meanings in the lines below a word each with its meaning; with two blanks in
//   front it belongs to the item above
#pragma once

#include "docgen/page.hpp"

#include <string_view>
#include <vector>

namespace reklamaatio::docgen {

// A text that is no page of its own, by its first line: "= reklamaatio-import", "# policy.toml". Throws
// std::runtime_error when there is none.
std::string_view text_named(std::string_view name);

// Whether there is one.
bool has_text(std::string_view name);

// The pages that are no command's.
std::vector<ManPage> written_pages();

// What a text says, at the end of the page.
void write_text(ManPage& page, std::string_view text);

} // namespace reklamaatio::docgen
