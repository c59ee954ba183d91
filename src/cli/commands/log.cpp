// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/handler.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "complaint/effort.hpp"
#include "render/columns.hpp"
#include "store/changes.hpp"
#include "store/complaints.hpp"
#include "text/fold.hpp"
#include "time/display.hpp"
#include "view/words/event_text.hpp"
#include "view/words/time_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using render::Align;
using render::Cell;
using render::Value;

// Which events are asked for; what is not said admits all.
struct Choice {
    std::optional<time::Instant> since, until;
    std::vector<std::string> actors; // in one case
    std::vector<complaint::EventKind> kinds;

    bool admits(const complaint::Event& event) const {
        const auto is_one_of = [](const auto& all, const auto& one) {
            return all.empty() || std::ranges::find(all, one) != all.end();
        };
        return (!since || event.recorded_at >= *since) && (!until || event.recorded_at < *until)
               && is_one_of(kinds, event.kind) && is_one_of(actors, text::folded(event.actor));
    }
};

class Log final : public Command {
  public:
    void declare(Options& options) override {
        options.arguments(
            "ID", m_ids,
            "only events of these complaints; by default of all; - reads the ids from standard input", false);
        options.text("--since", "TIME", m_since, "recorded then or later");
        options.text("--until", "TIME", m_until, "recorded before then; a date includes that day");
        options.whole_texts("--by", "WHO", m_by, "what this person did; me is you; may be repeated");
        options.texts("--kind", "KIND", m_kinds, "events of this kind, as the data have it; may be repeated");
        options.offer_words(complaint::Vocabulary<complaint::EventKind>::k_words);
        options.number("--limit", "N", m_limit, "at most the latest N");
    }

    std::vector<view::DescribedTable> tables() const override {
        return {{"log", "the events, in order of recording", data_columns}};
    }

    void prepare(const host::Environment& environment) override {
        m_is_of_all = m_ids.empty();
        check_are_complaints(m_ids);
        m_ids = with_standard_input(m_ids, environment.in);
        for (const auto& kind : m_kinds)
            m_choice.kinds.push_back(complaint::parse_word<complaint::EventKind>(kind));
    }

    host::ExitStatus run(Session& session) override {
        complete_choice(session);
        m_text = session.prints_page();
        m_undone = store::undone_changes(session.desk().database());
        const auto every = columns(m_text);
        m_places = render::chosen_columns(every, session.settings().columns);
        std::vector<render::Column> chosen;
        for (const auto place : m_places)
            chosen.push_back(every[place]);
        const auto writer = render::make_writer(session.out(), session.writer_options());
        writer->begin(chosen);
        if (m_limit)
            write_latest(session, *writer);
        else
            write_all(session, *writer);
        writer->end();
        return host::ExitStatus::done;
    }

  private:
    // Whose events are asked for, one after another; one without an id is the whole log.
    std::vector<std::optional<complaint::Id>> logs(Session& session) const {
        if (m_is_of_all) return {std::nullopt};
        const auto ids = complaints(session);
        return {ids.begin(), ids.end()};
    }

    void write_all(Session& session, render::Writer& writer) const {
        for (const auto& id : logs(session))
            store::read_log(session.desk().database(), id, [&](const store::Logged& logged) {
                if (m_choice.admits(logged.event)) writer.row(row_of(session, logged));
            });
    }

    // Of a long log people want the end, and no more of it is read.
    void write_latest(Session& session, render::Writer& writer) const {
        const auto limit = static_cast<std::size_t>(*m_limit);
        std::vector<render::Row> latest;
        bool are_more = false;
        const auto take = [&](const store::Logged& logged) {
            if (!m_choice.admits(logged.event)) return true;
            are_more = latest.size() == limit;
            if (!are_more) latest.push_back(row_of(session, logged));
            return !are_more;
        };
        const auto from = logs(session);
        for (auto id = from.rbegin(); id != from.rend() && !are_more; ++id)
            store::read_log_back(session.desk().database(), *id, take);
        std::for_each(latest.rbegin(), latest.rend(), [&](const render::Row& row) { writer.row(row); });
        if (are_more) session.tell_older_left_out(*m_limit);
    }

    render::Row row_of(Session& session, const store::Logged& logged) const {
        const auto cells = m_text ? text_row(session, logged) : data_row(logged);
        render::Row row;
        for (const auto place : m_places)
            row.push_back(cells[place]);
        return row;
    }

    void complete_choice(Session& session) {
        m_choice.since =
            session.moment("--since", m_since, time::DateMeans::beginning, time::Direction::past);
        m_choice.until = session.until(m_until);
        for (const auto& who : m_by)
            add_actor(session, casework::is_me(who) ? session.desk().actor() : who);
    }

    // As the log has it, or as the policy knows that person.
    void add_actor(Session& session, const std::string& who) {
        m_choice.actors.push_back(text::folded(who));
        if (const auto* person = rulebook::person_meant(session.desk().policy().people, who))
            m_choice.actors.push_back(text::folded(person->key));
    }

