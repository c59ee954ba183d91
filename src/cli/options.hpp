// SPDX-License-Identifier: GPL-3.0-or-later
// The options and arguments of a command, declared once: what the parser takes, and what help, manual and
// completion say.
#pragma once

#include "complaint/word.hpp"
#include "host/failure.hpp"

#include <charconv>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reklamaatio::cli {

struct OptionRow {
    std::string names{}; // "-m,--message", declared without its letter; of an argument its name: "ID"
    std::string value{}; // "TEXT"; empty for a flag and for an argument
    std::string help{};  // a clause without its full stop
    std::vector<std::string> words{}; // what may stand there, or usually does; for completion
    bool is_argument = false;
    bool is_required = false;
    bool is_repeatable = false;
    bool is_prose = false; // blanks at its ends are a part of it
    // Words that people type there for something else, and the line that they mean, behind the name of the program.
    std::vector<std::pair<std::string_view, std::string_view>> other_words{};
    // Whether a word that has no place in the line may be a value of this option; null: none is.
    bool (*may_mean)(const std::string& word) = nullptr;
    // Gets each value, in order, and trimmed unless it is a file's name or prose; of a flag, an empty one. May throw complaint::BadValue or time::Error.
    std::function<void(const std::string&)> take{};

    // Whether people write several words there, such as a reason or a cause.
    bool takes_words() const;
    // "--message" of "-m,--message".
    std::string long_name() const { return names.substr(names.rfind(',') + 1); }
};

// "-m", "--message" and the like: the names of the options whose values have several words.
std::vector<std::string> options_of_words(std::span<const OptionRow> rows);

class Options {
  public:
    void flag(std::string names, bool& into, std::string help) {
        add({.names = std::move(names), .help = std::move(help), .take = [&into](const std::string&) {
                 into = true;
             }});
    }

    void text(std::string names, std::string value, std::optional<std::string>& into, std::string help) {
        add({.names = std::move(names),
             .value = std::move(value),
             .help = std::move(help),
             .take = [&into](const std::string& text) { into = text; }});
    }

    void texts(std::string names, std::string value, std::vector<std::string>& into, std::string help) {
        add({.names = std::move(names),
             .value = std::move(value),
             .help = std::move(help),
             .is_repeatable = true,
             .take = [&into](const std::string& text) { into.push_back(text); }});
    }

    // One word of a vocabulary; the help ends with its words.
    template <typename E>
    void word(std::string names, std::string value, std::optional<E>& into, std::string help) {
        this->value(
            std::move(names), std::move(value), complaint::Vocabulary<E>::k_words,
            [&into](const std::string& text) { into = complaint::parse_word<E>(text); }, std::move(help));
    }

    // What `take` reads, which may throw BadValue.
    void value(std::string names, std::string value, std::span<const std::string_view> words,
               std::function<void(const std::string&)> take, std::string help, bool repeatable = false) {
        add({.names = std::move(names),
             .value = std::move(value),
             .help = with_words(std::move(help), words),
             .words = {words.begin(), words.end()},
             .is_repeatable = repeatable,
             .take = std::move(take)});
    }

    // Several: repeated, or with commas.
    template <typename E>
    void words(std::string names, std::string value, std::vector<E>& into, std::string help) {
        this->value(
            std::move(names), std::move(value), complaint::Vocabulary<E>::k_words,
            [&into](const std::string& text) {
                for (const auto& part : parts_of(text))
                    into.push_back(complaint::parse_word<E>(part));
            },
            std::move(help), true);
    }

    // What was declared last is written in sentences, and not trimmed.
    void mark_prose() { m_rows.back().is_prose = true; }

    // Several texts: repeated, or with commas.
    void list(std::string names, std::string value, std::vector<std::string>& into, std::string help) {
        add({.names = std::move(names),
             .value = std::move(value),
             .help = std::move(help),
             .is_repeatable = true,
             .take = [&into](const std::string& text) {
                 for (auto& part : named_parts_of(text))
                     into.push_back(std::move(part));
             }});
    }

    // Several texts that may have commas of their own: each as it is typed. Throws BadValue for an empty one.
    void whole_texts(std::string names, std::string value, std::vector<std::string>& into, std::string help) {
        add({.names = std::move(names),
             .value = std::move(value),
             .help = std::move(help),
             .is_repeatable = true,
             .take = [&into](const std::string& text) { into.push_back(some_text(text)); }});
    }

    // What completion offers for the option or argument that was declared last; other words are taken as
    // well.
    void offer_words(std::span<const std::string_view> words) {
        m_rows.back().words.assign(words.begin(), words.end());
    }
    // Likewise of the remedies; the help ends with them.
    void offer_remedies();
    // What somebody means who types another word there.
    void point_from(std::string_view word, std::string_view line) {
        m_rows.back().other_words.emplace_back(word, line);
    }
    // Which words without a place may be meant for it.
    void recognise(bool (*may_mean)(const std::string& word)) { m_rows.back().may_mean = may_mean; }

    void number(std::string names, std::string value, std::optional<std::int64_t>& into, std::string help);
    void number_argument(std::string name, std::optional<std::int64_t>& into, std::string help) {
        number(std::move(name), "", into, std::move(help));
        m_rows.back().is_argument = true;
    }

    // One of a list of words that is no enumeration; the help ends with them.
    void choice(std::string names, std::string value, std::vector<std::string> words, std::string noun,
                std::optional<std::string>& into, std::string help);

    // A flag that stands for a value of another option.
    void shorthand(std::string names, std::string stands_for, std::optional<std::string>& into,
                   std::string help) {
        add({.names = std::move(names),
             .help = std::move(help),
             .take = [&into, stands_for](const std::string&) { into = stands_for; }});
    }

    void argument(std::string name, std::optional<std::string>& into, std::string help,
                  bool required = false) {
        add({.names = std::move(name),
             .help = std::move(help),
             .is_argument = true,
             .is_required = required,
             .take = [&into](const std::string& text) { into = text; }});
    }

    // An argument that is one of a list of words, each of which the help explains.
    void choice_argument(std::string name, std::vector<std::string> words, std::string noun,
                         std::optional<std::string>& into, std::string help, bool required = false) {
        choice(std::move(name), "", std::move(words), std::move(noun), into, "");
        m_rows.back().help = std::move(help);
        m_rows.back().is_argument = true;
        m_rows.back().is_required = required;
    }

    void arguments(std::string name, std::vector<std::string>& into, std::string help, bool required = true) {
        add({.names = std::move(name),
             .help = std::move(help),
             .is_argument = true,
             .is_required = required,
             .is_repeatable = true,
             .take = [&into](const std::string& text) { into.push_back(text); }});
    }

    // One that was declared elsewhere, or is yet without its letter.
    void add(OptionRow row);

    const std::vector<OptionRow>& rows() const { return m_rows; }

    static std::vector<std::string> parts_of(const std::string& text);
    // The same text. Throws BadValue when it is empty.
    static const std::string& some_text(const std::string& text);
    // Throws BadValue when one of them is empty.
    static std::vector<std::string> named_parts_of(const std::string& text);

  private:
    // "how serious it is meant: praise, remark, complaint or claim".
    static std::string with_words(std::string help, std::span<const std::string_view> words);

    std::vector<OptionRow> m_rows;
};

} // namespace reklamaatio::cli
