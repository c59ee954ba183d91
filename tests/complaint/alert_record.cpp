// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/alert_record.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {

TEST_CASE("every level has its words") {
    AlertRecord alert;
    alert.clock = Clock::promise;
    alert.ordinal = 2;
    alert.detail = "due + 4h";
    const auto text_of = [&](AlertLevel level) {
        alert.level = level;
        return alert_text(alert);
    };
    CHECK(text_of(AlertLevel::due_soon) == "promise P2 due soon");
    CHECK(text_of(AlertLevel::overdue) == "promise P2 broken");
    CHECK(text_of(AlertLevel::escalation) == "promise P2 escalated (due + 4h)");
    alert.clock = Clock::followup;
    CHECK(text_of(AlertLevel::overdue) == "follow-up overdue");
    alert.detail = "damage";
    CHECK(text_of(AlertLevel::surge) == "surge of damage");
    CHECK(text_of(AlertLevel::unassigned) == "nobody in charge");
}

} // namespace reklamaatio::complaint::tests
