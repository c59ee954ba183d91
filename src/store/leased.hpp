// SPDX-License-Identifier: GPL-3.0-or-later
// What a Query has on loan; for this room alone.
#pragma once

#include "store/database.hpp"
#include "store/prepared.hpp"

#include <memory>
#include <string>

namespace reklamaatio::store {

struct Query::Leased {
    Prepared* statement;
    bool* on_loan;
    const std::string* path;
    std::unique_ptr<Prepared> own; // when the cached one was on loan already
};

} // namespace reklamaatio::store
