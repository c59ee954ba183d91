// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of letters, as mail programs write them.
#pragma once

#include "time/pattern_fields.hpp"
#include "time/scan.hpp"

namespace reklamaatio::time {

// A date-time of RFC 5322, 3.3, and of old programs, 4.3: "Tue, 3 Nov 2026 09:12:44 +0200", perhaps without the weekday or
// the seconds, with a year of two digits, with GMT or a North American zone, and with comments. Other
// names of zones, and the letters that stand for zones, Z excepted, are none: senders never agreed on what they mean.
bool read_mail_date(Scanner& scanner, Found& found);

} // namespace reklamaatio::time
