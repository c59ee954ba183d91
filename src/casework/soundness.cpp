// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/soundness.hpp"

#include "host/failure.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::casework {

store::VerifyResult found_sound(store::Database& database, store::PolicyBook& policies,
                                const std::string& consequence) {
    auto verdict = store::verify(database, policies);
    check_is_sound(verdict, consequence);
    return verdict;
}

void check_is_sound(store::VerifyResult verdict, const std::string& consequence) {
    if (verdict.faults.empty()) return;
    if (!consequence.empty()) verdict.faults.push_back(consequence);
    throw host::Failure(host::ExitStatus::bad_data, fmt::format("{}", fmt::join(verdict.faults, "\n")));
}

} // namespace reklamaatio::casework
