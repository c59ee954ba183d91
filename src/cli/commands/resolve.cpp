// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/granting.hpp"
#include "casework/resolving.hpp"
#include "cli/grant_options.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "complaint/resolution.hpp"
#include "host/failure.hpp"
#include "text/append.hpp"
#include "text/names.hpp"
#include "text/plural.hpp"
#include "view/words/appeal_text.hpp"
#include "view/words/leftover_text.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

using complaint::Complaint;
using complaint::Occasion;

class Resolve final : public HandlingCommand {
  protected:
    std::string message_help() const override { return "what was decided, and why"; }

    bool takes_words() const override { return true; }
    std::string ids_help() const override {
        return HandlingCommand::ids_help()
               + "; behind them may stand OUTCOME, REMEDY and SUM instead of their options: upheld refund "
                 "49.90";
    }

    void declare_own(Options& options) override {
        options.word("--outcome", "OUTCOME", m_to.outcome, "what we decided");
        options.word("--settled", "WORD", m_to.settled,
                     "whether the customer accepted it, unknown by default");
        options.text("--remedy", "REMEDY", m_to.remedy, "what made it good");
        options.offer_remedies();
        m_grant.declare(options);
        options.text("--cause", "CAUSE", m_to.cause, "what was behind it");
        options.text("--prevent", "TEXT", m_prevent,
                     "what is to be changed so that it does not happen again");
        options.words("--step", "STEP", m_to.steps, "steps that this completes, comma-separated");
        options.text("--channel", "CHANNEL", m_to.channel,
                     "the message went to the customer by this channel and counts as an answer");
        options.flag(
            "--recourse", m_to.tells_recourse,
            "the customer was told whom to turn to against the decision, though the message kept here does "
            "not say it");
        options.text("--not-reportable", "BECAUSE", m_to.not_reportable,
                     "of a danger to people: why no authority need be told");
        options.flag(
            "--force", m_to.force,
            "resolve although promises, offers or steps are still open; needs a message that says why");
    }

  public:
    host::ExitStatus run(Session& session) override {
        read(session);
        auto changed = record_each(session, ids(), [&](const Complaint& complaint, const Occasion& occasion) {
            return told(casework::resolve(session.desk(), complaint, m_to, occasion));
        });
        if (m_prevent && !changed.empty()) text::append(changed.back().rest, prevent(session, changed), "; ");
        show_changed(session, changed);
        return host::ExitStatus::done;
    }

  private:
    // The end, and in what it differs from what one might take for granted.
    static Decided told(casework::Ended ended) {
        std::string why = ended.by_offer ? fmt::format("offer {}", *ended.by_offer) : "";
        if (!ended.skipped.empty()) text::append(why, skipped_text(ended.skipped), "; ");
        return {{std::move(ended.event)}, std::move(why), still_missing(ended)};
    }

    // What a person may have forgotten; a script knows what it does.
    static std::string still_missing(const casework::Ended& ended) {
        const auto& after = ended.after;
        const std::string id = to_string(after.id);
        std::string missing;
        if (has_outcome(after.kind) && !after.outcome)
            text::append(missing, fmt::format("the outcome (edit {} --outcome OUTCOME)", id), ", ");
        if (!after.responded_at && !is_anonymous(after))
            text::append(missing, fmt::format("an answer to the customer (contact {} -e)", id), ", ");
        std::string text = after.left_undone.empty()
                               ? ""
                               : "left undone: " + view::leftover_text(after.left_undone, ended.offers);
        text::append(text, missing.empty() ? "" : "still missing: " + missing, "; ");
        if (!ended.untold_recourse.empty())
            text::append(text,
                         fmt::format("the message does not tell whom the customer can turn to: \"{}\"",
                                     ended.untold_recourse),
                         "; ");
        text::append(text, open_tasks_text(ended.tasks), "; ");
        text::append(text, view::appeals_on_text(ended.appeals), "; ");
        return text;
    }

