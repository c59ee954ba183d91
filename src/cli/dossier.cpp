// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/dossier.hpp"

#include "store/complaints.hpp"
#include "store/deadlines.hpp"

namespace reklamaatio::cli {

Dossier read_dossier(store::Database& database, complaint::Id id) {
    Dossier dossier;
    dossier.overview = store::find_overview(database, id).value();
    dossier.deadlines = store::deadlines_of(database, id);
    dossier.conversation = store::conversation_of(database, id);
    store::read_log(database, id, [&](const store::Logged& logged) { dossier.history.push_back(logged); });
    return dossier;
}

} // namespace reklamaatio::cli
