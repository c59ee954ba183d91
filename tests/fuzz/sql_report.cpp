// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever somebody asks the database in SQL, it is refused or answered, and the database is as it was.
#include "complaint/error.hpp"
#include "store/error.hpp"
#include "store/sql_question.hpp"
#include "store/store.hpp"
#include "text/fold.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace reklamaatio;

namespace {

store::Store& asked() {
    static auto store = store::Store::in_memory([] {
        return store::Change{0, time::Instant{}, "fuzz", "init"};
    });
    return store;
}

std::int64_t changes() {
    auto query = asked().database().query("SELECT total_changes() + (SELECT count(*) FROM sqlite_schema)");
    query.next();
    return query.integer(0);
}

// A statement may well take for ever, or all of the memory; whoever writes it waits, or ends it.
bool may_be_long(const std::string& sql) {
    const auto folded = text::folded(sql);
    for (const char* word : {"with", "blob", "printf", "format", "replace", "join", "group_concat", "json"})
        if (folded.find(word) != std::string::npos) return true;
    return sql.size() > 300;
}

void ask(const std::string& sql) {
    const std::array<store::Parameter, 3> known{{{":from", "2026-11-01T00:00:00Z"},
                                                 {":until", "2026-12-01T00:00:00Z"},
                                                 {":now", "2026-11-30T12:00:00Z"}}};
    constexpr int k_most_rows = 50;
    store::SqlQuestion question(asked().database(), sql, known);
    const auto width = static_cast<int>(question.columns().size());
    for (int rows = 0; rows < k_most_rows && question.next(); ++rows)
        for (int column = 0; column < width; ++column)
            question.value(column);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto before = changes();
    const std::string sql(reinterpret_cast<const char*>(data), size);
    if (may_be_long(sql)) return 0;
    try {
        ask(sql);
    } catch (const store::BadSql&) {
    }
    if (changes() != before) std::abort();
    return 0;
}
