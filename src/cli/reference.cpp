// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reference.hpp"

#include "complaint/error.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

void check_reference(Session& session, const complaint::Complaint& complaint) {
    if (complaint.ref.empty()) return;
    const auto known = store::find_by_ref(session.database(), complaint.source, complaint.ref);
    if (known && known->id != complaint.id)
        throw complaint::Refusal(fmt::format("{} has the reference {} already; see reklamaatio show {}",
                                             to_string(known->id), complaint.ref, to_string(known->id)));
}

} // namespace reklamaatio::cli
