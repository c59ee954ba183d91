// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/authority.hpp"

#include "complaint/money.hpp"
#include "complaint/refusal.hpp"

#include <algorithm>

namespace reklamaatio::complaint {

namespace {

// Of those who may only some are named.
std::vector<std::string> approvers(const std::vector<std::string>& others) {
    constexpr std::size_t k_most = 3;
    return {others.begin(), others.begin() + static_cast<std::ptrdiff_t>(std::min(others.size(), k_most))};
}

} // namespace

bool may_grant(const Grantor& grantor, const Grant& grant) {
    if (!grantor.limit || grant.cents == 0) return true;
    return grant.currency == grant.currency_of_limits && grant.cents <= *grantor.limit;
}

void check_authority(Id complaint, const Grant& grant, const Grantor& actor, const Grantor& approver,
                     const std::vector<std::string>& others) {
    if (may_grant(actor, grant)) return;
    const bool asked = !approver.name.empty();
    if (asked && may_grant(approver, grant)) return;
    const Grantor& who = asked ? approver : actor;
    const bool is_comparable = grant.currency == grant.currency_of_limits;
    const auto wanted = is_comparable ? amount_text(grant.cents) : sum_text(grant.cents, grant.currency);
    const auto named = approvers(others);
    if (!who.is_known) refuse<Reason::stranger_grants>(complaint, who.name, wanted, named);
    const auto limit = sum_text(*who.limit, grant.currency_of_limits);
    if (!is_comparable) refuse<Reason::limit_in_other_currency>(complaint, who.name, limit, wanted, named);
    refuse<Reason::beyond_limit>(complaint, who.name, limit, wanted, named);
}

} // namespace reklamaatio::complaint