    // "tasks T1 (pekka) and T3 (maria) are still open"; empty for none.
    static std::string open_tasks_text(const std::vector<complaint::Task>& tasks) {
        std::vector<std::string> named;
        for (const auto& task : tasks)
            named.push_back(fmt::format("T{} ({})", task.number, task.owner));
        const auto clause =
            text::one_or_many(named.size(), "task {} is still open", "tasks {} are still open");
        return named.empty() ? "" : fmt::format(fmt::runtime(clause), text::listed(named, "and"));
    }

    static std::string skipped_text(const std::vector<complaint::Step>& skipped) {
        const auto words =
            text::names_of(skipped, [](complaint::Step step) { return complaint::word(step); });
        return fmt::format("without {} {}", text::one_or_many(words.size(), "step", "steps"),
                           fmt::join(words, ", "));
    }

    std::string prevent(Session& session, const std::vector<Changed>& changed) {
        std::vector<Complaint> resolved;
        for (const auto& each : changed)
            resolved.push_back(each.after);
        const auto action = casework::prevent(session.desk(), resolved, *m_prevent, occasion(session));
        return fmt::format("{} {} open, owner {}: {}", to_string(action.id), tense().is(), action.owner,
                           action.text);
    }

    // "upheld refund 49.90": each part may be left out, but a sum is that of a remedy.
    void read_words(Session& session) {
        auto rest = std::span(words());
        const auto take = [&] {
            const auto& word = rest.front();
            rest = rest.subspan(1);
            return word;
        };
        const auto outcome =
            rest.empty() ? std::nullopt : complaint::find_word<complaint::Outcome>(rest.front());
        if (outcome) {
            if (m_to.outcome)
                throw host::UsageError(
                    fmt::format("'{}' and --outcome both say what was decided; leave one out", rest.front()));
            m_to.outcome = outcome;
            take();
        }
        if (rest.empty()) return;
        if (!casework::is_remedy(session.desk(), rest.front())) refuse_words({rest.begin(), rest.end()});
        if (m_to.remedy)
            throw host::UsageError(
                fmt::format("'{}' and --remedy both say what was given; leave one out", rest.front()));
        m_to.remedy = take();
        if (!rest.empty() && std::ranges::all_of(rest, is_word)) refuse_words({rest.begin(), rest.end()});
        if (!rest.empty()) m_grant.take_sum(fmt::format("{}", fmt::join(rest, " ")));
    }

    void read(Session& session) {
        read_words(session);
        m_to.text = message();
        if (m_to.channel && m_to.channel->empty())
            throw host::UsageError("--channel needs a value, such as email");
        if (m_to.not_reportable && !says_something(m_to.not_reportable))
            throw host::UsageError("--not-reportable needs the reason: why no authority need be told");
        if (m_prevent && m_prevent->empty()) throw host::UsageError("--prevent needs what is to be changed");
        m_grant.read(session);
        m_to.amount = m_grant.amount();
        m_to.currency = m_grant.currency();
        m_to.approved_by = m_grant.approved_by();
    }

    complaint::Resolution m_to;
    GrantOptions m_grant;
    std::optional<std::string> m_prevent;
};

} // namespace

extern constexpr CommandRow k_resolve{
    "resolve",
    Group::front,
    Access::write,
    "record the outcome",
    R"(Ends the resolution clock. The decision and its acceptance are two separate facts: --outcome is our decision, --settled
says whether the customer accepted it. The decision may be typed in short, behind the complaints: resolve R-12 upheld refund 49.90.
With --channel the message goes to the customer and counts as an
answer. Where the policy has [recourse], a message that rejects a complaint, wholly or in part, is to carry its sentence: whom
the customer can turn to. Of a danger to people (--harm) an authority must have been told, where the policy has [safety].

Open promises, offers without an answer and steps that the policy requires stand in the way: see to them first,
or give --force and the reason; what was left stays on record. Open tasks of staff do not: they are named, and go on. --prevent begins a preventive action for the
cause; see action.)",
    {{{"reklamaatio resolve R-12 --outcome upheld --remedy replacement --settled yes",
       "made good, and accepted"},
      {"reklamaatio resolve R-13 partly discount 49,90 -s yes",
       "the same in short: a part of the price given back"},
      {"reklamaatio resolve R-14 --outcome upheld --prevent \"wrap the glass\"",
       "so that it does not happen again"}}},
    make<Resolve>};

} // namespace reklamaatio::cli
