// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/trial_page.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

std::int64_t right_ones(const Trial& trial, std::size_t field) {
    std::int64_t right = 0;
    for (const auto& [what, count] : trial.confusions[field])
        if (what.first == what.second) right += count;
    return right;
}

std::int64_t all_of(const Trial& trial, std::size_t field) {
    std::int64_t all = 0;
    for (const auto& [what, count] : trial.confusions[field])
        all += count;
    return all;
}

class Printer {
  public:
    explicit Printer(Session& session) : m_session(session), m_options(session.writer_options()) {}

    void section(std::string_view heading, const render::Table& table) {
        m_session.out() << '\n' << render::painted(heading, render::Tone::strong, m_options.style) << '\n';
        render::write(table, m_session.out(), m_options);
    }

  private:
    Session& m_session;
    render::WriterOptions m_options;
};

} // namespace

void show_trial(Session& session, const Trial& trial, const complaint::Policy& policy) {
    session.out() << fmt::format("{} of {} case{} as expected\n", trial.cases - trial.failed, trial.cases,
                                 trial.cases == 1 ? "" : "s");
    Printer printer(session);
    for (std::size_t field = 0; field < trial.confusions.size(); ++field)
        if (!trial.confusions[field].empty())
            printer.section(fmt::format("{}: {} of {} right; expected down, got across",
                                        exchange::k_expected[field], right_ones(trial, field),
                                        all_of(trial, field)),
                            confusion_table(trial, field));
    if (!trial.misses.empty()) printer.section("Not as expected", misses_table(trial));
    if (!policy.rules.empty()) printer.section("Rules", hits_table(trial, policy));
}

} // namespace reklamaatio::cli
