// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/detect_file.hpp"

#include "exchange/detection.hpp"
#include "exchange/field_set.hpp"
#include "exchange/profile_text.hpp"
#include "host/output_file.hpp"
#include "text/visible.hpp"
#include "view/tables/detection_table.hpp"

namespace reklamaatio::cli {

void detect_file(Session& session, std::istream& in, const std::string& name, const exchange::Profile& given,
                 const std::optional<std::string>& save_to) {
    if (save_to) host::check_output("--save", *save_to, session.settings().db);
    const exchange::FieldSet fields(session.has_desk() ? session.desk().policy().own
                                                       : complaint::OwnFields());
    auto detection = exchange::detect(in, name, given, fields);
    if (given.timezone.empty() && session.has_desk()) detection.timezone = session.desk().zone().name();
    if (session.prints_text()) {
        session.say(view::detection_summary(detection));
        session.out() << '\n';
    }
    session.show(view::detection_table(detection));
    const auto profile = exchange::profile_text(detection);
    if (save_to)
        host::write_new_file(*save_to, profile);
    else if (session.prints_text())
        session.out() << '\n' << profile;
    for (const auto& doubt : detection.doubts)
        session.tell(doubt);
}

} // namespace reklamaatio::cli
