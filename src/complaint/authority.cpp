// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/authority.hpp"

#include "complaint/error.hpp"
#include "complaint/money.hpp"

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

bool may(const Grantor& grantor, const Grant& grant) {
    if (!grantor.limit || grant.cents == 0) return true;
    return grant.currency == grant.currency_of_limits && grant.cents <= *grantor.limit;
}

std::string sum(std::int64_t cents, const std::string& currency) {
    return fmt::format("{} {}", amount_text(cents), currency);
}

} // namespace

void check_authority(Id complaint, const Grant& grant, const Grantor& actor, const Grantor& approver) {
    if (may(actor, grant)) return;
    const bool asked = !approver.name.empty();
    if (asked && may(approver, grant)) return;
    const Grantor& who = asked ? approver : actor;
    const std::string wanted = grant.currency == grant.currency_of_limits ? amount_text(grant.cents)
                                                                          : sum(grant.cents, grant.currency);
    if (!who.is_known)
        throw Refusal(fmt::format("{}: {} is not among the people of the policy and may grant nothing; say "
                                  "--approved-by somebody who may grant {}",
                                  to_string(complaint), who.name, wanted));
    if (grant.currency != grant.currency_of_limits)
        throw Refusal(
            fmt::format("{}: {} may grant up to {}, with which {} cannot be compared; say --approved-by "
                        "somebody who has no limit",
                        to_string(complaint), who.name, sum(*who.limit, grant.currency_of_limits), wanted));
    throw Refusal(fmt::format("{}: {} may grant up to {}; say --approved-by somebody who may grant {}",
                              to_string(complaint), who.name, sum(*who.limit, grant.currency_of_limits),
                              wanted));
}

} // namespace reklamaatio::complaint
