// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/reference.hpp"

#include "complaint/refusal.hpp"
#include "store/complaints.hpp"

namespace reklamaatio::casework {

void check_reference(Desk& desk, const complaint::Complaint& complaint) {
    if (complaint.ref.empty()) return;
    const auto known = store::find_by_ref(desk.database(), complaint.source, complaint.ref);
    if (known && known->id != complaint.id)
        complaint::refuse<complaint::Reason::reference_taken>(known->id, complaint.ref);
}

} // namespace reklamaatio::casework
