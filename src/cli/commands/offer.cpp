// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/granting.hpp"
#include "cli/grant_options.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "complaint/commitments.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

using complaint::OfferTurn;

class OfferCommand final : public HandlingCommand {
  protected:
    bool takes_ids() const override { return false; }
    std::string message_help() const override {
        return "what the customer is told; with an answer, what the customer said";
    }

    void declare_own(Options& options) override {
        options.arguments("ID", arguments(),
                          "complaints, followed by REMEDY, and by SUM instead of --amount: refund 49.90");
        options.offer_remedies();
        m_grant.declare(options);
        options.text("--valid-until", "TIME", m_valid_until,
                     "how long it stands; a date alone means the end of that day");
        options.text("--await", "REASON", m_await,
                     "wait for the customer to do this; the resolution clock is paused");
        options.words("--step", "STEP", m_steps, "steps that this completes, comma-separated");
        options.text("--channel", "CHANNEL", m_channel,
                     "the channel: phone, email, letter...; default: the complaint's own");
        options.flag("--accepted", m_accepted, "the customer takes it");
        options.flag("--declined", m_declined, "the customer does not take it");
        options.text("--wish", "TEXT", m_wish, "for --declined: what the customer wants instead");
        options.mark_prose();
        options.flag("--withdrawn", m_withdrawn, "we take it back");
        options.flag("--paid", m_paid,
                     "the money was paid, for an accepted offer or for a remedy granted by resolve");
        options.number("--number", "N", m_number, "which of several offers; default: the last one");
    }

  public:
    host::ExitStatus run(Session& session) override {
        const int turns = int{m_accepted} + int{m_declined} + int{m_withdrawn} + int{m_paid};
        if (turns > 1)
            throw host::UsageError(
                "--accepted, --declined, --withdrawn and --paid cannot be used together; use only one");
        if (m_wish && !m_declined)
            throw host::UsageError("--wish goes with --declined: what would the customer rather have?");
        return turns == 0 ? make(session) : turn(session);
    }

  private:
    host::ExitStatus make(Session& session) {
        if (m_number)
            throw host::UsageError("--number goes with --accepted, --declined, --withdrawn or --paid");
        if (m_await && m_await->empty())
            throw host::UsageError("--await needs a reason: what is the customer to do?");
        if (ids().size() < 2)
            throw host::UsageError(
                "offer needs complaints and a remedy: reklamaatio offer R-12 refund --amount 49.90");
        const auto remedy = remedy_in(session);
        read_sum({remedy + 1, ids().end()});
        m_grant.read(session);
        const std::vector<std::string> references(ids().begin(), remedy);
        complaint::NewOffer made;
        made.remedy = *remedy;
        made.amount = m_grant.amount();
        made.currency = m_grant.currency().value_or("");
        made.valid_until = deadline(session, "--valid-until", m_valid_until);
        made.approved_by = m_grant.approved_by();
        made.channel = m_channel.value_or("");
        made.message = message();
        made.await = m_await;
        made.steps = m_steps;
        return change_each_whole(session, references,
                                 [&](const complaint::Complaint& complaint,
                                     const complaint::Procedure& procedure,
                                     const complaint::Occasion& occasion) {
                                     m_grant.check_authority(session, complaint, procedure);
                                     return complaint::offer(complaint, procedure, made, occasion);
                                 });
    }

    using Word = std::vector<std::string>::const_iterator;

    Word remedy_in(Session& session) const {
        const auto is_remedy = [&](const std::string& word) {
            return casework::is_remedy(session.desk(), word);
        };
        const auto remedy = std::find_if(ids().begin() + 1, ids().end(), is_remedy);
        if (remedy == ids().end()) refuse_remedy(session);
        return remedy;
    }

    // What stands where the remedy is to be: the first argument that is no complaint.
    [[noreturn]] void refuse_remedy(Session& session) const {
        constexpr std::array<std::string_view, 4> k_turns{"accepted", "declined", "withdrawn", "paid"};
        const auto other = std::find_if_not(ids().begin() + 1, ids().end(), names_complaints);
        const auto& word = other == ids().end() ? ids().back() : *other;
        if (std::ranges::find(k_turns, word) != k_turns.end())
            throw host::UsageError(
                fmt::format("'{}' is not a remedy but the outcome of an offer; run reklamaatio offer {} --{}",
                            word, ids().front(), word));
        session.desk().policy().words.check(rulebook::Listed::remedies, word);
        throw host::UsageError("offer needs a remedy: reklamaatio offer R-12 refund --amount 49.90");
    }

