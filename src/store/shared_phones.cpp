// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/shared_phones.hpp"

namespace reklamaatio::store {

namespace {

// However many have it, no more than two are looked at.
#define REKLAMAATIO_HOLDERS "(SELECT count(*) FROM (SELECT 1 FROM customer WHERE phone_key = :key LIMIT 2))"
constexpr const char* k_take =
    "INSERT OR IGNORE INTO shared_phone (phone_key) SELECT :key WHERE " REKLAMAATIO_HOLDERS " = 2";
constexpr const char* k_drop =
    "DELETE FROM shared_phone WHERE phone_key = :key AND " REKLAMAATIO_HOLDERS " < 2";
#undef REKLAMAATIO_HOLDERS

#define REKLAMAATIO_SHARED                                                                                   \
    "SELECT phone_key FROM customer INDEXED BY customer_by_phone WHERE phone_key IS NOT NULL"                \
    " GROUP BY phone_key HAVING count(*) > 1"
constexpr const char* k_forget = "DELETE FROM shared_phone";
constexpr const char* k_make = "INSERT INTO shared_phone (phone_key) " REKLAMAATIO_SHARED;
constexpr const char* k_differing =
    "SELECT 1 FROM (SELECT * FROM (" REKLAMAATIO_SHARED ") EXCEPT SELECT phone_key FROM shared_phone)"
    " UNION ALL SELECT 1 FROM (SELECT phone_key FROM shared_phone EXCEPT SELECT * FROM (" REKLAMAATIO_SHARED
    ")) LIMIT 1";
#undef REKLAMAATIO_SHARED

} // namespace

void take_phone(Database& database, const std::string& key) {
    if (!key.empty()) database.query(k_take).bind(":key", key).run();
}

void drop_phone(Database& database, const std::string& key) {
    if (!key.empty()) database.query(k_drop).bind(":key", key).run();
}

void share_phones_anew(Database& database) {
    database.query(k_forget).run();
    database.query(k_make).run();
}

bool phones_are_shared_as_told(Database& database) {
    return !database.query(k_differing).next();
}

} // namespace reklamaatio::store
