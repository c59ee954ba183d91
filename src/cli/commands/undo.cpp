// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/complaint_table.hpp"
#include "cli/error.hpp"
#include "complaint/error.hpp"
#include "store/changes.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

using render::Align;
using render::Cell;
using render::Value;

// An import may touch thousands.
constexpr std::size_t k_most_named = 5;

std::string named(const std::vector<std::string>& touched) {
    const auto shown = std::min(touched.size(), k_most_named);
    std::string text = fmt::format(
        "{}", fmt::join(touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
    if (shown < touched.size()) text += fmt::format(" and {} more", touched.size() - shown);
    return text;
}

class Undo final : public Command {
  public:
    void declare(Options& options) override {
        options.number_argument(
            "CHANGE", m_number,
            "the number of any change, an undo included; else your own latest that is neither");
        options.flag("--list", m_list, "show the changes, the latest first, instead");
        options.number("--limit", "N", m_limit, "of --list: no more than so many");
        options.flag("-n,--dry-run", m_dry_run, "say what would be undone, and change nothing");
    }

    void prepare(const Environment&) override {
        if (m_list && (m_number || m_dry_run))
            throw UsageError("--list shows what there is to undo; it goes with --limit alone");
        if (m_limit && !m_list) throw UsageError("--limit goes with --list");
    }

    bool is_dry_run() const override { return m_dry_run; }
    Access access(Access of_row) const override { return m_list ? Access::read : of_row; }

    ExitStatus run(Session& session) override {
        if (m_list)
            list(session);
        else
            undo(session);
        return ExitStatus::done;
    }

  private:
    void undo(Session& session) const {
        const auto number = m_number ? *m_number : latest(session);
        const auto undone = session.ledger().undo(number);
        const auto touched = store::touched_by(session.database(), number);
        if (!session.prints_text()) {
            show_touched(session, touched);
            return;
        }
        session.out() << text::visible_line(fmt::format("{}: {}", sentence(session, undone), named(touched)))
                      << '\n';
    }

    std::string sentence(Session& session, const store::Change& undone) const {
        const std::string done =
            fmt::format("{} {} undone", store::name_of(undone), m_dry_run ? "would be" : "is");
        if (undone.undoes == 0) return done;
        const auto back = store::find_change(session.database(), undone.undoes);
        const bool stands = !store::undone_changes(session.database()).contains(undone.undoes);
        return stands ? fmt::format("{}, so {} stands again", done, store::name_of(*back)) : done;
    }

    static std::int64_t latest(Session& session) {
        if (const auto change = store::latest_undoable(session.database(), session.actor()))
            return change->number;
        throw complaint::Refusal(fmt::format(
            "{} has nothing to undo; reklamaatio undo --list shows everybody's changes", session.actor()));
    }

    // The complaints as they now are; those that are gone are not among them.
    static void show_touched(Session& session, const std::vector<std::string>& touched) {
        store::Filter filter;
        for (const auto& name : touched)
            if (name.starts_with("R-")) filter.ids.push_back(complaint::parse_id(name));
        if (filter.ids.empty()) filter.ids.push_back({}); // nobody's number: no filter would mean all
        show_complaints(session, filter, {}, export_columns());
    }

    void list(Session& session) const {
        const bool text = session.prints_text() && session.settings().columns.empty();
        const auto undone = store::undone_changes(session.database());
        render::Table table{columns(text), {}};
        std::int64_t all = 0;
        store::read_changes(session.database(), [&](const store::Change& change) {
            if (++all > m_limit.value_or(all)) return true;
            const auto touched = store::touched_by(session.database(), change.number);
            const bool is_undone = undone.contains(change.number);
            table.rows.push_back(text ? text_row(session, change, touched, is_undone)
                                      : data_row(change, touched, is_undone));
            return true;
        });
        session.show(table);
        const auto shown = static_cast<std::int64_t>(table.rows.size());
        if (shown < all)
            session.tell(fmt::format("reklamaatio: {} of {} shown; --limit left out the others", shown, all));
    }

    static std::vector<render::Column> columns(bool text) {
        if (text)
            return {{"change", "Change", Align::right, 0, 0}, {"recorded_at", "When", Align::left, 0, 0},
                    {"actor", "Who", Align::left, 0, 6},      {"command", "Command", Align::left, 0, 0},
                    {"what", "What", Align::left, 0, 12},     {"undone", "", Align::left, 0, 0}};
        return {{"change", "Change", Align::right},
                {"recorded_at", "Recorded"},
                {"actor", "Who"},
                {"command", "Command"},
                {"what", "What"},
                {"undone", "Undone"},
                {"undoes", "Undoes"}};
    }

    static render::Row text_row(Session& session, const store::Change& change,
                                const std::vector<std::string>& touched, bool is_undone) {
        const std::string command =
            change.undoes == 0 ? change.command : fmt::format("{} {}", change.command, change.undoes);
        return {Value{change.number},
                Cell{Value{change.recorded_at},
                     time::display_short(change.recorded_at, session.now(), session.zone())},
                Value{change.actor},
                Value{command},
                Value{named(touched)},
                Cell{Value{std::string(is_undone ? "undone" : "")}, "", render::Tone::dim}};
    }

    static render::Row data_row(const store::Change& change, const std::vector<std::string>& touched,
                                bool is_undone) {
        return {Value{change.number},
                Value{change.recorded_at},
                Value{change.actor},
                Value{change.command},
                Value{fmt::format("{}", fmt::join(touched, ";"))},
                Value{is_undone},
                change.undoes == 0 ? Value{} : Value{change.undoes}};
    }

    std::optional<std::int64_t> m_number, m_limit;
    bool m_list = false, m_dry_run = false;
};

} // namespace

std::unique_ptr<Command> make_undo() {
    return std::make_unique<Undo>();
}

} // namespace reklamaatio::cli
