// SPDX-License-Identifier: GPL-3.0-or-later
// The seals of changes. The chain of hashes can be made anew by anybody who can write the file; a seal only by whoever has
// the key, and it covers its change and all before it.
#pragma once

#include "store/database.hpp"
#include "store/seal_key.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace reklamaatio::store {

// Seals what is not sealed yet: the change of this command, and those before it by people who do not have the key. Gives the
// reason, as a sentence, why nothing was sealed: the last seal is not of this key, or what follows it was changed. Empty: all is sealed.
// Within the transaction of the only writer.
std::string seal_changes(Database& database, const SealKey& key);

struct Seals {
    std::int64_t sealed = 0;   // changes
    std::int64_t unsealed = 0; // behind the last one that is sealed
    std::int64_t first_unsealed = 0;
    std::vector<std::string> faults; // sentences
};

// Compares each seal with the one that the key gives for the log as it is. Whether the log is whole in itself is asked
// elsewhere (log_faults.hpp).
Seals check_seals(Database& database, const SealKey& key);

} // namespace reklamaatio::store
