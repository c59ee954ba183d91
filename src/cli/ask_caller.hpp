// SPDX-License-Identifier: GPL-3.0-or-later
// Asking whoever sits at the terminal whose a telephone number is.
#pragma once

#include "casework/caller.hpp"
#include "cli/command.hpp"
#include "cli/settings.hpp"
#include "complaint/refusal.hpp"
#include "host/environment.hpp"

#include <optional>

namespace reklamaatio::cli {

// Where a command was refused because several customers have a telephone number, lists them on standard error and
// reads which it is. Nothing where the refusal is another one, where nobody sits at a terminal, or where what was
// answered three times is none of them. The database must not be locked meanwhile.
std::optional<casework::Caller> ask_caller(const complaint::Refusal& refusal,
                                           const host::Environment& environment, const Settings& settings);

// Runs the command by `work`, and once more when somebody has said whose the number is: between the two nothing is
// locked, since a command that was refused has let go of the database.
template <typename Work>
auto with_caller(Command& command, const Settings& settings, const host::Environment& environment,
                 Work work) {
    try {
        return work();
    } catch (const complaint::Refusal& refusal) {
        const auto caller = ask_caller(refusal, environment, settings);
        if (!caller) throw;
        command.take(*caller);
    }
    return work();
}

} // namespace reklamaatio::cli
