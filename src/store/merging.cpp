// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/merging.hpp"

#include "complaint/effort.hpp"
#include "complaint/merge.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"
#include "store/parts.hpp"

namespace reklamaatio::store {

Entry merge(Database& database, Ledger& ledger, const std::vector<complaint::Complaint>& duplicates,
            const complaint::Complaint& survivor, const std::string& why, const complaint::Occasion& occasion,
            std::chrono::minutes took) {
    std::vector<complaint::Duplicate> whole;
    for (const auto& duplicate : duplicates)
        whole.push_back({duplicate, procedure_of(database, duplicate.id)});
    const auto staying = complaint::with_effort(
        complaint::merge_in(survivor, whole, occasion, procedure_of(database, survivor.id)),
        survivor.effort_minutes, took);
    std::vector<complaint::Event> going;
    for (const auto& duplicate : duplicates)
        going.push_back(complaint::merge_away(duplicate, survivor.id, why, occasion));
    for (std::size_t i = 0; i < duplicates.size(); ++i)
        ledger.record(duplicates[i], going[i]);
    // Last: the survivor's deadlines follow from what was said in those that already point at it.
    return ledger.record(survivor, staying);
}

complaint::Customer merge(Database& database, Ledger& ledger,
                          const std::vector<complaint::Customer>& duplicates,
                          const complaint::Customer& survivor, const std::string& why,
                          const complaint::Occasion& occasion) {
    complaint::check_is_in_use(survivor);
    complaint::Customer after = survivor;
    std::vector<complaint::Customer> going;
    for (const auto& duplicate : duplicates) {
        going.push_back(complaint::merge_away(duplicate, survivor.id));
        after = complaint::with_gaps_filled(after, duplicate);
    }
    for (std::size_t i = 0; i < duplicates.size(); ++i) {
        for (const auto id : complaints_of(database, duplicates[i].id)) {
            const auto complaint = known_complaint(database, id);
            ledger.record(complaint, complaint::move_to(complaint, survivor.id, occasion));
        }
        ledger.record(duplicates[i], going[i], why);
    }
    return ledger.record(survivor, after);
}

} // namespace reklamaatio::store
