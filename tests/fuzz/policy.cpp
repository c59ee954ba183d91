// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a policy says (calendars, service levels, statutory terms, rules), it has faults with their places, or it is one
// whose stored text is read again, and by which the due times of a complaint are reckoned to an end.
#include "policy/policy.hpp"

#include "time/due.hpp"

#include <cstdint>
#include <string>

using namespace reklamaatio;

namespace {

constexpr time::Instant k_now{std::chrono::seconds{1'793'606'400}}; // a Monday of November 2026

complaint::Complaint logged() {
    complaint::Complaint complaint;
    complaint.id = {1};
    complaint.kind = complaint::Kind::claim;
    complaint.subject = "The stove cracked";
    complaint.received_at = complaint.logged_at = k_now;
    return complaint;
}

void reckon(const rulebook::Policy& policy) {
    try {
        const auto* sla = rulebook::sla_for(policy, logged());
        if (sla == nullptr) return;
        for (const auto clock : {complaint::Clock::response, complaint::Clock::resolution})
            if (const auto target = sla->target(clock))
                time::due_without_pauses(k_now, *target, policy.calendar_of(*sla));
    } catch (const time::OutOfReach&) {
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string toml(reinterpret_cast<const char*>(data), size);
    try {
        const auto judged = policy::judge(toml, "fuzz.toml", "/nonexistent", k_now);
        reckon(policy::read(judged.toml, "stored.toml"));
    } catch (const policy::PolicyError&) {
    }
    return 0;
}
