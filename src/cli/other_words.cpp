// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/other_words.hpp"

#include "complaint/fact_names.hpp"

#include <algorithm>
#include <array>

namespace reklamaatio::cli {

namespace {

constexpr std::array k_other_words{
    OtherWords{"close closed done finish complete end solve settle decide reject",
               "resolve R-12 upheld refund 49.90"},
    OtherWords{"new add create insert record register file complain ticket issue",
               "open \"Kiuas rikki\" -c \"Maija <maija@example.fi>\""},
    OtherWords{"find search grep query filter lookup", "list korhonen"},
    OtherWords{"ls todo queue inbox index overdue all tickets issues complaints", "list"},
    OtherWords{"mine my next today", "list --mine"},
    OtherWords{"reply answer respond call phone ring write send tell message msg talk inform",
               "contact R-12 --channel phone -m \"Uusi lähtee huomenna\""},
    OtherWords{"mail email letter sms", "contact R-12 --channel email -m \"Uusi lähtee huomenna\""},
    OtherWords{"wait await hold pause pending",
               "contact R-12 --await \"a photo\" -m \"Voitteko lähettää kuvan?\""},
    OtherWords{"delete del remove rm drop cancel discard trash", "void R-12 -m \"entered by mistake\""},
    OtherWords{"update change modify correct amend set rename", "edit R-12 --subject \"Kiuas halkesi\""},
    OtherWords{"view get cat display info details detail print read look", "show R-12"},
    OtherWords{"start take claim own give delegate transfer pick", "assign R-12 me"},
    OtherWords{"comment annotate memo", "note R-12 -m \"Varastossa kaksi jäljellä\""},
    OtherWords{"tag label sort triage categorize categorise prioritize prioritise kind priority",
               "classify R-12 --category damage --priority high"},
    OtherWords{"refund compensate discount replace replacement credit pay",
               "offer R-12 refund --amount 49.90"},
    OtherWords{"apologise apologize empathise empathize understand fix", "step R-12 apologise"},
    OtherWords{"escalate ombudsman authority court lawyer legal", "appeal R-12 --to kkv --ref D/123/2026"},
    OtherWords{"survey csat nps feedback follow-up", "followup R-12 --csat 5 --retained yes"},
    OtherWords{"unclose unresolve reactivate", "reopen R-12 -m \"The new one leaks as well\""},
    OtherWords{"duplicate dup join combine", "merge R-13 R-12"},
    OtherWords{"revert rollback back", "undo"},
    OtherWords{"history events audit journal", "log R-12"},
    OtherWords{"stats stat statistics summary dashboard kpi", "report"},
    OtherWords{"customers client clients contacts who", "customer list korhonen"},
    OtherWords{"notify remind reminders warnings", "alerts"},
    OtherWords{"load upload", "import shop.csv --profile shop.toml"},
    OtherWords{"dump save download", "export -o complaints.csv"},
    OtherWords{"settings configure preferences options", "config list"},
    OtherWords{"setup install", "init"},
    OtherWords{"prevent actions", "action add \"wrap the glass\" --cause damage"},
};

} // namespace

std::span<const OtherWords> other_words() {
    return k_other_words;
}

std::string_view line_for(std::string_view word) {
    const auto* found = std::ranges::find_if(
        k_other_words, [&](const OtherWords& row) { return complaint::has_name(row.words, word); });
    return found == k_other_words.end() ? std::string_view() : found->line;
}

} // namespace reklamaatio::cli
