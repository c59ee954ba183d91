// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handling_command.hpp"

#include "casework/meanwhile.hpp"
#include "casework/own_fields.hpp"
#include "cli/complaint_list.hpp"
#include "cli/typed_line.hpp"
#include "complaint/effort.hpp"
#include "complaint/refusal.hpp"
#include "store/complaints.hpp"
#include "store/events.hpp"
#include "store/overviews.hpp"
#include "store/parts.hpp"
#include "time/effort.hpp"
#include "view/tables/complaint_table.hpp"
#include "view/words/letter_head.hpp"
#include "view/words/meanwhile_text.hpp"
#include "view/words/refusal_text.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

// What changes nothing and says nothing is no event, and what only says something is a note.
std::optional<complaint::Event> said_or_done(complaint::Event event) {
    if (!event.changes.empty() || !event.parts.empty()) return event;
    if (!event.message) return std::nullopt;
    if (event.message->direction == complaint::Direction::note) event.kind = complaint::EventKind::noted;
    return event;
}

// All that is in the way is told at once, a line for each; then nothing of it was done, not of the others
// either.
void check_nothing_is_in_the_way(const std::vector<complaint::Refusal>& refusals, std::size_t count) {
    if (refusals.empty()) return;
    if (count == 1) throw refusals.front();
    std::string lines;
    host::Concern concern{host::Cause::several_refused};
    for (const auto& refusal : refusals) {
        lines += view::refusal_text(refusal) + '\n';
        for (auto& id : complaint::ids_in(refusal))
            if (std::ranges::find(concern.ids, id) == concern.ids.end()) concern.ids.push_back(std::move(id));
    }
    throw host::Failure(host::ExitStatus::refused,
                        fmt::format("{}none of the {} complaints was changed", lines, count),
                        std::move(concern));
}

} // namespace

// What was decided, with what it took; that is told by the first event.
HandlingCommand::Decided HandlingCommand::with_effort(Decided decided, const complaint::Complaint& before,
                                                      std::chrono::minutes took) {
    if (!decided.events.empty())
        decided.events.front() =
            complaint::with_effort(std::move(decided.events.front()), before.effort_minutes, took);
    return decided;
}

bool HandlingCommand::says_something(const std::optional<std::string>& text) {
    return text && text->find_first_not_of(" \t") != std::string::npos;
}

std::string HandlingCommand::ids_help() const {
    const auto ids = std::string(k_ids_help);
    return takes_text() ? ids + "; behind them may stand TEXT instead of -m TEXT, in quotes" : ids;
}

void HandlingCommand::declare(Options& options) {
    if (takes_ids()) options.arguments("ID", m_ids, ids_help());
    declare_own(options);
    m_message.declare(options, message_help());
    options.text("--at", "TIME", m_at, "when it happened, if earlier");
    if (takes_effort())
        options.value(
            "--took", "LENGTH", {}, [this](const std::string& text) { m_took = time::parse_effort(text); },
            took_help());
    options.flag("--dry-run", m_dry_run, "show what would change, and change nothing");
    m_wordy = options_of_words(options.rows());
}

void HandlingCommand::prepare(const host::Environment& environment) {
    m_arguments = environment.arguments;
    if (takes_text()) take_text();
    if (takes_ids()) part_words();
    m_typed = m_ids;
    if (std::ranges::count(m_ids, "-") + int{m_message.is_on_input()} > 1)
        throw host::UsageError("standard input can be read only once: as the ids or as the message");
    m_ids = names_customers() ? with_words_on_input(m_ids, environment.in)
                              : with_standard_input(m_ids, environment.in);
}

// note 8 "two are left": the last argument, where it can be no complaint. Several words were not put in quotes.
void HandlingCommand::take_text() {
    if (m_ids.size() < 2 || m_message.is_said()) return;
    if (!is_sentence(m_ids.back()) || is_sentence(*(m_ids.end() - 2))) return;
    const bool is_of_option = meant_line(m_arguments, {m_ids.back()}, m_wordy).loose.empty();
    if (is_of_option) return;
    m_message.take(m_ids.back());
    m_ids.pop_back();
}

// "Kiitos" is no complaint: where words stand behind ids, an option was forgotten.
void HandlingCommand::part_words() {
    const auto first = std::ranges::find_if(m_ids, is_word);
    if (first == m_ids.begin()) check_are_complaints(m_ids);
    m_words.assign(first, m_ids.end());
    m_ids.erase(first, m_ids.end());
    if (!m_words.empty() && !takes_words()) refuse_words(m_words);
}

void HandlingCommand::refuse_words(const std::vector<std::string>& words) const {
    const auto meant = meant_line(m_arguments, words, m_wordy);
    if (meant.loose.empty()) refuse_unquoted(words);
    if (m_message.is_said() && words_go_with() == "-m")
        throw host::UsageError(fmt::format("'{}' is not a complaint; words go with -m, all of them in quotes",
                                           meant.loose.front()));
    throw host::UsageError(fmt::format("'{}' is not a complaint; words go with {}: {}", meant.loose.front(),
                                       words_go_with(), meant.behind(words_go_with())));
}

void HandlingCommand::refuse_unquoted(const std::vector<std::string>& words, std::string_view needs) const {
    throw host::UsageError(fmt::format("'{}' is one argument too many; words with blanks go in quotes: {}{}",
                                       words.back(), meant_line(m_arguments, words, m_wordy).in_place(),
                                       needs));
}

std::vector<std::string> HandlingCommand::words_from(std::size_t from) const {
    const auto first = m_ids.begin() + static_cast<std::ptrdiff_t>(std::min(from, m_ids.size()));
    return {std::find_if(first, m_ids.end(), is_word), m_ids.end()};
}

