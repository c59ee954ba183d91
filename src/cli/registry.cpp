// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/registry.hpp"

#include "cli/commands/commands.hpp"
#include "cli/duty_rows.hpp"
#include "cli/insight_rows.hpp"
#include "cli/procedure_rows.hpp"
#include "cli/repair_rows.hpp"

namespace reklamaatio::cli {

namespace {

constexpr std::array k_commands{
    CommandRow{
        "open",
        Group::front,
        Access::create,
        "log a complaint",
        "Logs a complaint and prints its number, such as R-1, and nothing else. A subject or a text (-m) is "
        "all that it "
        "needs. The customer is recognised by e-mail address, else by telephone number; never by name "
        "alone.\n\n"
        "The rules of the policy sort it: they set what was not said here, add tags, and give it to "
        "somebody: "
        "of a team, to the present member with the fewest; when all are away, to the lead. --no-rules leaves "
        "that out.\n\n"
        "The clocks start when the customer complained: say --received when that was earlier than now. With "
        "--answered "
        "the customer has been answered already, because you are talking.",
        {{{"reklamaatio open \"Kiuas halkesi\" -c \"Maija <maija@example.fi>\" -k claim",
           "a claim by telephone"},
          {"reklamaatio open \"Paczka nie doszła\" --received \"yesterday 16:40\" -m -",
           "the text comes from standard input"},
          {"reklamaatio open \"Väärä koko\" --answered --assign maria --tag shoes,summer",
           "answered while the customer is on the phone"}}},
        make_open},
    CommandRow{
        "classify",
        Group::front,
        Access::write,
        "classify a complaint",
        "Sorts complaints: kind, category, product, cause, priority, harm and tags. What is not "
        "mentioned stays as it "
        "is; an empty text takes a value away. When a complaint falls under another service level by "
        "that, deadlines "
        "that are neither met nor past are planned anew.\n\n"
        "--auto applies the rules of the policy. What has a value stays; kind, priority and harm count as "
        "decided when they are not the usual ones, or have ever been changed. What is not resolved and "
        "has neither person nor team is given to somebody. --explain tells of each rule what it did, "
        "or would do.",
        {{{"reklamaatio classify R-12 --kind claim --category damage --product \"Harvia M3\"",
           "one complaint"},
          {"reklamaatio classify R-12..R-15,R-20 --auto --dry-run", "what the rules would do"},
          {"reklamaatio list --text rikki* --format ids | reklamaatio classify - --auto",
           "all that a search finds"}}},
        make_classify},
    CommandRow{
        "assign",
        Group::front,
        Access::write,
        "put somebody in charge",
        "Gives complaints to a person, or to a team. A new complaint is open from then on. A person "
        "keeps the team that "
        "the complaint has; a team takes it from the person.\n\n"
        "--auto chooses by the policy: of the team that it has, or that a rule gives it to, the present "
        "member with the fewest unresolved complaints; when all are away, the lead. Whoever has it and "
        "is there keeps it. What nothing routes is left alone; when that is all, the status is 1.",
        {{{"reklamaatio assign R-12 maria", "to a person"},
          {"reklamaatio assign R-12 R-13 team:returns", "to a team"},
          {"reklamaatio list --unassigned --format ids | reklamaatio assign - --auto",
           "what nobody has, to whoever has the fewest"}}},
        make_assign},
    CommandRow{"resolve",
               Group::front,
               Access::write,
               "record the outcome",
               "Ends the resolution clock. Deciding and being accepted are two facts: --outcome is our "
               "decision, --settled says "
               "whether the customer accepted it. With --channel the message goes to the customer and counts "
               "as an answer.\n\n"
               "Open promises, offers without an answer and steps that the policy demands stand in the way: "
               "see to them first, or say --force with the reason; what was left stays on record. --prevent "
               "begins a preventive action for the cause; see action.",
               {{{"reklamaatio resolve R-12 --outcome upheld --remedy replacement --settled yes",
                  "made good, and accepted"},
                 {"reklamaatio resolve R-13 --outcome partly --remedy discount --amount 49,90",
                  "a part of the price given back"},
                 {"reklamaatio resolve R-14 --outcome upheld --prevent \"wrap the glass\"",
                  "so that it does not come again"}}},
               make_resolve},
    CommandRow{"report",
               Group::front,
               Access::read,
               "show how it is going",
               "Without a name: the daily SLA report, for yesterday, with what is overdue or due today. "
               "Attainment is met / "
               "(met + breached), counted by the day on which deadlines fell due, whether the complaint is "
               "still open or was "
               "resolved late; with nothing due it is empty, never 100 %. Percentiles are values that really "
               "occurred; p90 is "
               "empty below ten of them.",
               {{{"reklamaatio report", "the daily SLA report"},
                 {"reklamaatio report sla --period last-month --by channel", "attainment by channel"},
                 {"reklamaatio report flow --period 2026 --by month --format csv", "for a spreadsheet"}}},
               make_report},
    CommandRow{"list",
               Group::front,
               Access::read,
               "list complaints, the most urgent first",
               "Lists what is neither closed nor void, the most urgent deadline first. Filters narrow it "
               "down: several words "
               "of one filter are alternatives, different filters must all hold.",
               {{{"reklamaatio list", "what is to do"},
                 {"reklamaatio list --overdue --assignee maria", "what maria is late with"},
                 {"reklamaatio list --all --text \"kiuas rikki*\" --columns id,subject --csv",
                  "search everything, as CSV"}}},
               make_list},
    CommandRow{
        "show",
        Group::front,
        Access::read,
        "show one complaint on a page",
        "Shows who complains of what, where each clock stands, the steps, offers and promises, how it ended, "
        "what was done and said, duplicates included, and last what is owed next and the command that may be "
        "typed now. Lengths of working time say so; all others are calendar time.\n\n"
        "As JSON: the fields of an export, and lists: deadlines, steps (all five), promises, offers, "
        "actions, "
        "conversation, merged, history and a few more; every key is always there.",
        {{{"reklamaatio show R-12", "on a page"},
          {"reklamaatio show ref:shop/4711", "by the reference of another system"},
          {"reklamaatio show R-12 --json", "for a script"}}},
        make_show},
    CommandRow{
        "contact",
        Group::handling,
        Access::write,
        "log a message to or from the customer",
        "The first message by a human to the customer ends the response clock; a machine's receipt (--auto) "
        "ends none. "
        "With --await the complaint waits for the customer, with a reason, and the resolution clock stands "
        "still until "
        "the customer writes (--in) or the wait is ended (--no-await).",
        {{{"reklamaatio contact R-12 --channel phone -m \"Uusi lähtee huomenna\"",
           "what we told the customer"},
          {"reklamaatio contact R-12 --await \"a photo\" -m \"Voitteko lähettää kuvan?\"",
           "now it is the customer's turn"},
          {"reklamaatio contact R-12 --in --at \"today 9:15\" -m -", "the customer's answer, logged later"}}},
        make_contact},
    CommandRow{
        "note",
        Group::handling,
        Access::write,
        "write something down, among ourselves",
        "An internal note: the customer does not see it, and no clock heeds it. It is found by list --text.",
        {{{"reklamaatio note R-12 -m \"Varastossa kaksi jäljellä\"", "one note"},
          {"reklamaatio note R-12 -e", "in the editor"},
          {"", ""}}},
        make_note},
    k_step_row,
    k_promise_row,
    k_offer_row,
    k_followup_row,
    k_action_row,
    CommandRow{"reopen",
               Group::handling,
               Access::write,
               "open a resolved complaint again",
               "The policy says whether the resolution clock continues, starts anew, or leaves out the time "
               "in which the "
               "complaint was closed ([organisation] reopen).",
               {{{"reklamaatio reopen R-12 -m \"The new one is broken, too\"", "with the reason"},
                 {"", ""},
                 {"", ""}}},
               make_reopen},
    CommandRow{
        "void",
        Group::handling,
        Access::write,
        "take out what was entered by mistake",
        "A void complaint keeps its number and its history, and stands in no list of work; all its deadlines "
        "are "
        "cancelled, and the figures on service levels leave it out.",
        {{{"reklamaatio void R-12 -m \"entered twice, see R-11\"", "with the reason"}, {"", ""}, {"", ""}}},
        make_void},
    k_edit_row,
    k_merge_row,
    k_undo_row,
    k_explain_row,
    k_alerts_row,
    CommandRow{"log",
               Group::looking,
               Access::read,
               "show what was done, by whom and when",
               "The events, in order of recording. When something happened and when it was recorded are two "
               "times; text shows "
               "the first, data formats both.",
               {{{"reklamaatio log R-12", "of one complaint"},
                 {"reklamaatio log --since today", "of today"},
                 {"reklamaatio log --csv -o log.csv", "all of it"}}},
               make_log},
    k_check_row,
    CommandRow{"import",
               Group::data,
               Access::create,
               "read complaints from CSV files",
               "Columns are matched by name (English, Finnish or Polish), by --map or by a profile. All or "
               "nothing: one row that "
               "does not fit, and nothing is imported, unless --keep-going is said. The key of a row is its "
               "uid, else source "
               "and ref; the same row again is skipped. Due times in the file win over the policy's.",
               {{{"reklamaatio import orders.csv --profile shop.toml --dry-run", "see what would happen"},
                 {"reklamaatio import old.csv --map subject=Otsikko --map received_at=Pvm", "a few columns"},
                 {"reklamaatio import orders.csv --profile shop.toml --rejects bad.csv",
                  "take what fits, keep the rest"}}},
               make_import},
    CommandRow{"export",
               Group::data,
               Access::read,
               "write every field of every complaint",
               "CSV unless another format is asked for. Importing the file into an empty database and "
               "exporting again gives the "
               "same file.",
               {{{"reklamaatio export -o complaints.csv", "for a spreadsheet or a backup"},
                 {"reklamaatio export --format ndjson | jq .subject", "for other tools"},
                 {"", ""}}},
               make_export},
    k_customer_row,
    CommandRow{
        "policy",
        Group::data,
        Access::none,
        "show, check, compare, test or apply the policy",
        "The policy says when the firm works and what it promises by when. check judges a file and names "
        "every fault with "
        "its line and column; apply puts it in force and plans anew the deadlines of unresolved complaints "
        "that are "
        "neither met nor past; show prints the one in force, or an earlier one; diff shows how a file "
        "differs "
        "from it; test tries the rules on the cases of a CSV file, see reklamaatio-formats(5), shows what "
        "became of them, and which rules never matched, and ends with status 1 when one came out otherwise "
        "than expected; example prints the one that a new database has, with comments on all that a policy "
        "may "
        "say.",
        {{{"reklamaatio policy example > policy.toml", "start one of your own"},
          {"reklamaatio policy test cases.csv --policy policy.toml", "try its rules"},
          {"reklamaatio policy apply policy.toml", "put it in force"}}},
        make_policy},
    k_simulate_row,
    CommandRow{"verify",
               Group::data,
               Access::read,
               "check that the database can be trusted",
               "Checks the file, its tables and views, the chain of hashes of the log up to its last event, "
               "whether replaying the log gives exactly what is stored, and whether the words that list "
               "--text looks for are those of the texts. "
               "Ends with status 65 and a line for each fault.",
               {{{"reklamaatio verify", "after a crash, or once a week from cron"}, {"", ""}, {"", ""}}},
               make_verify},
    CommandRow{"init",
               Group::program,
               Access::create,
               "make the database",
               "Makes an empty database with the default policy; one that is there already is left as it is. "
               "open, import and "
               "policy apply do the same when there is none.",
               {{{"reklamaatio init", "where it is looked for by default"},
                 {"reklamaatio --db /srv/complaints.db init", "elsewhere"},
                 {"", ""}}},
               make_init},
    CommandRow{"config",
               Group::program,
               Access::none,
               "show the settings",
               "What holds now, from flags, environment and configuration file; or where that file is.",
               {{{"reklamaatio config list", "what holds"},
                 {"reklamaatio config path", "where the file is"},
                 {"", ""}}},
               make_config},
    CommandRow{"help",
               Group::program,
               Access::none,
               "show help",
               "All commands by what they are for, or one command with examples and options.",
               {{{"reklamaatio help", "all commands"}, {"reklamaatio help open", "one of them"}, {"", ""}}},
               make_help},
};

} // namespace

std::span<const CommandRow> commands() {
    return k_commands;
}

} // namespace reklamaatio::cli
