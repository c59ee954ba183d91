// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "complaint/danger.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class Note final : public HandlingCommand {
  protected:
    void declare_own(Options& options) override {
        options.text("--reported", "WHERE", m_reported,
                     "an authority was told of a danger to people: which, and what it calls the report");
        options.text("--not-reportable", "BECAUSE", m_because,
                     "of a danger to people: why no authority need be told");
    }
    bool takes_text() const override { return true; }
    std::string message_help() const override { return "the note"; }

  public:
    host::ExitStatus run(Session& session) override {
        check();
        return change_each(
            session, ids(), [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
                if (!m_reported && !m_because) return complaint::note(complaint, message(), occasion);
                return complaint::report_danger(complaint, {m_reported.value_or(""), m_because.value_or("")},
                                                message(), occasion);
            });
    }

  private:
    void check() const {
        if (m_reported && m_because)
            throw host::UsageError("--reported and --not-reportable cannot be used together; leave one out");
        check_has_words("--reported", m_reported, "where it was reported: --reported \"Safety Gateway 88\"");
        check_has_words("--not-reportable", m_because, "the reason: why no authority need be told");
        if (message().empty() && took().count() == 0 && !m_reported && !m_because)
            throw host::UsageError(
                "note needs its text: -m TEXT, -m - or -e; or how long work took: --took 15m");
    }

    static void check_has_words(std::string_view option, const std::optional<std::string>& text,
                                std::string_view what) {
        if (text && !says_something(text)) throw host::UsageError(fmt::format("{} needs {}", option, what));
    }

    std::optional<std::string> m_reported, m_because;
};

} // namespace

extern constexpr CommandRow k_note{
    "note",
    Group::handling,
    Access::write,
    "add an internal note",
    R"(An internal note: the customer does not see it, and no clock takes it into account. It is
found by list --text. Without a text it says only how long somebody worked on it: --took 15m.

Where people are in danger (--harm safety or injury), --reported says which authority was told, and ends the clock authority;
--not-reportable says why none need be told.)",
    {{{"reklamaatio note R-12 -m \"Varastossa kaksi jäljellä\"", "one note"},
      {"reklamaatio note R-12 -e", "in the editor"},
      {"reklamaatio note R-12 --reported \"Safety Gateway 88\"", "an authority was told of the danger"}}},
    make<Note>};

} // namespace reklamaatio::cli