    // Also one whose opening was undone: the log has it still.
    std::vector<complaint::Id> complaints(Session& session) const {
        std::vector<complaint::Id> found;
        for (const auto& argument : m_ids) {
            for (const auto& reference : store::references_in(session.desk().database(), argument)) {
                const auto* id = std::get_if<complaint::Id>(&reference);
                if (id != nullptr && !store::id_is_free(session.desk().database(), *id))
                    found.push_back(*id);
                else
                    std::ranges::copy(store::ids_of(session.desk().database(), reference),
                                      std::back_inserter(found));
            }
        }
        return found;
    }

    static std::vector<render::Column> data_columns() {
        using render::Column;
        using render::Kind;
        return {Column{"event", "Event"}.holding(Kind::number, "its number"),
                Column{"change", "Change"}.holding(
                    Kind::number, "the number of the command that made it; one command is one change"),
                Column{"recorded_at", "Recorded"}.holding(Kind::instant, "when it was written down"),
                Column{"happened_at", "Happened"}.holding(Kind::instant, "when it happened"),
                Column{"actor", "Who"}.holding(Kind::text, "who did it"),
                Column{"command", "Command"}.holding(Kind::text, "by which command"),
                Column{"kind", "Kind"}.holding(Kind::text,
                                               "what it was; the words are in reklamaatio-procedure(7)"),
                Column{"complaint", "Complaint"}.holding(Kind::text, "of which complaint, if of one"),
                Column{"customer", "Customer"}.holding(Kind::text, "of which customer, if of one"),
                Column{"what", "What"}.holding(Kind::text, "what changed, in words for people"),
                Column{"undone", "Undone"}.holding(Kind::truth, "whether that change was undone"),
                Column{"undoes", "Undoes"}.holding(Kind::number, "of an undo: the change that it undoes"),
                Column{"effort_minutes", "Effort", Align::right}.holding(
                    Kind::minutes,
                    "how long it took, where that was said; below zero where a sum was put right")};
    }

    static std::vector<render::Column> columns(bool text) {
        if (text)
            return {{"change", "Change", Align::right, 4, 0}, {"happened_at", "When", Align::left, 0, 0},
                    {"actor", "Who", Align::left, 3, 6},      {"complaint", "ID", Align::left, 0, 0, true},
                    {"kind", "Event", Align::left, 0, 0},     {"what", "What", Align::left, 0, 20}};
        return data_columns();
    }

    static Value subject(const complaint::Event& event) {
        if (event.complaint) return to_string(*event.complaint);
        if (event.customer) return to_string(*event.customer);
        return {};
    }

    // What was taken back is told as it was, and marked.
    std::string kind_text(const complaint::Event& event) const {
        const auto kind = complaint::word(event.kind);
        if (event.undoes != 0) return fmt::format("{} {}", kind, event.undoes);
        return m_undone.contains(event.change) ? fmt::format("({})", kind) : std::string(kind);
    }

    static view::TimeText times(Session& session) {
        return view::stamped(session.desk().now(), session.desk().zone(), session.settings().near_times);
    }

    render::Row text_row(Session& session, const store::Logged& logged) const {
        const auto& event = logged.event;
        return {Value{event.change},
                Cell{Value{event.happened_at},
                     time::display_short(event.happened_at, session.desk().now(), session.desk().zone())},
                Value{event.actor},
                subject(event),
                Value{kind_text(event)},
                Value{view::telling_text(event, times(session))}};
    }

    render::Row data_row(const store::Logged& logged) const {
        const auto& event = logged.event;
        return {Value{event.number},
                Value{event.change},
                Value{event.recorded_at},
                Value{event.happened_at},
                Value{event.actor},
                Value{logged.command},
                Value{std::string(complaint::word(event.kind))},
                event.complaint ? Value{to_string(*event.complaint)} : Value{},
                event.customer ? Value{to_string(*event.customer)} : Value{},
                Value{view::event_text(event, view::iso_time)},
                Value{m_undone.contains(event.change)},
                event.undoes == 0 ? Value{} : Value{event.undoes},
                effort(event)};
    }

    // Of an undo none: what it takes back is marked as undone.
    static Value effort(const complaint::Event& event) {
        const auto minutes = event.undoes == 0 ? complaint::effort_of(event) : 0;
        return minutes == 0 ? Value{} : Value{minutes};
    }

    std::vector<std::string> m_ids;
    bool m_is_of_all = true;
    bool m_text = false;
    std::vector<std::size_t> m_places; // of the columns that are shown
    complaint::Undone m_undone;
    std::optional<std::string> m_since, m_until;
    std::vector<std::string> m_by, m_kinds;
    Choice m_choice;
    std::optional<std::int64_t> m_limit;
};

} // namespace

extern constexpr CommandRow k_log{
    "log",
    Group::looking,
    Access::read,
    "show what was done, by whom and when",
    R"(The events, in order of recording. When something happened and when it was recorded are two times; text shows
the first, data formats both.)",
    {{{"reklamaatio log R-12", "of one complaint"},
      {"reklamaatio log --since today --by me", "what you did today"},
      {"reklamaatio log --csv -o log.csv", "all of it"}}},
    make<Log>};

} // namespace reklamaatio::cli
