// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/authority.hpp"

#include "complaint/error.hpp"
#include "complaint/money.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

std::string sum(std::int64_t cents, const std::string& currency) {
    return fmt::format("{} {}", amount_text(cents), currency);
}

// "--approved-by liisa or pekka"
std::string approved_by(const std::vector<std::string>& others, const std::string& whoever) {
    constexpr std::size_t k_most = 3;
    if (others.empty()) return fmt::format("--approved-by {}", whoever);
    std::string names = others.front();
    for (std::size_t i = 1; i < std::min(others.size(), k_most); ++i)
        names += " or " + others[i];
    return fmt::format("--approved-by {}", names);
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
    const std::string wanted = grant.currency == grant.currency_of_limits ? amount_text(grant.cents)
                                                                          : sum(grant.cents, grant.currency);
    if (!who.is_known)
        throw Refusal(fmt::format(
            "{}: {} is not among the people of the policy and may grant nothing; use {}",
            to_string(complaint), who.name, approved_by(others, "somebody who may grant " + wanted)));
    if (grant.currency != grant.currency_of_limits)
        throw Refusal(fmt::format("{}: {} may grant up to {}, with which {} cannot be compared; use {}",
                                  to_string(complaint), who.name, sum(*who.limit, grant.currency_of_limits),
                                  wanted, approved_by(others, "somebody who has no limit")));
    throw Refusal(fmt::format("{}: {} may grant up to {}; use {}", to_string(complaint), who.name,
                              sum(*who.limit, grant.currency_of_limits),
                              approved_by(others, "somebody who may grant " + wanted)));
}

} // namespace reklamaatio::complaint
