// SPDX-License-Identifier: GPL-3.0-or-later
// All that there is on one complaint.
#pragma once

#include "complaint/deadline.hpp"
#include "complaint/overview.hpp"
#include "store/database.hpp"
#include "store/events.hpp"
#include "store/messages.hpp"

#include <vector>

namespace reklamaatio::cli {

struct Dossier {
    complaint::Overview overview;
    std::vector<complaint::Deadline> deadlines;
    std::vector<store::Said> conversation;
    std::vector<store::Logged> history;
};

// The complaint must be there.
Dossier read_dossier(store::Database& database, complaint::Id id);

} // namespace reklamaatio::cli
