// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/question.hpp"

#include "complaint/error.hpp"

namespace reklamaatio::report {

void refuse_assignee_then(const Grouping& by) {
    if (by.field.field == store::GroupField::assignee_then)
        throw complaint::BadValue(
            "these figures cannot be grouped by assignee-then, because a complaint stays in one group from "
            "beginning to end; group them by assignee");
}

} // namespace reklamaatio::report
