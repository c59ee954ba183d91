// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the commands that put right what was written down, for the registry.
#pragma once

#include "cli/commands/commands.hpp"
#include "cli/registry.hpp"

namespace reklamaatio::cli {

inline constexpr CommandRow k_edit_row{
    "edit",
    Group::handling,
    Access::write,
    "put facts right",
    "Corrects what was written down about complaints, whatever their status. What is not mentioned stays as "
    "it is; "
    "an empty text takes a value away. The log keeps what it was. When the time of receipt changes, "
    "deadlines that "
    "are neither met nor past are planned anew.",
    {{{"reklamaatio edit R-12 --subject \"Kiuas halkesi\" --received \"yesterday 16:40\"", "two facts"},
      {"reklamaatio edit R-12 --customer \"Maija <maija@example.fi>\" -m \"she called\"",
       "it was somebody else"},
      {"reklamaatio edit R-12 --wish \"\"", "take a value away"}}},
    make_edit};

inline constexpr CommandRow k_merge_row{
    "merge",
    Group::handling,
    Access::write,
    "merge duplicates",
    "The last one stays. The others become void and point at it; they are counted no more. It takes over the "
    "earliest time of receipt and the earliest answer, the tags, the highest priority and harm, and of the "
    "owner, wish, category, product, cause and remedy what it has not itself; its deadlines heed what was "
    "said "
    "in both. A wait of a duplicate ends. Both histories can still be read.",
    {{{"reklamaatio merge R-14 R-12", "R-12 stays"},
      {"reklamaatio merge R-14..R-16 R-12 -m \"sent four times\"", "several at once"},
      {"", ""}}},
    make_merge};

inline constexpr CommandRow k_undo_row{
    "undo",
    Group::handling,
    Access::write,
    "take a change back",
    "One command is one change. Without a number it takes back your own latest change that is neither an "
    "undo nor undone already, so that twice goes further back. With a number it takes back any change; an "
    "undo that is taken back puts back what it undid.\n\n"
    "It is refused, and named, when a later change that stands touched the same complaint, customer or "
    "policy. An undo is a change in the log like any other: nothing is ever erased by it. A complaint whose "
    "opening is undone is in no list or figure any more; its number stays used.",
    {{{"reklamaatio undo", "your own latest change"},
      {"reklamaatio undo --list --limit 20", "what was done, by whom, and what of it is undone"},
      {"reklamaatio undo 17", "that one change"}}},
    make_undo};

inline constexpr CommandRow k_customer_row{
    "customer",
    Group::data,
    Access::write,
    "list, show, edit or merge customers",
    "A customer is named by number (C-7), e-mail address, telephone number, or a name that only one has. "
    "show "
    "tells the facts, all complaints with the newest first, what was offered and given, and how content the "
    "customer was afterwards. A local telephone number is read in the policy's country, so that 040 1234567 "
    "and "
    "+358 40 1234567 are the same.\n\n"
    "merge makes one of two: all complaints become those of the customer who is named last, who also takes "
    "over "
    "what was not known yet. It is one change, and can be undone. The addresses of who went are still "
    "recognised.",
    {{{"reklamaatio customer show maija@example.fi", "all there is on her"},
      {"reklamaatio customer edit C-7 --phone \"040 123 4567\" --prefers email", "put facts right"},
      {"reklamaatio customer merge C-3 C-5 C-7 -m \"the same person\"", "C-7 stays"}}},
    make_customer};

} // namespace reklamaatio::cli
