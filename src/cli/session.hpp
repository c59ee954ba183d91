// SPDX-License-Identifier: GPL-3.0-or-later
// What a command works with: the desk, with the database as the command asked for it, and where the result
// goes.
#pragma once

#include "casework/desk.hpp"
#include "cli/settings.hpp"
#include "host/environment.hpp"
#include "host/output.hpp"
#include "render/table.hpp"
#include "render/writer.hpp"
#include "store/store.hpp"
#include "time/moment.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reklamaatio::cli {

class Session {
  public:
    // `store` is null for commands that need none. `command` names the change in the log.
    Session(const host::Environment& environment, const Settings& settings, store::Store* store,
            std::string command, host::Output& output);

    const host::Environment& environment() const { return m_environment; }
    const Settings& settings() const { return m_settings; }

    // Not where the command needs no database, or none is there for one that would only look.
    bool has_desk() const { return m_desk.has_value(); }
    // Of commands that asked for the database.
    casework::Desk& desk() { return *m_desk; }
    // The desk's present time; of a command without the database, the clock's.
    time::Instant now() const { return m_desk ? m_desk->now() : m_environment.clock.now(); }

    // As moment_at() at its desk.
    time::Instant moment(const std::string& option, const std::string& text, time::DateMeans means,
                         time::Direction direction = time::Direction::either);
    std::optional<time::Instant> moment(const std::string& option, const std::optional<std::string>& text,
                                        time::DateMeans means,
                                        time::Direction direction = time::Direction::either);

    // What --until says, exclusive: a time of day is that instant, a date includes that day.
    std::optional<time::Instant> until(const std::optional<std::string>& text) {
        return moment("--until", text, time::DateMeans::after);
    }

    std::ostream& out() { return m_output.stream(); }
    render::WriterOptions writer_options();
    render::Style style() const {
        return {m_settings.colour, m_settings.width, m_settings.near_times, m_settings.signs};
    }
    bool prints_text() const { return render::audience_of(m_settings.format) == render::Audience::people; }
    bool prints_objects() const { return shape() == render::Shape::objects; }
    bool prints_ids() const { return shape() == render::Shape::ids; }
    render::Shape shape() const { return render::shape_of(m_settings.format); }
    // Text for people to read, where no columns were asked for.
    bool prints_page() const { return shape() == render::Shape::page && m_settings.columns.empty(); }
    // Prints the table in the format that was asked for, with the columns that were asked for.
    void show(const render::Table& table);

    // Hands over what was printed, before the command ends. Throws Failure (write_error) when not every byte
    // was taken.
    void hand_over() { m_output.finish(); }
    // What is printed from now on is measured, and after hand_over() the measure is known.
    void measure() { m_output.measure(); }
    host::Measure measured() const { return m_output.measured(); }

    // A sentence on standard output, for people: in lines that fit, and harmless for a terminal.
    void say(const std::string& sentence);

    // Whether somebody is looking.
    bool confirms() const { return m_environment.err_is_terminal && !m_settings.quiet && prints_text(); }
    // What these say is made harmless for a terminal.
    // One sentence on standard error, for somebody who is looking; once it has happened, below the result.
    void confirm(const std::string& sentence);
    // One sentence about what was done, or about what a dry run would do: what was done is confirmed, but a
    // dry run was asked what would be, and answers on its output.
    void announce(const std::string& sentence, bool is_dry_run);
    // One sentence on standard error, for everybody, at once, behind the program's name; with --format json
    // as an object.
    void tell(const std::string& sentence);
    // Likewise what has several parts.
    void tell_record(const render::Record& parts);
    // That --limit left rows out, if it did, for somebody who is looking; below the result.
    void tell_left_out(std::int64_t shown, std::int64_t all);
    // Likewise, where it is not known how many there are besides.
    void tell_older_left_out(std::int64_t shown);
    // What is done when the change stands, before the result is handed over; in a dry run at its end. Nothing of the session
    // is there any more.
    void defer(std::function<void()> work) { m_deferred_work.push_back(std::move(work)); }
    std::vector<std::function<void()>> deferred_work() && { return std::move(m_deferred_work); }
    // The lines that wait for the end, which is when the command is committed and its result handed over.
    std::vector<std::string> deferred_messages() && { return std::move(m_deferred_messages); }

  private:
    void tell_below(const std::string& sentence);
    const host::Environment& m_environment;
    const Settings& m_settings;
    host::Output& m_output;
    std::optional<casework::Desk> m_desk;
    std::vector<std::string> m_deferred_messages;
    std::vector<std::function<void()>> m_deferred_work;
};

// The present time that --now names, read in that zone, or the clock's.
time::Instant present_time(const Settings& settings, const host::Environment& environment,
                           const time::Zone& zone, const time::Calendar& calendar);

// A point in time as typed for an option, in the zone of the policy at the desk. Throws UsageError with the option's name.
time::Instant moment_at(casework::Desk& desk, std::string_view option, const std::string& text,
                        time::DateMeans means, time::Direction direction);

// The desk at which `command` is to be done.
casework::Desk desk_at(store::Store& store, const host::Environment& environment, const Settings& settings,
                       std::string command);

} // namespace reklamaatio::cli
