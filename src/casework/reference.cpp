// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/reference.hpp"

#include "complaint/error.hpp"
#include "store/complaints.hpp"

#include <fmt/format.h>

namespace reklamaatio::casework {

void check_reference(Desk& desk, const complaint::Complaint& complaint) {
    if (complaint.ref.empty()) return;
    const auto known = store::find_by_ref(desk.database(), complaint.source, complaint.ref);
    if (known && known->id != complaint.id)
        throw complaint::Refusal(fmt::format("{} has the reference {} already; see reklamaatio show {}",
                                             to_string(known->id), complaint.ref, to_string(known->id)));
}

} // namespace reklamaatio::casework
