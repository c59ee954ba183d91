// SPDX-License-Identifier: GPL-3.0-or-later
// Who is meant by what people write.
#pragma once

#include "complaint/complaint.hpp"

#include <string_view>

namespace reklamaatio::complaint {

// Whether two names can be those of one person: the words of the one are among those of the other. Case and
// accents make no difference, and no name fits every name.
bool may_be_one(std::string_view name, std::string_view other);

// A mailbox (read_mailbox), "040 123 4567" (read_phone) or "Maija Meikäläinen" (read_name). Throws BadValue for an
// address that is none.
Customer parse_customer(std::string_view text);

} // namespace reklamaatio::complaint
