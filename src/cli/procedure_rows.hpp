// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the commands for what is gone through with a customer, for the registry.
#pragma once

#include "cli/commands/commands.hpp"
#include "cli/registry.hpp"

namespace reklamaatio::cli {

inline constexpr CommandRow k_step_row{
    "step",
    Group::handling,
    Access::write,
    "record a handling step",
    "Empathise, understand, apologise, fix, compensate: what good handling goes through with the customer. "
    "Understanding says what was found out: what, where, why, or a message. A step done again is told anew; "
    "what an earlier time found out stays where nothing new is said. The policy may demand steps before "
    "resolve.",
    {{{"reklamaatio step R-12 apologise -m \"Pahoittelin puhelimessa\"", "with what was done"},
      {"reklamaatio step R-12 understand --what \"glass broke\" --why \"thermal shock\"",
       "what was found out"},
      {"reklamaatio step R-12..R-15 fix", "several at once"}}},
    make_step};

inline constexpr CommandRow k_promise_row{
    "promise",
    Group::handling,
    Access::write,
    "promise something by a time",
    "A promise to the customer has a deadline of its own, and a number in its complaint: P1, P2. Several may "
    "be open at once. It counts as an answer; -m keeps the words in which the customer was told. Later say "
    "--kept, --broken or --withdrawn: of the only open one, or of the one that is named.",
    {{{"reklamaatio promise R-12 \"a new leg by courier\" --by next-friday", "until the end of that day"},
      {"reklamaatio promise R-12 \"the money is back\" --by +2bd -m \"Rahat tulevat\"",
       "by the close of the second working day"},
      {"reklamaatio promise R-12 P2 --kept", "the second one was kept"}}},
    make_promise};

inline constexpr CommandRow k_offer_row{
    "offer",
    Group::handling,
    Access::write,
    "offer a remedy, or log the answer to it",
    "A remedy is not always money. An offer is a message to the customer and has a number in its complaint. "
    "The customer accepts it, or declines it, perhaps with another wish: then comes the next offer. Answers "
    "are those of the last offer unless --number names one. Above what you may grant yourself, say who "
    "allowed it: --approved-by.",
    {{{"reklamaatio offer R-12 discount --amount 49,90 --valid-until +14d", "money, until a day"},
      {"reklamaatio offer R-12 --declined --wish \"a new leg\" -m \"Haluan uuden jalan\"",
       "what would be right"},
      {"reklamaatio offer R-12 --accepted", "and later --paid"}}},
    make_offer};

inline constexpr CommandRow k_followup_row{
    "followup",
    Group::handling,
    Access::write,
    "record a follow-up",
    "Asks the customer after the resolution: content (CSAT), likely to recommend us (NPS), staying. It "
    "closes the complaint, also when nobody could be reached; asked again, the new answers hold.",
    {{{"reklamaatio followup R-12 --csat 5 --nps 9 --retained yes", "what the customer answered"},
      {"reklamaatio followup R-12 --unreachable", "nobody answered"},
      {"", ""}}},
    make_followup};

inline constexpr CommandRow k_action_row{
    "action",
    Group::handling,
    Access::write,
    "manage preventive actions",
    "What is changed so that complaints do not come again. add begins one, numbered A-1, A-2; list shows "
    "what is open; show tells one; done ends one and lists the customers to tell: those of the complaint "
    "that it came from, and of complaints with its cause, of its product if it has one. resolve --prevent "
    "begins one as well.",
    {{{"reklamaatio action add \"wrap the glass\" --cause packing --due 2026-12-31", "begin one"},
      {"reklamaatio action list", "what is open"},
      {"reklamaatio action done A-1 --effect \"no broken glass since\"", "and whom to tell"}}},
    make_action};

} // namespace reklamaatio::cli
