// SPDX-License-Identifier: GPL-3.0-or-later
// Help is shown before the rest of the line is judged, and whatever is wrong with it.
#pragma once

#include "host/environment.hpp"

#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace reklamaatio::cli {

// Help wins wherever it stands, also where the rest of the line would not do.
bool asks_for_help(const std::vector<std::string>& arguments);

// Hands `print` where to print and how wide a line may be; long text goes through the pager. Throws Failure (write_error)
// when not every byte was taken.
void show_page(const host::Environment& environment,
               const std::function<void(std::ostream& out, int width)>& print);

// Likewise what is shown without a command: all of them, or the version alone.
void show_front(const host::Environment& environment, bool version);

} // namespace reklamaatio::cli