    // "refund 49.90 EUR": what it costs. Words behind it, or alone, were meant for the customer.
    void read_sum(const std::vector<std::string>& rest) {
        if (rest.empty()) return;
        const auto words = std::ranges::find_if(rest, is_word);
        const bool may_be_currency = words != rest.begin() && words + 1 == rest.end();
        if (words != rest.end() && !may_be_currency) refuse_words({words, rest.end()});
        m_grant.take_sum(fmt::format("{}", fmt::join(rest, " ")));
    }

    host::ExitStatus turn(Session& session) {
        m_grant.read(session);
        check_turn(session);
        complaint::OfferNews news;
        if (const auto words = words_from(1); !words.empty()) refuse_words(words);
        news.turn = m_accepted    ? OfferTurn::accepted
                    : m_declined  ? OfferTurn::declined
                    : m_withdrawn ? OfferTurn::withdrawn
                                  : OfferTurn::paid;
        news.number = m_number;
        news.wish = m_wish.value_or("");
        news.channel = m_channel.value_or("");
        news.message = message();
        news.amount = m_grant.amount();
        news.currency = m_grant.currency().value_or("");
        news.approved_by = m_grant.approved_by();
        return change_each_whole(session, ids(),
                                 [&](const complaint::Complaint& complaint,
                                     const complaint::Procedure& procedure,
                                     const complaint::Occasion& occasion) {
                                     m_grant.check_authority(session, complaint, procedure);
                                     auto event = complaint::turn_offer(complaint, procedure, news, occasion);
                                     casework::check_acceptance(session.desk(), complaint, procedure, event,
                                                                m_grant.approved_by());
                                     return event;
                                 });
    }

    void check_turn(Session& session) const {
        const bool is_approved = m_accepted && m_grant.is_approval_alone();
        if (m_grant.any() && (m_declined || m_withdrawn || (!m_grant.amount() && !is_approved)))
            throw host::UsageError(
                "--amount, --currency and --approved-by go with a new offer, or, with the sum of one "
                "that had none, with --accepted or --paid; --approved-by goes with --accepted alone as well");
        if (m_valid_until || m_await || !m_steps.empty())
            throw host::UsageError("--valid-until, --await and --step go with a new offer");
        if (m_channel && (m_withdrawn || m_paid))
            throw host::UsageError(
                "--channel goes with a new offer or the customer's answer; tell the customer "
                "with reklamaatio contact");
        if (casework::is_remedy(session.desk(), ids().back()))
            throw host::UsageError(fmt::format(
                "an answer needs no remedy; leave '{}' out, --number says which of several offers",
                ids().back()));
    }

    GrantOptions m_grant;
    std::optional<std::string> m_valid_until, m_await, m_channel, m_wish;
    std::vector<complaint::Step> m_steps;
    std::optional<std::int64_t> m_number;
    bool m_accepted = false, m_declined = false, m_withdrawn = false, m_paid = false;
};

} // namespace

extern constexpr CommandRow k_offer{
    "offer",
    Group::handling,
    Access::write,
    "offer a remedy, or log the answer to it",
    R"(A remedy is not always money. An offer is a message to the customer and has a number in its complaint. The
customer accepts it, or declines it, perhaps with another wish: then comes the next offer. Answers are those
of the last offer unless --number names one. With --await the complaint waits for the answer to this offer; where it
waits already, it goes on waiting, for the newest. Above what you may grant alone, say who approved it:
--approved-by.)",
    {{{"reklamaatio offer R-12 discount --amount 49,90 --valid-until +14d", "money, until a day"},
      {"reklamaatio offer R-12 --declined --wish \"a new leg\" -m \"Haluan uuden jalan\"",
       "what would be right"},
      {"reklamaatio offer R-12 --accepted", "and later --paid"}}},
    make<OfferCommand>};

} // namespace reklamaatio::cli
