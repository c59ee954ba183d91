// SPDX-License-Identifier: GPL-3.0-or-later
// Telephone numbers as people write them.
#pragma once

#include <string>
#include <string_view>

namespace reklamaatio::complaint {

// Whether it is a number with what people write in it, in front ("tel:", "puh.") and behind ("ext. 12"): at least three
// figures, five behind a plus, and not zeros alone.
bool is_dialled(std::string_view text);

// Likewise, and long enough to tell people apart: it can be nothing but a telephone number.
bool is_phone(std::string_view text);

// The number in clean form: plain (text::plain), without what stands in front, and without parentheses around the
// country; with its extension as it was written. Throws BadValue for what is none, and for what is certainly more than one.
std::string read_phone(std::string_view text);

// Digits with the country's code in front: "+358 40 123", "00358 40 123" and, in FI, "040 123" are the same.
// What does not name its country is read as people dial in `country` (ISO 3166), or left as it is where that
// is unknown. Where a number can be read in two ways it is left as it is: two numbers are rather not
// recognised than mixed up. Without the extension. Empty when there are fewer than five digits.
std::string phone_key(std::string_view phone, std::string_view country);

// The figures of the extension: "12" of "09 123 456 ext. 12". Empty where there is none.
std::string phone_extension(std::string_view phone);

// Whether two numbers are one with one extension, perhaps written otherwise: they have a key and share it.
bool is_one_phone(std::string_view phone, std::string_view other, std::string_view country);

// Whether two numbers can be dialled to reach one person: they have a key and share it, and do not name two
// extensions.
bool may_be_one_phone(std::string_view phone, std::string_view other, std::string_view country);

} // namespace reklamaatio::complaint
