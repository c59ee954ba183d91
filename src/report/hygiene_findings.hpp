// SPDX-License-Identifier: GPL-3.0-or-later
// What is missing, forgotten or in a muddle: one table of checks, and what each of them finds.
#pragma once

#include "report/question.hpp"
#include "rulebook/policy.hpp"
#include "store/database.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::report {

enum class Check {
    no_owner,
    owner_away,
    no_category,
    no_cause,
    no_outcome,
    no_target,
    not_told,
    late_logging,
    waiting_long,
    unpaid,
    shared_phone,
    nobody_to_answer,
    injury_without_action,
    no_recourse,
    unreported
};

struct CheckRow {
    Check check;
    std::string_view name;    // in data, for ever
    std::string_view heading; // for people
    std::string_view formula; // for the manual: what is found
    // What mends it: {0} is the complaint or customer that is found, {1} what else the command has to know. Words in
    // capitals are to be filled in.
    std::string_view command;
};

inline constexpr std::array k_checks{
    CheckRow{Check::no_owner, "no_owner", "Nobody in charge",
             "unresolved complaints that no person handles, a team or not; since receipt",
             "reklamaatio assign {0} WHO"},
    CheckRow{Check::owner_away, "owner_away", "In the hands of somebody who is away",
             "unresolved complaints of a person who is away today, by the policy or by their own word; since "
             "the first "
             "day of the absence",
             "reklamaatio assign {0} WHO"},
    CheckRow{
        Check::no_category, "no_category", "No category",
        "complaints without a category that are unresolved, or were resolved in the period; since receipt",
        "reklamaatio classify {0} --category CATEGORY"},
    CheckRow{Check::no_cause, "no_cause", "No cause at the end",
             "complaints and claims that were resolved in the period without a cause; since then",
             "reklamaatio classify {0} --cause CAUSE"},
    CheckRow{Check::no_outcome, "no_outcome", "No outcome at the end",
             "complaints and claims that were resolved in the period without an outcome; since then",
             "reklamaatio edit {0} --outcome OUTCOME"},
    CheckRow{Check::no_target, "no_target", "No target",
             "unresolved complaints and claims for whose first answer and resolution no service level has a "
             "target, and "
             "of which no other deadline is owed; since receipt",
             "reklamaatio promise {0} WHAT --by TIME"},
    CheckRow{Check::not_told, "not_told", "Resolved without telling the customer",
             "complaints and claims of a known customer that were resolved in the period, and of which no "
             "person told "
             "the customer anything in the 24 hours before that, or since; left out are imported ones of "
             "which nothing "
             "says what was said; since the resolution",
             "reklamaatio contact {0} -m TEXT"},
    CheckRow{Check::late_logging, "late_logging", "Logged late",
             "complaints received in the period that were entered later than the close of the next working "
             "day of the "
             "first calendar; left out are those that came from a file; since receipt",
             "reklamaatio edit {0} --received TIME"},
    CheckRow{Check::waiting_long, "waiting_long", "Waiting for too long",
             "complaints that wait for the customer: past the time by which an answer was expected, else for "
             "7 days "
             "(of 24 hours) since the wait began or we last wrote, whichever is later; since then",
             "reklamaatio contact {0} --no-await -m TEXT"},
    CheckRow{Check::unpaid, "unpaid", "Owed and not paid",
             "money of accepted offers, and of what was granted without one, that was not paid; since it was "
             "accepted or "
             "granted",
             "reklamaatio offer {0}{1} --paid"},
    CheckRow{
        Check::shared_phone, "shared_phone", "Customers who share a telephone",
        "customers kept apart who have the same telephone number; since the later of their first complaints",
        "reklamaatio customer merge {0} {1}"},
    CheckRow{
        Check::nobody_to_answer, "nobody_to_answer", "Nobody to answer",
        "unresolved complaints of which no customer is known, and that nobody has answered; since receipt",
        "reklamaatio edit {0} --customer CUSTOMER"},
    CheckRow{Check::injury_without_action, "injury_without_action", "Injuries without an action",
             "complaints of an injury, unresolved or resolved in the period, from which no preventive action "
             "comes; "
             "since receipt",
             "reklamaatio action add TEXT --complaint {0}"},
    CheckRow{
        Check::no_recourse, "no_recourse", "Rejected without telling whom to turn to",
        "complaints and claims that were rejected, wholly or in part, in the period, and whose customer was "
        "not told whom to turn to, where the policy has [recourse]; since the resolution",
        "reklamaatio contact {0} --recourse -m TEXT"},
    CheckRow{
        Check::unreported, "unreported", "Dangers that no authority was told of",
        "unresolved complaints with the harm safety or injury of which no authority was told, nor said why "
        "none need be, where the policy has authority in [safety]; since receipt",
        "reklamaatio note {0} --reported WHERE"}};

constexpr const CheckRow& row_of(Check check) {
    return k_checks[static_cast<std::size_t>(check)];
}
static_assert(std::ranges::all_of(k_checks, [](const CheckRow& row) { return &row_of(row.check) == &row; }),
              "one row for each check, in their order");

struct HygieneFinding {
    Check check;
    std::string group; // of --by; empty without
    std::string id;    // R-12, or of a customer C-7
    std::string who;   // has it: a person, else team:NAME; of a customer the name; empty: nobody
    time::Instant since;
    std::string command;
};

// In the order of checks, and in each the oldest first.
std::vector<HygieneFinding> hygiene_findings(store::Database& database, const rulebook::Policy& policy,
                                             const Question& question);

} // namespace reklamaatio::report
