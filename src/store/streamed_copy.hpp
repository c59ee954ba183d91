// SPDX-License-Identifier: GPL-3.0-or-later
// A copy of a database that comes through a pipe.
#pragma once

#include "store/open_file.hpp"

#include <istream>

namespace reklamaatio::store {

// Writes it into an empty file, which is called as the stream is. Whether it is whole is known from verifying it. Throws
// StoreError for what is no copy, such as `backup` makes: unreachable where nothing comes, not_ours, and damaged where it ends too
// early or goes on behind its end; and where it cannot be read or written.
void take_copy(std::istream& in, const OpenFile& into);

} // namespace reklamaatio::store
