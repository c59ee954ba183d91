// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of a file into values, strictly: what does not fit throws complaint::BadValue.
#pragma once

#include "complaint/own_field.hpp"
#include "exchange/draft.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace reklamaatio::exchange {

// Digits without sign, blanks and leading zeros.
std::int64_t read_integer(const std::string& text, std::int64_t least, std::int64_t most);

// By the pattern of the file, or the plain forms. Throws time::Error for a year outside of time::check_year().
time::Instant read_instant(const std::string& text, const Reading& reading);

// The same for a time until which something is due: a date alone is the end of that day.
time::Instant read_due(const std::string& text, const Reading& reading);

// A value of a firm's own field in the form that is stored.
std::string read_own_text(const complaint::OwnField& field, const std::string& text, const Reading& reading);

void take_amount(Draft& draft, const std::string& text, const Reading& reading);
void take_currency(Draft& draft, const std::string& text, const Reading& reading);
void take_customer_value(Draft& draft, const std::string& text, const Reading& reading);
// A mailbox gives both name and address, to either column.
void take_customer(Draft& draft, const std::string& text, const Reading& reading);
// Of the complaint, and of its customer.
void take_customer_id(Draft& draft, const std::string& text, const Reading& reading);
void take_customer_type(Draft& draft, const std::string& text, const Reading& reading);
void take_email(Draft& draft, const std::string& text, const Reading& reading);
void take_id(Draft& draft, const std::string& text, const Reading& reading);
void take_left_undone(Draft& draft, const std::string& text, const Reading& reading);
void take_merged_into(Draft& draft, const std::string& text, const Reading& reading);
void take_phone(Draft& draft, const std::string& text, const Reading& reading);
void take_public(Draft& draft, const std::string& text, const Reading& reading);
void take_resolution_due(Draft& draft, const std::string& text, const Reading& reading);
void take_resolution_left(Draft& draft, const std::string& text, const Reading& reading);
void take_tags(Draft& draft, const std::string& text, const Reading& reading);
void take_uid(Draft& draft, const std::string& text, const Reading& reading);
void take_waiting_until(Draft& draft, const std::string& text, const Reading& reading);
void take_waiting_minutes(Draft& draft, const std::string& text, const Reading& reading);
void take_effort(Draft& draft, const std::string& text, const Reading& reading);

} // namespace reklamaatio::exchange
