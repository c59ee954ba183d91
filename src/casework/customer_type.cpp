// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/customer_type.hpp"

#include "complaint/repair.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"

namespace reklamaatio::casework {

void follow_customer_type(Desk& desk, const complaint::Customer& customer, const complaint::Occasion& when) {
    complaint::Correction to;
    to.values.set("customer_type", customer.type
                                       ? complaint::Value{std::string(complaint::word(*customer.type))}
                                       : complaint::Value{});
    for (const auto id : store::complaints_of(desk.database(), customer.id)) {
        const auto complaint = store::known_complaint(desk.database(), id);
        if (!is_unresolved(complaint.status) || complaint.customer_type == customer.type) continue;
        desk.ledger().record(complaint, complaint::edit(complaint, to, "", when));
    }
}

} // namespace reklamaatio::casework
