// SPDX-License-Identifier: GPL-3.0-or-later
#include "docgen/vocabularies.hpp"

#include "complaint/alert_record.hpp"
#include "complaint/event.hpp"
#include "complaint/word.hpp"
#include "report/reports.hpp"
#include "rulebook/policy.hpp"
#include "time/holidays.hpp"
#include "time/period_words.hpp"

#include <array>
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
    VocabularyRow{"term-for", vocabulary<rulebook::TermFor>},
    VocabularyRow{"silence", vocabulary<complaint::Silence>},
    VocabularyRow{"reopen", vocabulary<rulebook::Reopen>},
    VocabularyRow{"event", vocabulary<complaint::EventKind>},
    VocabularyRow{"body", vocabulary<rulebook::BodyKind>},
    VocabularyRow{"alert-level", vocabulary<complaint::AlertLevel>},
    VocabularyRow{"remedy",
                  [] {
                      return Words{complaint::k_remedies.begin(), complaint::k_remedies.end()};
                  }},
    VocabularyRow{"report", [] { return names_in(report::k_reports); }},
    VocabularyRow{"grouping", [] { return names_in(report::k_groupings); }},
    VocabularyRow{"period", period_words},
    VocabularyRow{"holidays",
                  [] {
                      return Words{time::k_holiday_set_names.begin(), time::k_holiday_set_names.end()};
                  }},
};

} // namespace

Words words_of(std::string_view vocabulary) {
    for (const auto& row : k_vocabularies)
        if (row.name == vocabulary) return row.words();
    throw std::runtime_error(fmt::format("there is no vocabulary '{}'", vocabulary));
}

} // namespace reklamaatio::docgen
