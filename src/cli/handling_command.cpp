// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handling_command.hpp"

#include "cli/complaint_table.hpp"
#include "cli/event_text.hpp"
#include "cli/sorting.hpp"
#include "complaint/error.hpp"
#include "store/parts.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"

#include <algorithm>
#include <sstream>

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

// All that is in the way is told at once, a line for each; then nothing of it was done.
void check_nothing_is_in_the_way(const std::vector<std::string>& refusals) {
    if (refusals.size() == 1) throw complaint::Refusal(refusals.front());
    if (!refusals.empty()) throw Failure(ExitStatus::refused, fmt::format("{}", fmt::join(refusals, "\n")));
}

std::string subject_line(store::Database& database, complaint::Id id) {
    const auto overview = store::find_overview(database, id).value();
    return fmt::format("{}  {}{}{}\n", to_string(id), text::visible_line(overview.complaint.subject),
                       overview.customer.name.empty() ? "" : ", ",
                       text::visible_line(overview.customer.name));
}

// A line for each complaint among the arguments, the others of which name people, steps and the like. Throws
// complaint::Refusal when the first one, which always is a complaint, is not there: better now than when the
// words are written.
std::string subjects_of(const Settings& settings, const std::vector<std::string>& arguments) {
    if (settings.db.empty()) return "";
    auto store = store::Store::open_for_reading(settings.db);
    std::string lines;
    for (const auto& argument : arguments) {
        try {
            for (const auto& reference : complaint::parse_references(argument))
                for (const auto id : store::ids_of(store.database(), reference))
                    lines += subject_line(store.database(), id);
        } catch (const std::runtime_error&) {
            if (&argument == &arguments.front()) throw;
        }
    }
    return lines.empty() ? "" : lines + "\n";
}

} // namespace

std::vector<std::string> with_standard_input(const std::vector<std::string>& ids, std::istream& in) {
    std::vector<std::string> all;
    for (const auto& id : ids) {
        if (id != "-") {
            all.push_back(id);
            continue;
        }
        std::string text = read_all(in);
        std::ranges::replace(text, ',', ' ');
        std::istringstream words(text);
        for (std::string word; words >> word;)
            all.push_back(word);
    }
    return all;
}

void HandlingCommand::declare(Options& options) {
    if (takes_ids())
        options.arguments(
            "ID", m_ids,
            "complaints: R-124, 124, R-120..R-124, ref:X, with commas; - reads them from standard input");
    declare_own(options);
    m_message.declare(options, message_help());
    options.text("--at", "TIME", m_at, "when it happened, if earlier");
    options.flag("-n,--dry-run", m_dry_run, "show what would change, and change nothing");
}

void HandlingCommand::prepare(const Environment& environment) {
    m_typed = m_ids;
    if (std::ranges::count(m_ids, "-") + int{m_message.is_on_input()} > 1)
        throw UsageError("standard input can be read once only: as the ids or as the message");
    m_ids = with_standard_input(m_ids, environment.in);
}

void HandlingCommand::ask(const Environment& environment, const Settings& settings) {
    m_message.prepare(environment, [&] { return comments(settings); });
}

// Which complaints, and what is to be written of them.
std::string HandlingCommand::comments(const Settings& settings) const {
    const std::string subjects = takes_ids() ? subjects_of(settings, m_ids) : "";
    return fmt::format("{}Write above this line: {}.", subjects, message_help());
}

complaint::Occasion HandlingCommand::occasion(Session& session) const {
    const time::Instant now = session.now();
    const time::Instant at = session.moment("--at", m_at, time::DateMeans::beginning).value_or(now);
    if (at > now)
        throw complaint::Refusal(fmt::format("--at {} is in the future; now is {}",
                                             time::display_absolute(at, session.zone()),
                                             time::display_absolute(now, session.zone())));
    return {at, now, session.zone(), session.actor()};
}

std::optional<time::Instant> HandlingCommand::deadline(Session& session, const std::string& option,
                                                       const std::optional<std::string>& text) {
    constexpr std::chrono::days k_farthest{3'653};
    const auto at = session.moment(option, text, time::DateMeans::end);
    if (at && *at > session.now() + k_farthest)
        throw UsageError(
            fmt::format("{}: {} is more than ten years away; write a nearer time", option, *text));
    return at;
}

ExitStatus HandlingCommand::change_each(
    Session& session, const std::vector<std::string>& ids,
    const std::function<complaint::Event(const complaint::Complaint&, const complaint::Occasion&)>& decide) {
    show_changed(session,
                 record_each(session, ids,
                             [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
                                 return Decided{{decide(complaint, occasion)}, ""};
                             }));
    return ExitStatus::done;
}

std::vector<HandlingCommand::Changed> HandlingCommand::record_each(
    Session& session, const std::vector<std::string>& ids,
    const std::function<Decided(const complaint::Complaint&, const complaint::Occasion&)>& decide) {
    const auto when = occasion(session);
    std::vector<Changed> changed;
    std::vector<std::string> refusals;
    for (const auto& before : session.complaints(ids)) {
        try {
            const auto decided = decide(before, when);
            Changed made{before, before, {}, decided.why};
            for (const auto& each : decided.events) {
                const auto event = said_or_done(each);
                if (!event) continue;
                complaint::check_words(session.policy().words, *event);
                made.after = session.ledger().record(made.after, *event);
                if (!made.event) made.event = event;
            }
            changed.push_back(std::move(made));
        } catch (const complaint::Refusal& refusal) {
            refusals.emplace_back(refusal.what());
        }
    }
    check_nothing_is_in_the_way(refusals);
    return changed;
}

ExitStatus HandlingCommand::change_each_whole(Session& session, const std::vector<std::string>& ids,
                                              const Decision& decide) {
    return change_each(session, ids,
                       [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
                           const auto procedure = store::procedure_of(session.database(), complaint.id);
                           return decide(complaint, procedure, occasion);
                       });
}

std::string HandlingCommand::sentence(const Changed& changed, const time::Zone& zone) {
    if (!changed.event && !changed.why.empty())
        return fmt::format("{}: {}", to_string(changed.after.id), changed.why);
    if (!changed.event)
        return fmt::format("{} is so already; nothing was changed", to_string(changed.after.id));
    complaint::Event told = *changed.event;
    told.complaint = changed.after.id;
    told.changes = complaint::differences(changed.before, changed.after);
    told.message.reset(); // who said it knows it
    const std::string changes = event_text(told, zone);
    return fmt::format("{}: {}", to_string(changed.after.id),
                       with_reason(changes.empty() ? std::string(word(told.kind)) : changes, changed.why));
}

void HandlingCommand::show_changed(Session& session, const std::vector<Changed>& changed) {
    if (!session.prints_text()) {
        store::Filter filter;
        for (const auto& each : changed)
            filter.ids.push_back(each.after.id);
        // A filter without ids would show all; no complaint has the number 0.
        if (changed.empty()) filter.ids.push_back({});
        show_complaints(session, filter, {}, export_columns());
        return;
    }
    for (const auto& each : changed)
        announce(session, sentence(each, session.zone()));
}

void HandlingCommand::announce(Session& session, const std::string& sentence) const {
    const std::string line = text::visible_line(sentence);
    if (m_dry_run && session.prints_text())
        session.out() << line << '\n';
    else
        session.confirm(line);
}

} // namespace reklamaatio::cli
