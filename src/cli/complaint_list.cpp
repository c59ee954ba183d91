// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/complaint_list.hpp"

#include "store/complaints.hpp"
#include "view/tables/complaint_table.hpp"

namespace reklamaatio::cli {

std::int64_t show_complaints(Session& session, const store::Filter& filter, const store::Sequence& sequence,
                             const std::vector<std::string>& columns) {
    const auto& asked = session.settings().columns;
    // --format ids prints the first column, which must then be the id.
    const bool ids = session.prints_ids();
    const auto writer = render::make_writer(session.out(), session.writer_options());
    return view::write_complaints(session.desk(), filter, sequence,
                                  ids             ? std::vector<std::string>{"id"}
                                  : asked.empty() ? columns
                                                  : asked,
                                  *writer,
                                  session.prints_text() ? session.style().signs : render::Signs::unicode);
}

} // namespace reklamaatio::cli
