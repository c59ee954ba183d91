// SPDX-License-Identifier: GPL-3.0-or-later
// A document as one page of HTML: without scripts, and without anything that would be fetched.
#pragma once

#include "render/document.hpp"
#include "render/markup.hpp"
#include "time/zone.hpp"

#include <ostream>

namespace reklamaatio::render {

// Well-formed as XML, too. Times are in the zone.
void write_html(const Document& document, std::ostream& out, const time::Zone& zone);

// Adds a table; nothing where it has no rows. Columns with neither heading nor text are left out.
void add_html_table(Markup& page, const Table& table, const time::Zone& zone, std::string_view label);

} // namespace reklamaatio::render
