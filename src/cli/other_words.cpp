// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/other_words.hpp"

#include "cli/typed_ids.hpp"
#include "cli/typed_line.hpp"
#include "complaint/fact_names.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

constexpr std::array k_other_words{
    OtherWords{"close closed done finish complete end solve settle decide reject",
               "resolve {R-12} upheld refund 49.90"},
    OtherWords{"new add create insert record register file complain ticket issue",
               "open {\"Kiuas rikki\"} -c \"Maija <maija@example.fi>\""},
    OtherWords{"find search grep query filter lookup", "list {korhonen}"},
    OtherWords{"ls todo queue inbox index overdue all tickets issues complaints", "list"},
    OtherWords{"mine my next today", "list --mine"},
    OtherWords{"reply answer respond call phone ring write send tell message msg talk inform",
               "contact {R-12} --channel phone -m \"Uusi lähtee huomenna\""},
    OtherWords{"mail email letter sms", "contact {R-12} --channel email -m \"Uusi lähtee huomenna\""},
    OtherWords{"wait await hold pause pending",
               "contact {R-12} --await \"a photo\" -m \"Voitteko lähettää kuvan?\""},
    OtherWords{"delete del remove rm drop cancel discard trash", "void {R-12} -m \"entered by mistake\""},
    OtherWords{"update change modify correct amend set rename", "edit {R-12} --subject \"Kiuas halkesi\""},
    OtherWords{"view get cat display info details detail print read look", "show {R-12}"},
    OtherWords{"start take claim own give delegate transfer pick", "assign {R-12} me"},
    OtherWords{"comment annotate memo", "note {R-12} -m \"Varastossa kaksi jäljellä\""},
    OtherWords{"tag label sort triage categorize categorise prioritize prioritise kind priority",
               "classify {R-12} --category damage --priority high"},
    OtherWords{"refund compensate discount replace replacement credit pay",
               "offer {R-12} refund --amount 49.90"},
    OtherWords{"apologise apologize empathise empathize understand fix", "step {R-12} apologise"},
    OtherWords{"escalate ombudsman authority court lawyer legal", "appeal {R-12} --to kkv --ref D/123/2026"},
    OtherWords{"survey csat nps feedback follow-up", "followup {R-12} --csat 5 --retained yes"},
    OtherWords{"unclose unresolve reactivate", "reopen {R-12} -m \"The new one leaks as well\""},
    OtherWords{"duplicate dup join combine", "merge {R-13 R-12}"},
    OtherWords{"revert rollback back", "undo"},
    OtherWords{"history events audit journal", "log {R-12}"},
    OtherWords{"stats stat statistics summary dashboard kpi", "report"},
    OtherWords{"customers client clients contacts who", "customer list {korhonen}"},
    OtherWords{"notify remind reminders warnings", "alerts"},
    OtherWords{"load upload", "import {shop.csv} --profile shop.toml"},
    OtherWords{"copy snapshot archive", "backup {/media/usb/complaints.db}"},
    OtherWords{"recover", "restore {/media/usb/complaints.db}"},
    OtherWords{"dump save download", "export -o complaints.csv"},
    OtherWords{"settings configure preferences options", "config list"},
    OtherWords{"setup install", "init"},
    OtherWords{"prevent actions", "action add {\"wrap the glass\"} --cause damage"},
};

// What belongs to a customer is looked for at the complaint.
struct OtherOptions {
    std::string_view commands; // with blanks between them
    std::string_view options;
    std::string_view line;
};

constexpr std::array k_other_options{
    OtherOptions{"edit", "--phone", "customer edit C-7 --phone \"040 123 4567\""},
    OtherOptions{"edit", "--email --mail", "customer edit C-7 --email maija@example.fi"},
    OtherOptions{"edit", "--name", "customer edit C-7 --name \"Maija Virtanen\""},
    OtherOptions{"open", "--email --mail --name", "open \"Kiuas rikki\" -c \"Maija <maija@example.fi>\""},
    OtherOptions{"list export", "--phone --email --mail --name", "list --customer \"040 123 4567\""},
};

// What stands in braces, and what was typed in its place: complaints for complaints, one text for what is in quotes, and
// else words. The example where nothing of the kind was typed.
std::string said_in_place(std::string_view example, std::span<const std::string> typed) {
    const auto options = std::ranges::find_if(typed, [](const auto& word) { return word.starts_with('-'); });
    std::vector<std::string> words(typed.begin(), options);
    if (example.starts_with("R-"))
        words.erase(std::ranges::find_if_not(words, names_complaints), words.end());
    if (words.empty()) return std::string(example);
    if (example.starts_with('"')) words = {fmt::format("{}", fmt::join(words, " "))};
    std::ranges::transform(words, words.begin(), typed_word);
    return fmt::format("{}", fmt::join(words, " "));
}

} // namespace

std::string_view line_for_option(std::string_view command, std::string_view option) {
    const auto* found = std::ranges::find_if(k_other_options, [&](const OtherOptions& row) {
        return complaint::has_name(row.commands, command) && complaint::has_name(row.options, option);
    });
    return found == k_other_options.end() ? std::string_view() : found->line;
}

std::span<const OtherWords> other_words() {
    return k_other_words;
}

std::string line_for(std::string_view word, std::span<const std::string> typed) {
    const auto* found = std::ranges::find_if(
        k_other_words, [&](const OtherWords& row) { return complaint::has_name(row.words, word); });
    if (found == k_other_words.end()) return "";
    const auto line = found->line;
    const auto open = line.find('{'), close = line.find('}');
    if (open == std::string_view::npos) return std::string(line);
    return fmt::format("{}{}{}", line.substr(0, open),
                       said_in_place(line.substr(open + 1, close - open - 1), typed), line.substr(close + 1));
}

} // namespace reklamaatio::cli
