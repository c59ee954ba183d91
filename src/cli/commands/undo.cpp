// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/complaint_list.hpp"
#include "cli/registry.hpp"
#include "complaint/refusal.hpp"
#include "host/failure.hpp"
#include "store/changes.hpp"
#include "store/complaints.hpp"
#include "store/overviews.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"
#include "view/tables/complaint_table.hpp"
#include "view/words/due_text.hpp"
#include "view/words/event_text.hpp"
#include "view/words/time_text.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

using render::Align;
using render::Cell;
using render::Value;

// An import may touch thousands.
constexpr std::size_t k_most_named = 5;
constexpr std::int64_t k_all = -1;

std::string change_text(const store::Change& change) {
    return fmt::format("change {} ({} by {})", change.number, change.command, change.actor);
}

std::vector<std::string> names_of(const std::vector<store::Touched>& touched) {
    std::vector<std::string> names;
    for (const auto& each : touched)
        names.push_back(to_string(each));
    return names;
}

// The first of them, and how many there are.
std::string named(std::vector<std::string> deeds, std::size_t all) {
    if (deeds.size() > k_most_named) deeds.resize(k_most_named);
    std::string text = fmt::format("{}", fmt::join(deeds, "; "));
    if (deeds.size() < all) text += fmt::format(" and {} more", all - deeds.size());
    return text;
}

// "offer_answered" of a complaint, "customer_changed" of a customer.
std::string deed_alone(const complaint::Event& event) {
    const auto is_end = [](const complaint::FieldChange& change) { return change.field == "done_at"; };
    if (event.action && std::ranges::any_of(event.changes, is_end)) return "done";
    using complaint::EventKind;
    switch (event.kind) {
    case EventKind::customer_added:
        return "added";
    case EventKind::customer_changed:
    case EventKind::action_changed:
        return "changed";
    case EventKind::customer_moved:
        return "moved";
    case EventKind::action_opened:
        return "opened";
    default:
        return view::kind_text(event.kind);
    }
}

std::string subject_of(const complaint::Event& event) {
    const auto owner = store::owner_of(event);
    return std::holds_alternative<store::PolicyVersion>(owner) ? "" : to_string(owner);
}

std::string words_of(complaint::Event event, const view::TimeText& when) {
    using complaint::EventKind;
    constexpr std::array k_beginnings{EventKind::opened, EventKind::imported, EventKind::customer_added,
                                      EventKind::action_opened};
    // What is new is new in every field; the status follows from the kind, and that nobody asked whether it
    // settled the matter says nothing.
    if (std::ranges::find(k_beginnings, event.kind) != k_beginnings.end()) return deed_alone(event);
    if (event.kind == EventKind::merged && event.message) return event.message->text;
    const complaint::Value unknown{std::string(word(complaint::Settled::unknown))};
    std::erase_if(event.changes, [&](const complaint::FieldChange& change) {
        return change.field == "status" || change.field == complaint::k_person
               || change.field == complaint::k_volume_of
               || (change.field == "settled" && change.after == unknown);
    });
    const auto changes = view::summary_text(event, when, false);
    if (changes.empty()) return deed_alone(event);
    return event.kind == EventKind::resolved ? fmt::format("resolved: {}", changes) : changes;
}

// "R-5: offer 1 accepted": what happened, where its kind does not say all.
std::string deed(const complaint::Event& event, const view::TimeText& when) {
    const auto subject = subject_of(event);
    return fmt::format("{}{}{}", subject, subject.empty() ? "" : ": ", words_of(event, when));
}

class Undo final : public Command {
  public:
    void declare(Options& options) override {
        options.number_argument("CHANGE", m_number,
                                "the number of a change, which may be an undo; by default your latest change "
                                "that is neither an undo nor undone");
        options.flag("--list", m_list, "show the changes, the latest first, instead");
        options.number("--limit", "N", m_limit, "for --list: at most N");
        options.flag("--dry-run", m_dry_run, "say what would be undone, and change nothing");
    }

    void prepare(const host::Environment&) override {
        if (m_list && (m_number || m_dry_run))
            throw host::UsageError("--list shows what there is to undo; it goes with --limit alone");
        if (m_limit && !m_list) throw host::UsageError("--limit goes with --list");
    }

    std::vector<view::DescribedTable> tables() const override {
        return {{"undo --list", "the changes, the latest first", data_columns}};
    }
    std::vector<render::Column> columns() const override {
        return m_list ? data_columns() : view::all_complaint_columns();
    }

    bool is_dry_run() const override { return m_dry_run; }
    Access access(Access of_row) const override { return m_list ? Access::read : of_row; }

    host::ExitStatus run(Session& session) override {
        if (m_list)
            list(session);
        else
            undo(session);
        return host::ExitStatus::done;
    }

  private:
    void undo(Session& session) const {
        const auto number = m_number ? *m_number : latest(session);
        const auto undone = session.desk().ledger().undo(number);
        if (!session.prints_text()) {
            show_touched(session, number);
            return;
        }
        session.say(fmt::format("{}: {}", sentence(session, undone), first_deeds(session, undone)));
    }

    std::string sentence(Session& session, const store::Change& undone) const {
        const std::string done =
            fmt::format("{} {} undone", change_text(undone), m_dry_run ? "would be" : "is");
        if (undone.undoes == 0) return done;
        const auto back = store::known_change(session.desk().database(), undone.undoes);
        const bool stands = !store::undone_changes(session.desk().database()).contains(undone.undoes);
        return stands ? fmt::format("{}, so {} stands again", done, change_text(back)) : done;
    }

    static std::int64_t latest(Session& session) {
        if (const auto change = store::latest_undoable(session.desk().database(), session.desk().actor()))
            return change->number;
        complaint::refuse<complaint::Reason::nothing_to_undo>(session.desk().actor());
    }

