// SPDX-License-Identifier: GPL-3.0-or-later
// What makes two addresses or numbers the same.
#pragma once

#include "complaint/complaint.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::complaint {

// Lower case, without blanks around it.
std::string email_key(std::string_view email);

// Digits with the country's code in front: "+358 40 123", "00358 40 123" and, in FI, "040 123" are the same.
// What does not name its country is read as people dial in `country` (ISO 3166), or left as it is where that
// is unknown. Where a number can be read in two ways it is left as it is: two numbers are rather not
// recognised than mixed up. Whoever has an extension is another than who has the number alone: "09 123 456
// ext 5" has "x5" behind it. Empty when there are fewer than five digits.
std::string phone_key(std::string_view phone, std::string_view country);

// Whether it is digits, what people write between them, and perhaps an extension.
bool is_dialled(std::string_view text);
// Throws BadValue for what is not.
void check_phone(std::string_view phone);

// Likewise, and long enough to tell people apart: it can be nothing but a telephone number.
bool is_phone(std::string_view text);

// Whether two names can be those of one person: the words of the one are among those of the other. Case and
// accents make no difference, and no name fits every name.
bool may_be_one(std::string_view name, std::string_view other);

// "Maija Meikäläinen <maija@example.fi>", "maija@example.fi", "040 123 4567" or "Maija Meikäläinen". Throws
// BadValue for an address without an @ or with blanks.
Customer parse_customer(std::string_view text);

// Throws BadValue for what is not an e-mail address.
void check_email(std::string_view email);

} // namespace reklamaatio::complaint