void HandlingCommand::ask(const host::Environment& environment, const Settings& settings) {
    ask_own(environment, settings);
    m_message.prepare(environment, [&] { return comments(environment, settings); });
}

void HandlingCommand::copy_input_from(const Command& asking) {
    const auto& other = dynamic_cast<const HandlingCommand&>(asking);
    m_ids = other.m_ids;
    m_words = other.m_words;
    m_arguments = other.m_arguments;
    m_typed = other.m_typed;
    m_caller = other.m_caller;
    m_message.take_for_granted();
}

void HandlingCommand::adopt(const Command& rehearsal) {
    const auto& other = dynamic_cast<const HandlingCommand&>(rehearsal);
    m_concerned = other.m_concerned;
    m_known = other.m_known;
}

// Which complaints, how they stand, and what is to be written of them.
std::string HandlingCommand::comments(const host::Environment& environment, const Settings& settings) const {
    const std::string asked = fmt::format("Write above this line: {}.", message_help());
    if (m_concerned.empty()) return asked;
    auto store = store::Store::open_for_reading(settings.db);
    auto desk = desk_at(store, environment, settings, "");
    return fmt::format("{}\n{}", view::letter_head(desk, m_concerned), asked);
}

complaint::Occasion HandlingCommand::occasion(Session& session) const {
    const time::Instant now = session.desk().now();
    const time::Instant at =
        session.moment("--at", m_at, time::DateMeans::beginning, time::Direction::past).value_or(now);
    const complaint::Occasion when{at, now, session.desk().zone(), session.desk().actor()};
    if (at > now) complaint::refuse<complaint::Reason::in_the_future>(when.told(at), when.told(now));
    return when;
}

std::optional<time::Instant> HandlingCommand::deadline(Session& session, const std::string& option,
                                                       const std::optional<std::string>& text) {
    constexpr std::chrono::days k_farthest{3'653};
    const auto at = session.moment(option, text, time::DateMeans::end, time::Direction::future);
    if (at && *at > session.desk().now() + k_farthest)
        throw host::UsageError(
            fmt::format("{}: {} is more than ten years away; write a nearer time", option, *text));
    return at;
}

host::ExitStatus HandlingCommand::change_each(
    Session& session, const std::vector<std::string>& ids,
    const std::function<complaint::Event(const complaint::Complaint&, const complaint::Occasion&)>& decide) {
    show_changed(session,
                 record_each(session, ids,
                             [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
                                 return Decided{{decide(complaint, occasion)}, ""};
                             }));
    return host::ExitStatus::done;
}

std::vector<HandlingCommand::Changed> HandlingCommand::record_each(
    Session& session, const std::vector<std::string>& ids,
    const std::function<Decided(const complaint::Complaint&, const complaint::Occasion&)>& decide) {
    const auto when = occasion(session);
    const auto known = std::exchange(m_known, store::last_event(session.desk().database()));
    std::vector<Changed> changed;
    std::vector<complaint::Refusal> refusals;
    const auto complaints = session.desk().complaints(ids);
    const auto shares = complaint::shared(m_took, complaints.size());
    auto share = shares.begin();
    for (const auto& before : complaints) {
        m_concerned.push_back(before.id);
        tell_of_others(session, before.id, known);
        try {
            const auto decided = with_effort(decide(before, when), before, *share++);
            Changed made{before, before, {}, decided.why, decided.rest};
            for (const auto& each : decided.events) {
                const auto event = said_or_done(each);
                if (!event) continue;
                tell_of_replaced(session, before.id, *event);
                rulebook::check_words(session.desk().policy().words, made.after, *event);
                auto entry = session.desk().ledger().record(made.after, *event);
                made.after = std::move(entry.complaint);
                made.plan = std::move(entry.plan);
                if (!made.event) made.event = event;
            }
            changed.push_back(std::move(made));
        } catch (const complaint::Refusal& refusal) {
            refusals.push_back(refusal);
        }
    }
    check_nothing_is_in_the_way(refusals, changed.size() + refusals.size());
    return changed;
}

// Whoever wrote for a while has written to a complaint as it was.
void HandlingCommand::tell_of_others(Session& session, complaint::Id id, std::int64_t known) {
    if (known == 0) return;
    const auto events = casework::events_since(session.desk(), id, known);
    if (!events.empty()) session.tell(view::while_writing_text(session.desk(), id, events));
}

void HandlingCommand::tell_of_replaced(Session& session, complaint::Id id, const complaint::Event& event) {
    if (!session.confirms()) return;
    complaint::Event ours = event;
    ours.complaint = id;
    for (const auto& replaced : casework::replaced_by(session.desk(), ours))
        session.confirm(view::replaced_text(session.desk(), replaced));
}

host::ExitStatus HandlingCommand::change_each_whole(Session& session, const std::vector<std::string>& ids,
                                                    const Decision& decide) {
    return change_each(
        session, ids, [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
            const auto procedure = store::procedure_of(session.desk().database(), complaint.id);
            return decide(complaint, procedure, occasion);
        });
}

void HandlingCommand::show_changed(Session& session, const std::vector<Changed>& changed) {
    if (!session.prints_text()) {
        store::Filter filter;
        for (const auto& each : changed)
            filter.ids.push_back(each.after.id);
        // A filter without ids would show all; no complaint has the number 0.
        if (changed.empty()) filter.ids.push_back({});
        const exchange::FieldSet fields(casework::shown_fields(session.desk()));
        show_complaints(session, filter, {}, view::export_columns(fields));
        return;
    }
    for (const auto& each : changed)
        announce(session, view::confirmation(session.desk(), each, tense(), session.settings().near_times));
}

void HandlingCommand::announce(Session& session, const std::string& sentence) const {
    session.announce(sentence, m_dry_run);
}

} // namespace reklamaatio::cli
