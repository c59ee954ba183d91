// SPDX-License-Identifier: GPL-3.0-or-later
// What the program ends with, for scripts and cron.
#pragma once

#include <array>
#include <string_view>

namespace reklamaatio::host {

enum class ExitStatus {
    done = 0,
    refused = 1,
    usage = 2,
    partly_imported = 3,
    nothing_matched = 4,
    bad_data = 65,
    no_input = 66,
    bug = 70,
    cannot_create = 73,
    write_error = 74,
    busy = 75,
    no_permission = 77,
    bad_configuration = 78
};

struct ExitStatusRow {
    ExitStatus status;
    std::string_view word; // for programs, of a fault that has no word of its own
    std::string_view meaning;
};

// For manual and help; complete.
inline constexpr std::array<ExitStatusRow, 13> k_exit_statuses{{
    {ExitStatus::done, "done", "done; also when nothing was found"},
    {ExitStatus::refused, "refused",
     "understood, but refused: no such complaint, not allowed in this status"},
    {ExitStatus::usage, "wrong_usage", "wrong usage: an unknown command, option or word"},
    {ExitStatus::partly_imported, "partly_imported", "imported in part, with --keep-going"},
    {ExitStatus::nothing_matched, "nothing_matched", "nothing matched, with --fail-empty"},
    {ExitStatus::bad_data, "bad_data", "bad input data, or a database that is foreign, too new or damaged"},
    {ExitStatus::no_input, "no_input", "an input file or the database is missing"},
    {ExitStatus::bug, "internal_error", "internal error; please report it"},
    {ExitStatus::cannot_create, "cannot_create", "the output or the database cannot be created"},
    {ExitStatus::write_error, "write_error", "writing failed, for instance on a full disk"},
    {ExitStatus::busy, "busy", "the database is busy, or there is too little memory; try again"},
    {ExitStatus::no_permission, "no_permission", "no permission"},
    {ExitStatus::bad_configuration, "bad_configuration", "the configuration or the policy is wrong"},
}};

} // namespace reklamaatio::host
