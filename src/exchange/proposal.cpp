// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/proposal.hpp"

#include "exchange/likely_fields.hpp"
#include "exchange/likely_words.hpp"
#include "text/plural.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

bool has(const Detection& detection, std::string_view name) {
    return std::ranges::any_of(detection.columns, [&](const DetectedColumn& column) {
        return column.goes_to(name) || (column.also != nullptr && column.also->name == name);
    });
}

// A source that is called phone or e-mail is how the complaint came, and what is called #1001 is no person.
const Field* meant_by(const DetectedColumn& column, const FieldSet& fields) {
    const auto* meant = fields.of_header(column.name);
    if (meant != nullptr && meant->name == "customer" && column.look.are_numbered())
        return field_named("ref");
    const auto is_channel = [](const auto& word) { return !likely_word("channel", word.first).empty(); };
    const bool tells_channels =
        meant != nullptr && meant->name == "source" && std::ranges::any_of(column.look.words(), is_channel);
    return tells_channels ? field_named("channel") : meant;
}

// Where the type of the field says how its cells must look.
bool looks_as(const DetectedColumn& column, const Field& meant) {
    switch (meant.type()) {
    case complaint::FieldType::instant:
    case complaint::FieldType::given_due:
        return column.look.may_be(Look::times);
    case complaint::FieldType::money:
        return column.look.may_be(Look::sums);
    case complaint::FieldType::integer:
        return column.look.may_be(Look::whole_numbers);
    default:
        return meant.name != "remedy" || !column.look.may_be(Look::sums);
    }
}

// Where not one word is ours, or most likely one of ours, the column only has the name of the field.
bool is_another_vocabulary(const DetectedColumn& column, const Field& meant) {
    return !meant.words().empty() && std::ranges::none_of(column.look.words(), [&](const auto& word) {
        return meant.knows(word.first) || !likely_word(meant.name, word.first).empty();
    });
}

void propose(Detection& detection, DetectedColumn& column, const Field& meant) {
    if (has(detection, meant.name) && meant.name != "tags") {
        column.rivals.push_back(&meant);
        return;
    }
    column.field = &meant;
    column.is_guess = meant.name == "ref" && column.look.are_numbered()
                      && detection.fields->of_header(column.name) != &meant;
}

// What is called as a field of ours is, and looks as such a field may. Tags of one name are one list.
void propose_by_name(Detection& detection) {
    for (auto& column : detection.columns) {
        const auto* meant = meant_by(column, *detection.fields);
        if (meant == nullptr || column.look.filled() == 0 || !looks_as(column, *meant)
            || is_another_vocabulary(column, *meant))
            continue;
        propose(detection, column, *meant);
    }
}

bool has_an_end(const Detection& detection) {
    return std::ranges::any_of(detection.columns, [](const DetectedColumn& column) {
        return column.look.filled() > 0 && (column.goes_to("closed_at") || column.goes_to("resolved_at"));
    });
}

// Other files of that system may fill what is empty in this one. What each complaint needs, or is known by, goes there `last`, where no
// column that has something is that. An empty status would say that nothing is over, where the times say that it is.
void propose_empty(Detection& detection, bool last) {
    constexpr std::array<std::string_view, 7> k_last{"ref",     "id",   "uid",   "received_at",
                                                     "subject", "text", "status"};
    for (auto& column : detection.columns) {
        const auto* meant = detection.fields->of_header(column.name);
        if (meant == nullptr || column.look.filled() > 0) continue;
        if ((std::ranges::find(k_last, meant->name) != k_last.end()) != last) continue;
        if (has(detection, meant->name) && meant->name != "tags") continue;
        if (meant->name != "status" || !has_an_end(detection)) column.field = meant;
    }
}

void propose_by_look(Detection& detection, const LikelyField& likely) {
    const auto& field = *field_named(likely.field);
    for (auto& column : detection.columns) {
        if (!column.goes_nowhere() || !is_likely(likely, column.name, column.look)) continue;
        if (is_another_vocabulary(column, field)) continue;
        if (field.name == "ref"
            && (!column.look.is_unique() || has(detection, "uid") || has(detection, "id")))
            continue;
        column.field = &field;
        column.is_guess = true;
        return;
    }
}

bool is_called_timestamp(const DetectedColumn& column) {
    return has_part(column.name, "timestamp|aikaleima");
}

DetectedColumn* longest_text(Detection& detection) {
    DetectedColumn* longest = nullptr;
    for (auto& column : detection.columns)
        if (column.field == nullptr && column.look.look() == Look::texts && !is_called_timestamp(column)
            && (longest == nullptr || column.look.longest() > longest->look.longest()))
            longest = &column;
    return longest;
}

void take_as(DetectedColumn* column, std::string_view field) {
    if (column == nullptr) return;
    column->field = field_named(field);
    column->is_guess = true;
}

// The day and the time of day in two columns, one behind the other.
void join_times_of_day(Detection& detection) {
    for (std::size_t i = 1; i < detection.columns.size(); ++i) {
        auto& column = detection.columns[i];
        const auto& before = detection.columns[i - 1];
        if (column.look.look() != Look::times_of_day || column.field != nullptr || before.field == nullptr
            || !before.look.are_dates())
            continue;
        column.field = before.field;
        column.is_guess = true;
    }
}

class Doubts {
  public:
    explicit Doubts(Detection& detection) : m_detection(detection) {}

