// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/session.hpp"

#include "cli/message_lines.hpp"
#include "host/failure.hpp"
#include "render/rows.hpp"
#include "text/visible.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

// What is due years from now must still be a time that files can tell.
void check_clock(time::Instant now) {
    constexpr std::chrono::years k_reach{10};
    const std::chrono::year_month_day today{time::date_of(time::LocalTime{now.time_since_epoch()})};
    if (today.year() < time::k_first_year || today.year() > time::k_last_year - k_reach)
        throw host::Failure(
            host::ExitStatus::bad_configuration,
            fmt::format("the clock of this machine says {}; set it right", time::to_iso(now)));
}

} // namespace

time::Instant present_time(const Settings& settings, const host::Environment& environment,
                           const time::Zone& zone, const time::Calendar& calendar) {
    const time::Instant real = environment.clock.now();
    check_clock(real);
    if (!settings.now) return real;
    try {
        return time::parse_moment(*settings.now, {real, zone, calendar}, time::DateMeans::beginning);
    } catch (const time::Error& fault) {
        refuse(settings.now_origin, fault.what());
    }
}

casework::Desk desk_at(store::Store& store, const host::Environment& environment, const Settings& settings,
                       std::string command) {
    const auto& policy = *store.policies().current().policy;
    const auto now = store.as_of() ? *store.as_of()
                                   : present_time(settings, environment, policy.organisation.zone,
                                                  policy.default_calendar());
    return {store, environment.clock, now, settings.actor, std::move(command), settings.language};
}

Session::Session(const host::Environment& environment, const Settings& settings, store::Store* store,
                 std::string command, host::Output& output)
    : m_environment(environment), m_settings(settings), m_output(output) {
    if (store != nullptr) m_desk.emplace(desk_at(*store, environment, settings, std::move(command)));
}

time::Instant moment_at(casework::Desk& desk, std::string_view option, const std::string& text,
                        time::DateMeans means, time::Direction direction) {
    const time::MomentContext context{desk.now(), desk.zone(), desk.policy().default_calendar()};
    try {
        return time::parse_moment(text, context, means, direction);
    } catch (const time::Error& fault) {
        throw host::UsageError(fmt::format("{}: {}", option, fault.what()));
    }
}

time::Instant Session::moment(const std::string& option, const std::string& text, time::DateMeans means,
                              time::Direction direction) {
    return moment_at(*m_desk, option, text, means, direction);
}

std::optional<time::Instant> Session::moment(const std::string& option,
                                             const std::optional<std::string>& text, time::DateMeans means,
                                             time::Direction direction) {
    if (!text) return std::nullopt;
    return moment(option, *text, means, direction);
}

render::WriterOptions Session::writer_options() {
    return {m_settings.format,
            style(),
            m_desk ? m_desk->zone() : time::Zone::utc(),
            m_settings.header,
            m_environment.out_is_terminal && !m_settings.output,
            m_settings.csv};
}

void Session::show(const render::Table& table) {
    render::write(table, {}, m_settings.columns, out(), writer_options());
}

void Session::say(const std::string& sentence) {
    for (const auto& line : sentence_lines(text::visible_line(sentence), m_settings.width))
        out() << line << '\n';
}

void Session::confirm(const std::string& sentence) {
    if (!confirms()) return;
    for (auto& line : message_lines(text::visible_line(sentence), m_environment))
        m_deferred_messages.push_back(std::move(line));
}

void Session::announce(const std::string& sentence, bool is_dry_run) {
    if (is_dry_run && prints_text())
        say(sentence);
    else
        confirm(sentence);
}

void Session::tell(const std::string& sentence) {
    print_notice(sentence, m_settings.format, m_environment);
}

void Session::tell_record(const render::Record& parts) {
    m_environment.err << render::json_text(parts) << '\n';
}

void Session::tell_left_out(std::int64_t shown, std::int64_t all) {
    if (shown < all) tell_below(fmt::format("{} of {} shown; --limit left out the others", shown, all));
}

void Session::tell_older_left_out(std::int64_t shown) {
    tell_below(fmt::format("the latest {} shown; --limit left out what is older", shown));
}

void Session::tell_below(const std::string& sentence) {
    if (!m_environment.err_is_terminal || m_settings.quiet) return;
    for (auto& line : notice_lines(sentence, m_settings.format, m_environment))
        m_deferred_messages.push_back(std::move(line));
}

} // namespace reklamaatio::cli
