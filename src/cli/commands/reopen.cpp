// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/reason_command.hpp"

namespace reklamaatio::cli {

std::unique_ptr<Command> make_reopen() {
    return std::make_unique<ReasonCommand>(complaint::reopen);
}

} // namespace reklamaatio::cli