    void add() {
        for (const auto& column : m_detection.columns)
            add_of(column);
        add_open_formats(m_detection.date_formats, "");
        for (const auto& [field, formats] : m_detection.date_formats_of)
            add_open_formats(formats, fmt::format(" of {}", field->name));
        if (!has(m_detection, "received_at"))
            doubt("no column looks like received_at, without which nothing can be imported");
        if (!has(m_detection, "subject") && !has(m_detection, "text"))
            doubt("no column looks like subject or text, one of which is needed");
        if (has_ended_ones() && !has(m_detection, "closed_at") && !has(m_detection, "resolved_at"))
            doubt("some are over, and no column looks like closed_at or resolved_at: say when they ended");
        if (!has(m_detection, "uid") && !has(m_detection, "ref") && !has(m_detection, "id"))
            doubt("no column looks like ref: the same file would be imported again");
        if (!m_detection.utc_columns.empty())
            doubt("the times are taken for UTC by the name of {}",
                  text::listed(m_detection.utc_columns, "and"));
        if (m_detection.dialect.quote == '\0' && m_detection.dialect.escape != '\0')
            doubt("backslashes are taken for those of a database, which writes line ends and tabs with them");
        if (!m_detection.encoding.others.empty())
            doubt("the encoding may be {} or {}", m_detection.encoding.encoding,
                  text::alternatives(m_detection.encoding.others));
        if (m_detection.skip_last_lines > 0)
            doubt("{} at the end {} not of the table", text::plural(m_detection.skip_last_lines, "line"),
                  text::one_or_many(m_detection.skip_last_lines, "is", "are"));
    }

  private:
    void add_of(const DetectedColumn& column) {
        if (column.goes_nowhere() && column.look.filled() > 0 && is_called_timestamp(column))
            doubt("{} is written in no form of times that is known here: map it, and give its date_format",
                  column.key);
        const bool is_due =
            column.field != nullptr && column.field->type() == complaint::FieldType::given_due;
        if (is_due && column.look.rows() > 0 && column.look.filled() == 0)
            doubt("{} is empty, which says of each complaint that it has no target", column.key);
        if (column.is_guess)
            doubt("{} is taken for {} by what it looks like", column.key, column.field->name);
        if (column.also != nullptr)
            doubt("{} is taken for {} as well, since some rows have no other", column.key, column.also->name);
        for (const auto* rival : column.rivals)
            doubt("{} would be {} as well, which another column is", column.key, rival->name);
        add_unknown_words(column);
    }

    // No row can be read without one; where the plain forms read them, none is needed.
    void add_open_formats(const DetectedFormats& formats, const std::string& whose) {
        if (formats.size() > 1 && std::ranges::find(formats, std::string()) == formats.end())
            doubt("the file does not tell how the times{} are written, {}: choose one in the profile, which "
                  "imports nothing before",
                  whose, text::alternatives(formats));
    }

    bool has_ended_ones() const {
        const auto is_end = [](const auto& word) {
            const auto ours = likely_word("status", word.first);
            return ours == "closed" || ours == "resolved";
        };
        return std::ranges::any_of(m_detection.columns, [&](const DetectedColumn& column) {
            return column.goes_to("status") && std::ranges::any_of(column.look.words(), is_end);
        });
    }

    // Of a closed vocabulary, words that are none of ours.
    void add_unknown_words(const DetectedColumn& column) {
        if (column.field == nullptr || column.field->words().empty()) return;
        std::vector<std::string> guessed, unknown;
        for (const auto& [word, count] : column.look.words()) {
            if (column.field->knows(word) || stands_for_none(word)) continue;
            const bool is_guessed = !likely_word(column.field->name, word).empty();
            (is_guessed ? guessed : unknown).push_back(word);
        }
        ask_which(column, guessed, "the profile has a guess, marked");
        ask_which(column, unknown, "the profile has no guess");
    }

    void ask_which(const DetectedColumn& column, const std::vector<std::string>& words,
                   std::string_view what_there_is) {
        if (words.empty()) return;
        doubt("{} needs you: which of {} {} {}? {}", column.key, text::alternatives(column.field->words()),
              text::one_or_many(words.size(), "is", "are"), text::listed(words, "and"), what_there_is);
    }

    template <typename... Parts>
    void doubt(fmt::format_string<Parts...> form, Parts&&... parts) {
        m_detection.doubts.push_back(fmt::format(form, std::forward<Parts>(parts)...));
    }

    Detection& m_detection;
};

} // namespace

void propose_columns(Detection& detection) {
    propose_by_name(detection);
    propose_empty(detection, false);
    for (const auto& likely : likely_fields())
        if (!has(detection, likely.field) && !has(detection, likely.unless))
            propose_by_look(detection, likely);
    if (!has(detection, "subject") && !has(detection, "text")) take_as(longest_text(detection), "text");
    propose_empty(detection, true);
    join_times_of_day(detection);
}

void propose_after(const Trial& trial, Detection& detection) {
    detection.stale_ends = trial.stale_ends;
    if (trial.ends_of_resolved > 0 && !has(detection, "resolved_at"))
        for (auto& column : detection.columns)
            if (column.goes_to("closed_at")) column.also = field_named("resolved_at");
    if (trial.textless == 0) return;
    const auto sorts = [](const DetectedColumn& column) {
        return column.goes_to("category") || column.goes_to("product");
    };
    const auto sorting = std::ranges::find_if(detection.columns, sorts);
    if (!has(detection, "subject") && sorting != detection.columns.end())
        sorting->also = field_named("subject");
    else
        take_as(longest_text(detection), "text");
}

void add_doubts(Detection& detection) {
    Doubts(detection).add();
}

} // namespace reklamaatio::exchange
