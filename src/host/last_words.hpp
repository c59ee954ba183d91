// SPDX-License-Identifier: GPL-3.0-or-later
// What is said when there is not even the memory to tell what is wrong. A library may lack it where nothing can be thrown, as at
// the end of its objects; then the program ends as well as it can.
#pragma once

#include <string_view>

namespace reklamaatio::host {

struct LastWords {
    std::string_view sentence; // with its line end; a literal
    int descriptor;            // to which it is written
    int status;
};

// Until others are told: that nothing was stored (75).
void set_last_words(const LastWords& words);
const LastWords& last_words();

// From now on: that the change stands all the same (74).
void say_that_it_stands();

// From now on the program ends with them where memory is lacking and nothing can be thrown.
void end_with_last_words();

} // namespace reklamaatio::host
