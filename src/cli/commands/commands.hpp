// SPDX-License-Identifier: GPL-3.0-or-later
// The factories that the registry names; each is defined in the file of its command.
#pragma once

#include "cli/command.hpp"

#include <memory>

namespace reklamaatio::cli {

std::unique_ptr<Command> make_action();
std::unique_ptr<Command> make_alerts();
std::unique_ptr<Command> make_assign();
std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_classify();
std::unique_ptr<Command> make_config();
std::unique_ptr<Command> make_contact();
std::unique_ptr<Command> make_customer();
std::unique_ptr<Command> make_edit();
std::unique_ptr<Command> make_explain();
std::unique_ptr<Command> make_export();
std::unique_ptr<Command> make_followup();
std::unique_ptr<Command> make_help();
std::unique_ptr<Command> make_import();
std::unique_ptr<Command> make_init();
std::unique_ptr<Command> make_list();
std::unique_ptr<Command> make_log();
std::unique_ptr<Command> make_merge();
std::unique_ptr<Command> make_note();
std::unique_ptr<Command> make_offer();
std::unique_ptr<Command> make_open();
std::unique_ptr<Command> make_policy();
std::unique_ptr<Command> make_promise();
std::unique_ptr<Command> make_reopen();
std::unique_ptr<Command> make_report();
std::unique_ptr<Command> make_resolve();
std::unique_ptr<Command> make_show();
std::unique_ptr<Command> make_simulate();
std::unique_ptr<Command> make_step();
std::unique_ptr<Command> make_undo();
std::unique_ptr<Command> make_verify();
std::unique_ptr<Command> make_void();

} // namespace reklamaatio::cli
