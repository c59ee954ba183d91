// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report_document.hpp"

#include "cli/typed_line.hpp"
#include "render/html.hpp"
#include "time/display.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

void write_document(Session& session, const report::Answer& answer, const report::Question& question) {
    const auto& zone = question.zone;
    render::Document document{answer.title,
                              time::describe(question.period, zone),
                              session.desk().policy().organisation.name,
                              answer.lead,
                              answer.cohort,
                              answer.sections,
                              {}};
    document.made.push_back(fmt::format("As of {}; times are in the zone {}.",
                                        time::display_absolute(question.now, zone), zone.name()));
    document.made.push_back("Made by: " + typed_line(session.environment().arguments));
    render::write_html(document, session.out(), zone);
}

} // namespace reklamaatio::cli
