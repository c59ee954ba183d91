// SPDX-License-Identifier: GPL-3.0-or-later
// The few functions of libical that we call, found when they are needed: the library brings ICU with it, and
// linking them would make every start of the program load both (2.2 ms instead of 1.1).
#pragma once

#include <libical/ical.h>

namespace reklamaatio::policy {

struct Libical {
    decltype(&icalerror_set_errors_are_fatal) set_errors_are_fatal;
    decltype(&icalparser_parse_string) parse;
    decltype(&icalcomponent_free) free_component;
    decltype(&icalcomponent_isa) kind_of;
    decltype(&icalcomponent_get_first_component) first_component;
    decltype(&icalcomponent_get_next_component) next_component;
    decltype(&icalcomponent_get_first_property) first_property;
    decltype(&icalcomponent_get_next_property) next_property;
    decltype(&icalcomponent_get_dtstart) start_of;
    decltype(&icalcomponent_get_dtend) end_of;
    decltype(&icalcomponent_get_summary) summary_of;
    decltype(&icalcomponent_get_uid) uid_of;
    decltype(&icalcomponent_get_status) status_of;
    decltype(&icalcomponent_get_recurrenceid) recurrence_id_of;
    decltype(&icalproperty_get_rrule) rule_in;
    decltype(&icalproperty_get_rdate) added_date_in;
    decltype(&icalproperty_get_exdate) excepted_date_in;
    decltype(&icalproperty_get_xlicerror) error_in;
    decltype(&icalproperty_get_x_name) name_of_extension;
    decltype(&icalproperty_get_x) extension_in;
    decltype(&icaltime_is_utc) is_utc;
    decltype(&icalrecur_iterator_new) new_iterator;
    decltype(&icalrecur_iterator_next) next_date;
    decltype(&icalrecur_iterator_free) free_iterator;
};

// Loaded once and kept. Throws complaint::BadValue where it is not installed.
const Libical& libical();

} // namespace reklamaatio::policy
