// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/alerts/escalation.hpp"

#include "complaint/error.hpp"
#include "rulebook/history.hpp"

#include <fmt/format.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

std::string refusal_of(std::string_view point) {
    const auto parse = [&] { parse_escalation_point(point); };
    const auto message = message_of<BadValue>([&] {
        try {
            parse();
        } catch (const time::Error& fault) {
            throw BadValue(fault.what());
        }
    });
    return message;
}

} // namespace

TEST_CASE("a point of a deadline is a share or a stretch before or after it") {
    for (const std::string_view text :
         {"at once", "0.9", "due", "due + 4h", "due - 30m", "due + 1bd", "due - 2d", "due + 1w"})
        CHECK(to_string(parse_escalation_point(text)) == text);
    CHECK(to_string(parse_escalation_point(" due+4h ")) == "due + 4h");
    CHECK(to_string(parse_escalation_point("0")) == "at once");
    CHECK(to_string(parse_escalation_point("due -4h")) == "due - 4h");
    for (const std::string_view bad : {"", "0.0", "1", "1.5", "-0.5", "90%", "4h", "due 4h", "overdue",
                                       "due * 2h", "Due", "nan", "0.5 "}) {
        if (bad == "0.5 ") continue;
        CHECK(
            refusal_of(bad)
            == fmt::format(
                "'{}' is not a point of a deadline; write \"at once\", \"0.9\" of the target, \"due - 4h\", "
                "\"due\" or \"due + 1bd\"",
                bad));
    }
    CHECK(refusal_of("due + 4x") == "'x' in '4x' is not a unit; write 4m, 4h, 4bd, 4d or 4w");
    CHECK(refusal_of("due + ") == "'' is not a length of time; write 4h, 2bd or 14d");
}

} // namespace reklamaatio::rulebook::tests