    // The complaints as they now are; those that are gone are not among them.
    static void show_touched(Session& session, std::int64_t change) {
        store::Filter filter;
        store::read_touched(session.desk().database(), change, [&](const store::Touched& each) {
            if (const auto* id = std::get_if<complaint::Id>(&each)) filter.ids.push_back(*id);
            return true;
        });
        if (filter.ids.empty()) filter.ids.push_back({}); // nobody's number: no filter would mean all
        show_complaints(session, filter, {}, view::export_columns());
    }

    void list(Session& session) const {
        const bool text = session.prints_page();
        const auto undone = store::undone_changes(session.desk().database());
        render::Table table{columns(text), {}};
        std::int64_t all = 0;
        store::read_changes(session.desk().database(), [&](const store::Change& change) {
            if (++all > m_limit.value_or(all)) return true;
            const bool is_undone = undone.contains(change.number);
            table.rows.push_back(text ? text_row(session, change, is_undone)
                                      : data_row(session, change, is_undone));
            return true;
        });
        session.show(table);
        session.tell_left_out(static_cast<std::int64_t>(table.rows.size()), all);
    }

    static std::vector<render::Column> data_columns() {
        using render::Column;
        using render::Kind;
        return {Column{"change", "Change", Align::right}.holding(Kind::number, "its number"),
                Column{"recorded_at", "Recorded"}.holding(Kind::instant, "when it was made"),
                Column{"actor", "Who"}.holding(Kind::text, "who made it"),
                Column{"command", "Command"}.holding(Kind::text, "by which command"),
                Column{"what", "What"}.holding(Kind::text, "what it touched, separated by ;"),
                Column{"undone", "Undone"}.holding(Kind::truth, "whether it was undone"),
                Column{"undoes", "Undoes"}.holding(Kind::number, "of an undo: the change that it undoes"),
                Column{"done", "Done"}.holding(Kind::text, "what was done, separated by ;")};
    }

    static std::vector<render::Column> columns(bool text) {
        if (text)
            return {{"change", "Change", Align::right, 0, 0}, {"recorded_at", "When", Align::left, 0, 0},
                    {"actor", "Who", Align::left, 0, 6},      {"command", "Command", Align::left, 0, 0},
                    {"what", "What", Align::left, 0, 12},     {"undone", "", Align::left, 0, 0}};
        return data_columns();
    }

    // As people read them at a terminal.
    static view::TimeText times(Session& session) {
        return view::stamped(session.desk().now(), session.desk().zone(), session.settings().near_times);
    }

    // What an undo did is what the change that it names did, the other way round.
    static store::Change told_by(Session& session, store::Change change) {
        while (change.undoes != 0)
            change = store::known_change(session.desk().database(), change.undoes);
        return change;
    }

    // A policy is told by its number; of two customers that became one, not first of all whose complaints moved.
    static std::vector<std::string> deeds(Session& session, const store::Change& change,
                                          const view::TimeText& when, std::int64_t most) {
        auto& database = session.desk().database();
        if (store::touches_policy(database, change.number))
            return names_of(store::touched_by(database, change.number));
        std::vector<std::string> deeds;
        for (const auto& event : store::first_events_of_change(database, change.number, most))
            deeds.push_back(deed(event, when));
        return deeds;
    }

    static std::string first_deeds(Session& session, const store::Change& change) {
        const auto told = told_by(session, change);
        auto found = deeds(session, told, times(session), k_most_named);
        const auto all =
            static_cast<std::size_t>(store::count_events_of_change(session.desk().database(), told.number));
        return named(std::move(found), all);
    }

    static render::Row text_row(Session& session, const store::Change& change, bool is_undone) {
        const std::string command =
            change.undoes == 0 ? change.command : fmt::format("{} {}", change.command, change.undoes);
        return {Value{change.number},
                Cell{Value{change.recorded_at},
                     time::display_short(change.recorded_at, session.desk().now(), session.desk().zone())},
                Value{change.actor},
                Value{command},
                Value{first_deeds(session, change)},
                Cell{Value{std::string(is_undone ? "undone" : "")}, "", render::Tone::dim}};
    }

    static render::Row data_row(Session& session, const store::Change& change, bool is_undone) {
        const auto touched = names_of(store::touched_by(session.desk().database(), change.number));
        return {Value{change.number},
                Value{change.recorded_at},
                Value{change.actor},
                Value{change.command},
                Value{fmt::format("{}", fmt::join(touched, ";"))},
                Value{is_undone},
                change.undoes == 0 ? Value{} : Value{change.undoes},
                Value{fmt::format(
                    "{}", fmt::join(deeds(session, told_by(session, change), view::iso_time, k_all), "; "))}};
    }

    std::optional<std::int64_t> m_number, m_limit;
    bool m_list = false, m_dry_run = false;
};

} // namespace

extern constexpr CommandRow k_undo{
    "undo",
    Group::handling,
    Access::write,
    "undo a change",
    R"(One command is one change. Without a number it takes back your own latest change that is neither an undo nor
undone already, so that twice goes further back. With a number it takes back any change; an undo that is taken
back puts back what it undid.

It is refused, and named, when a later change that stands touched the same complaint, customer or policy. An
undo is a change in the log like any other: nothing is ever erased by it. A complaint whose opening is undone
is no longer in any list or count; its number stays used.)",
    {{{"reklamaatio undo", "your own latest change"},
      {"reklamaatio undo --list --limit 20", "what was done, by whom, and what of it is undone"},
      {"reklamaatio undo 17", "that one change"}}},
    make<Undo>};

} // namespace reklamaatio::cli
