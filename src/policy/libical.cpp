// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/libical.hpp"

#include "complaint/error.hpp"

#include <dlfcn.h>

namespace reklamaatio::policy {

namespace {

// The interface that the headers describe; its number changes with them.
constexpr const char* k_library = "libical.so.3";

[[noreturn]] void refuse() {
    throw complaint::BadValue("cannot be read without the library libical, which is not installed; on Debian "
                              "it is in the package libical3");
}

template <typename Function>
void find(void* library, const char* name, Function& function) {
    function = reinterpret_cast<Function>(::dlsym(library, name));
    if (function == nullptr) refuse();
}

Libical load() {
    // Never closed: ICU does not like to be unloaded.
    void* library = ::dlopen(k_library, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) refuse();
    Libical found{};
    find(library, "icalerror_set_errors_are_fatal", found.set_errors_are_fatal);
    find(library, "icalparser_parse_string", found.parse);
    find(library, "icalcomponent_free", found.free_component);
    find(library, "icalcomponent_isa", found.kind_of);
    find(library, "icalcomponent_get_first_component", found.first_component);
    find(library, "icalcomponent_get_next_component", found.next_component);
    find(library, "icalcomponent_get_first_property", found.first_property);
    find(library, "icalcomponent_get_next_property", found.next_property);
    find(library, "icalcomponent_get_dtstart", found.start_of);
    find(library, "icalcomponent_get_dtend", found.end_of);
    find(library, "icalcomponent_get_summary", found.summary_of);
    find(library, "icalcomponent_get_uid", found.uid_of);
    find(library, "icalcomponent_get_status", found.status_of);
    find(library, "icalcomponent_get_recurrenceid", found.recurrence_id_of);
    find(library, "icalproperty_get_rrule", found.rule_in);
    find(library, "icalproperty_get_rdate", found.added_date_in);
    find(library, "icalproperty_get_exdate", found.excepted_date_in);
    find(library, "icalproperty_get_xlicerror", found.error_in);
    find(library, "icalproperty_get_x_name", found.name_of_extension);
    find(library, "icalproperty_get_x", found.extension_in);
    find(library, "icaltime_is_utc", found.is_utc);
    find(library, "icalrecur_iterator_new", found.new_iterator);
    find(library, "icalrecur_iterator_next", found.next_date);
    find(library, "icalrecur_iterator_free", found.free_iterator);
    // The library aborts by default.
    found.set_errors_are_fatal(0);
    return found;
}

} // namespace

const Libical& libical() {
    static const Libical s_library = load();
    return s_library;
}

} // namespace reklamaatio::policy
