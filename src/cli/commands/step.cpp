// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class StepCommand final : public HandlingCommand {
  protected:
    bool takes_ids() const override { return false; }
    std::string message_help() const override { return "what was done"; }

    void declare_own(Options& options) override {
        options.arguments(
            "ID", arguments(),
            "complaints, followed by STEP: empathise, understand, apologise, fix or compensate");
        options.offer_words(complaint::Vocabulary<complaint::Step>::k_words);
        options.text("--what", "TEXT", m_what, "for understand: what happened");
        options.text("--where", "TEXT", m_where, "for understand: where it happened");
        options.text("--why", "TEXT", m_why, "for understand: why it happened");
    }

  public:
    host::ExitStatus run(Session& session) override {
        std::vector<std::string> references = ids();
        if (references.size() < 2)
            throw host::UsageError(
                "step needs complaints and what was done: reklamaatio step R-12 apologise");
        const auto named = std::ranges::find_if(references.begin() + 1, references.end(), is_step);
        if (named != references.end() && named + 1 != references.end())
            refuse_words({named + 1, references.end()});
        if (references.back().find(',') != std::string::npos)
            throw host::UsageError(
                fmt::format("step takes one step at a time, not '{}'; several go with --step of "
                            "contact, offer or resolve",
                            references.back()));
        const auto step = complaint::parse_word<complaint::Step>(references.back());
        references.pop_back();
        if (step != complaint::Step::understand && (m_what || m_where || m_why))
            throw host::UsageError("--what, --where and --why go with the step understand; use -m TEXT");
        const complaint::StepTaken taken{step, m_what.value_or(""), m_where.value_or(""), m_why.value_or("")};
        return change_each_whole(session, references,
                                 [&](const complaint::Complaint& complaint,
                                     const complaint::Procedure& procedure,
                                     const complaint::Occasion& occasion) {
                                     return complaint::step(complaint, procedure, taken, message(), occasion);
                                 });
    }

  private:
    static bool is_step(const std::string& text) {
        return complaint::find_word<complaint::Step>(text).has_value();
    }

    std::optional<std::string> m_what, m_where, m_why;
};

} // namespace

extern constexpr CommandRow k_step{
    "step",
    Group::handling,
    Access::write,
    "record a handling step",
    R"(Empathise, understand, apologise, fix, compensate: the steps of good handling.
Understanding says what was found out: what, where, why, or a message. A step done again is recorded again; what
was found out earlier stays where nothing new is said. The policy may require steps before resolve.)",
    {{{"reklamaatio step R-12 apologise -m \"Pahoittelin puhelimessa\"", "with what was done"},
      {"reklamaatio step R-12 understand --what \"glass broke\" --why \"thermal shock\"",
       "what was found out"},
      {"reklamaatio step R-12..R-15 fix", "several at once"}}},
    make<StepCommand>};

} // namespace reklamaatio::cli
