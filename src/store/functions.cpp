// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/functions.hpp"

#include "complaint/leftover.hpp"
#include "complaint/mailbox.hpp"
#include "complaint/phone.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/search_words.hpp"

#include <new>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace reklamaatio::store {

namespace {

// A function from text to text, as SQL calls it. Nothing may be thrown through C.
template <std::string (*convert)(std::string_view)>
void converted(sqlite3_context* context, int, sqlite3_value** arguments) noexcept {
    const auto* bytes = sqlite3_value_text(arguments[0]);
    if (bytes == nullptr && sqlite3_value_type(arguments[0]) == SQLITE_NULL)
        return sqlite3_result_null(context);
    if (bytes == nullptr) return sqlite3_result_error_nomem(context);
    try {
        const auto size = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
        const std::string result = convert({reinterpret_cast<const char*>(bytes), size});
        sqlite3_result_text64(context, result.data(), result.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

bool add(sqlite3* connection, const char* name, void (*function)(sqlite3_context*, int, sqlite3_value**)) {
    constexpr int k_arguments = 1;
    constexpr int k_kind = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    return sqlite3_create_function_v2(connection, name, k_arguments, k_kind, nullptr, function, nullptr,
                                      nullptr, nullptr)
           == SQLITE_OK;
}

} // namespace

bool add_functions(sqlite3* connection) {
    return add(connection, "folded", converted<text::folded>)
           && add(connection, "search_words", converted<text::search_words>)
           && add(connection, "leftovers_as_data", converted<complaint::leftovers_as_data>)
           && add(connection, "email_key", converted<complaint::email_key>)
           && add(connection, "phone_extension", converted<complaint::phone_extension>)
           && add(connection, "figures", converted<text::digits_of>);
}

} // namespace reklamaatio::store
