// SPDX-License-Identifier: GPL-3.0-or-later
#include "docgen/vocabularies.hpp"

#include "cli/run.hpp"
#include "complaint/alert_record.hpp"
#include "complaint/event.hpp"
#include "complaint/word.hpp"
#include "exchange/field.hpp"
#include "report/reports.hpp"
#include "rulebook/policy.hpp"
#include "store/store.hpp"
#include "time/holidays.hpp"
#include "time/period_words.hpp"
#include "view/tables/complaint_table.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

namespace reklamaatio::docgen {

namespace {

using Words = std::vector<std::string>;

template <typename E>
Words vocabulary() {
    const auto& words = complaint::Vocabulary<E>::k_words;
    return {words.begin(), words.end()};
}

template <typename Rows>
Words names_in(const Rows& rows) {
    Words names;
    for (const auto& row : rows)
        names.emplace_back(row.name);
    return names;
}

Words period_words() {
    Words words;
    for (const auto& row : time::k_period_words)
        words.emplace_back(row.word);
    return words;
}

// What lists have besides the fields of an export.
Words list_columns() {
    Words keys;
    for (const auto& column : view::all_complaint_columns())
        if (exchange::field_named(column.key) == nullptr) keys.push_back(column.key);
    return keys;
}

struct VocabularyRow {
    std::string_view name;
    Words (*words)();
};

constexpr std::array k_vocabularies{
    VocabularyRow{"kind", vocabulary<complaint::Kind>},
    VocabularyRow{"priority", vocabulary<complaint::Priority>},
    VocabularyRow{"harm", vocabulary<complaint::Harm>},
    VocabularyRow{"status", vocabulary<complaint::Status>},
    VocabularyRow{"outcome", vocabulary<complaint::Outcome>},
    VocabularyRow{"settled", vocabulary<complaint::Settled>},
    VocabularyRow{"step", vocabulary<complaint::Step>},
    VocabularyRow{"clock", vocabulary<complaint::Clock>},
    VocabularyRow{"reopen", vocabulary<rulebook::Reopen>},
    VocabularyRow{"event", vocabulary<complaint::EventKind>},
    VocabularyRow{"alert-level", vocabulary<complaint::AlertLevel>},
    VocabularyRow{"remedy",
                  [] {
                      return Words{complaint::k_remedies.begin(), complaint::k_remedies.end()};
                  }},
    VocabularyRow{"report", [] { return names_in(report::k_reports); }},
    VocabularyRow{"grouping", [] { return names_in(report::k_groupings); }},
    VocabularyRow{"period", period_words},
    VocabularyRow{"list-columns", list_columns},
    VocabularyRow{"holidays",
                  [] {
                      return Words{time::k_holiday_set_names.begin(), time::k_holiday_set_names.end()};
                  }},
};

// A folder that goes with everything in it.
class TemporaryFolder {
  public:
    TemporaryFolder() : m_path((std::filesystem::temp_directory_path() / "docgen-XXXXXX").string()) {
        if (::mkdtemp(m_path.data()) == nullptr) throw std::runtime_error("cannot create " + m_path);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::string file(std::string_view name) const { return fmt::format("{}/{}", m_path, name); }

  private:
    std::string m_path;
};

Words words_in(const std::string& text) {
    Words words;
    std::istringstream in(text);
    for (std::string word; in >> word;)
        words.push_back(word);
    return words;
}

std::string output_of(const std::string& database, const std::string& command) {
    const time::FixedClock clock{time::Instant{}};
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const host::PosixShell shell;
    host::Environment environment{{}, in, out, err, {}, false, false, false, 0, clock, "docgen", shell};
    environment.arguments = {"--no-config", "--db", database};
    for (const auto& word : words_in(command))
        environment.arguments.push_back(word);
    if (cli::run(environment) != 0) throw std::runtime_error(command + ": " + err.str());
    return out.str();
}

// Some commands keep their columns to themselves; all of them tell when they are asked.
Words columns_of(const std::string& command) {
    const TemporaryFolder folder;
    const std::string database = folder.file("empty.db");
    output_of(database, "init");
    return words_in(output_of(database, command + " --columns help --format csv --no-header"));
}

Words column_of(const std::string& sql) {
    const time::FixedClock clock{time::Instant{}};
    auto store = store::Store::in_memory([&] { return store::Change{0, clock.now(), "docgen", "init"}; });
    Words words;
    auto query = store.database().query_once(sql);
    while (query.next())
        words.push_back(query.text(0));
    return words;
}

// Views that are for everybody are in the plural; one in the singular feeds the full text.
constexpr const char* k_views = "SELECT name FROM sqlite_master WHERE type = 'view' AND name LIKE '%s'";
constexpr const char* k_columns_of_view = "SELECT name FROM pragma_table_info('{}') ORDER BY cid";

} // namespace

Words words_of(std::string_view vocabulary) {
    for (const auto& row : k_vocabularies)
        if (row.name == vocabulary) return row.words();
    if (vocabulary == "views") return column_of(k_views);
    const auto blank = vocabulary.find(' ');
    const std::string rest(vocabulary.substr(std::min(blank, vocabulary.size() - 1) + 1));
    if (vocabulary.starts_with("columns ")) return columns_of(rest);
    if (vocabulary.starts_with("view ")) return column_of(fmt::format(fmt::runtime(k_columns_of_view), rest));
    throw std::runtime_error(fmt::format("there is no vocabulary '{}'", vocabulary));
}

} // namespace reklamaatio::docgen
