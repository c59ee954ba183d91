// SPDX-License-Identifier: GPL-3.0-or-later
// No line that is printed for people is wider than it may be: every command is run at a terminal and with --width, over
// long words, long names, emoji and wide characters, and each line is measured.
//
// What is there to be copied stays whole: examples and usage lines of the help, and files that are printed as they are.
#include "cli/registry.hpp"
#include "cli/run.hpp"
#include "text/painted.hpp"
#include "time/clock.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace reklamaatio;

namespace {

using Words = std::vector<std::string>;

constexpr const char* k_word = "Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilaalta";
constexpr const char* k_sentence =
    "Kiuas halkesi 🔥 ensimmäisellä lämmityskerralla, ja tulisijan lasinsirpaleita löytyi vielä "
    "viikonkin päästä pesuhuoneesta 👨‍👩‍👧‍👦";
constexpr const char* k_wide = "壊れたストーブの修理について、お客様から何度もお電話をいただいております";
constexpr const char* k_name =
    "Maria-Annukka Hyvärinen-Lindström-Wierzbicka-Przybyszewska <maria@example.fi>";

class NoShell final : public host::Shell {
  public:
    std::optional<int> run(const std::string&, const std::string&, const std::map<std::string, std::string>&,
                           std::chrono::seconds) const override {
        return 0;
    }
    int run_for_person(const std::string&, const std::map<std::string, std::string>&,
                       const std::optional<std::string>&) const override {
        return 0;
    }
};

struct Printed {
    std::string out, err;
    int status = 0;
};

// `terminal`: its columns; 0: there is none.
Printed run(Words words, int terminal, std::string_view now = "2026-11-20T10:00:00Z") {
    std::istringstream in;
    std::ostringstream out, err;
    const time::FixedClock clock(time::from_iso(now).value());
    const NoShell shell;
    const bool is_terminal = terminal > 0;
    const host::Environment environment{
        std::move(words),
        in,
        out,
        err,
        {{"REKLAMAATIO_DB", "x.db"}, {"REKLAMAATIO_AS", "maria"}, {"REKLAMAATIO_PAGER", "cat"}},
        is_terminal,
        is_terminal,
        is_terminal,
        terminal,
        0,
        clock,
        [] { return "tester"; },
        shell};
    const int status = cli::run(environment);
    return {out.str(), err.str(), status};
}

void write_files() {
    std::ofstream("policy.toml") << R"([organisation]
name = "Suomen Erikoiskiuas- ja Saunanrakennusosakeyhtiö Hyvärinen & Kumppanit"
timezone = "Europe/Helsinki"
[calendar.office]
hours.mon = ["08:00-16:00"]
hours.tue = ["08:00-16:00"]
hours.wed = ["08:00-16:00"]
hours.thu = ["08:00-16:00"]
hours.fri = ["08:00-16:00"]
[[sla]]
name = "everything"
response = "4h"
update = "2bd"
resolution = "5bd"
followup = "14d"
[[legal]]
name = "Kulutustavaroiden virheitä koskevien reklamaatioiden vastausaika"
kind = ["complaint", "claim"]
term = "14d"
extend_to = "60d"
ends = "next-working-day"
then = "accepted"
source = "ein Gesetz über die Fristen der Beantwortung von Verbraucherbeschwerden im Handel, seen 2026-11"
[[rule]]
name = "damage of stoves in the first heating"
when.text = ["kiuas*"]
set.category = "damage"
)";
    std::ofstream("other.toml") << R"([organisation]
name = "Kiuas"
timezone = "Europe/Helsinki"
[calendar.office]
hours.mon = ["08:00-16:00"]
[[sla]]
name = "everything"
response = "1h"
resolution = "2bd"
)";
    std::ofstream("in.csv") << "ref,received_at,subject,status,kind\nA,2026-11-18,Kiuas " << k_word
                            << ",new,complaint\nB,2026-11-18,Toinen,new,ihmettely\nC,2026-11-18,Kolmas,new,"
                               "ihmettely\nD,30.2.2026,Neljäs,new,complaint\n";
}

// What fills the database; a slip here would make the test say nothing.
const std::vector<std::pair<const char*, Words>> k_story{
    {"2026-11-02T08:00:00Z", {"policy", "apply", "policy.toml"}},
    {"2026-11-02T08:00:00Z",
     {"open", std::string("Kiuas ") + k_sentence, "-c", k_name, "--phone", "040 123 4567", "--wish", k_wide,
      "--product", k_word, "--tag", k_word, "-m", std::string(k_sentence) + "\n\n" + k_word + " " + k_wide}},
    {"2026-11-02T09:00:00Z",
     {"open", k_wide, "-c", "山田太郎 <yamada@example.jp>", "-k", "claim", "-m", k_wide}},
    {"2026-11-02T10:00:00Z", {"open", k_word, "-c", "Zoë 👩‍🚀 <zoe@example.com>"}},
    {"2026-11-03T08:00:00Z", {"assign", "R-1", "maria"}},
    {"2026-11-03T09:00:00Z", {"contact", "R-1", "-m", k_sentence}},
    {"2026-11-04T08:00:00Z", {"promise", "R-1", k_sentence, "--by", "2026-11-06"}},
    {"2026-11-04T08:00:00Z", {"promise", "R-1", k_wide, "--by", "2026-11-30"}},
    {"2026-11-04T08:00:00Z", {"task", "R-1", k_sentence, "--for", "me", "--by", "2026-11-06"}},
    {"2026-11-04T08:00:00Z", {"task", "R-1", k_wide, "--for", k_word}},
    {"2026-11-05T08:00:00Z", {"offer", "R-1", "discount", "--amount", "49.90", "-m", k_wide}},
    {"2026-11-05T09:00:00Z", {"offer", "R-1", "--declined", "--wish", k_sentence}},
    {"2026-11-05T09:00:00Z", {"step", "R-1", "apologise", "-m", k_sentence}},
    {"2026-11-06T09:00:00Z", {"contact", "R-2", "--await", k_sentence, "-m", k_wide}},
    {"2026-11-06T10:00:00Z", {"note", "R-3", "-m", std::string(k_word) + k_word}},
    {"2026-11-06T11:00:00Z",
     {"resolve", "R-3", "--outcome", "upheld", "--cause", k_word, "--prevent", k_sentence, "-m", k_wide}},
};

// At least one for each command. What ends with a refusal is a sentence as well.
const std::vector<Words> k_commands{
    {"help"},
    {"help", "options"},
    {"--help"},
    {"open", "--help"},
    {"open", k_sentence, "-c", k_name, "-n"},
    {"open", k_sentence, "-c", k_name},
    {"classify", "R-1", "--auto", "--explain"},
    {"classify", "R-1", "--product", k_word},
    {"assign", "R-1", "maria", "-n"},
    {"contact", "R-1", "-m", k_sentence},
    {"note", "R-1", "-m", k_sentence},
    {"step", "R-1", "understand", "-m", k_sentence},
    {"promise", "R-1", k_sentence, "--by", "2026-12-24", "-n"},
    {"task", "R-1", k_sentence, "--for", k_word, "--by", "2026-12-24", "-n"},
    {"volume", "list"},
    {"volume", "set", "2026-10", "1200", "--product", k_word, "-n"},
    {"task", "list"},
    {"task", "list", "--all"},
    {"task", "done", "R-1", "1", "-m", k_sentence, "-n"},
    {"task", "drop", "R-1"},
    {"task", "give", "R-1", "2", "me", "-n"},
    {"offer", "R-1", "gift", "-m", k_sentence, "-n"},
    {"resolve", "R-1", "--outcome", "upheld"},
    {"resolve", "R-1", "--outcome", "upheld", "--force", "-m", k_sentence, "-n"},
    {"reopen", "R-3", "-m", k_sentence, "-n"},
    {"appeal", "R-3", "--to", k_word, "--ref", k_word, "-n"},
    {"extend", "R-1", "legal", "--until", "2026-11-30", "--reason", k_sentence, "-n"},
    {"followup", "R-3", "--csat", "5", "-n"},
    {"edit", "R-1", "--subject", k_wide, "-n"},
    {"merge", "R-2", "R-1", "-n"},
    {"void", "R-2", "-m", k_sentence, "-n"},
    {"undo", "-n"},
    {"undo", "2"},
    {"undo", "--list"},
    {"list"},
    {"list", "--all"},
    {"list", "--promised"},
    {"list", "--appealed", "--all"},
    {"list", "--public", "1", "--all"},
    {"list", "nothinglikethis"},
    {"list", "--columns", "id,subject,text,wish,customer,email,phone,product,cause,tags"},
    {"show", "R-1"},
    {"show", "R-2"},
    {"show", "R-3"},
    {"show", "R-99"},
    {"log"},
    {"log", "R-1", "--by", "me"},
    {"explain", "R-1"},
    {"explain", "R-2", "resolution"},
    {"alerts"},
    {"alerts", "--new", "-n", "--always"},
    {"report"},
    {"report", "sla", "--period", "2026-11", "--by", "product"},
    {"report", "flow", "--period", "2026-11", "--by", "cause"},
    {"report", "recovery", "--period", "2026-11"},
    {"report", "customers", "--period", "2026-11", "--by", "product"},
    {"simulate", "--policy", "other.toml", "--period", "2026-11"},
    {"action", "list"},
    {"person", "list"},
    {"person", "away", "maria", "--until", "+3d", "-n"},
    {"action", "done", "1", "-n"},
    {"customer", "list"},
    {"customer", "show", "C-1"},
    {"customer", "edit", "C-1", "--name", k_wide, "-n"},
    {"import", "in.csv", "-n"},
    {"import", "in.csv", "-n", "--keep-going"},
    {"import", "--detect", "in.csv", "--save", "detected.toml"},
    {"policy", "check", "policy.toml"},
    {"policy", "apply", "other.toml", "-n"},
    {"policy", "test"},
    {"customer", "extract", "C-1"},
    {"customer", "erase", "C-1", "-n"},
    {"retention"},
    {"backup", "copy.db"},
    {"restore", "copy.db"},
    {"verify"},
    {"config", "list"},
    {"config", "list", "--columns", "help"},
    {"schema", "--list"},
    {"schema"},
    {"init"},
    {"nothinglikethis"},
    {"list", "--nothinglikethis"},
};

// They print no sentences: data, and one line for a machine.
const std::set<std::string_view> k_not_for_people{"export", "check"};

bool is_to_be_copied(const std::string& line) {
    return line.starts_with("  reklamaatio ") || line.starts_with("Usage: ");
}

std::string typed(const Words& words) {
    std::string line;
    for (const auto& word : words)
        line += ' ' + word;
    return line.substr(1);
}

int faults_in(const std::string& text, int width, const std::string& where) {
    int faults = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (text::width_of_painted(line) <= width || is_to_be_copied(line)) continue;
        std::cout << where << ": " << text::width_of_painted(line) << " columns:\n    " << line << '\n';
        ++faults;
    }
    return faults;
}

int check_story() {
    int faults = 0;
    for (const auto& [now, words] : k_story) {
        const auto printed = run(words, 0, now);
        if (printed.status == 0) continue;
        std::cout << "$ " << typed(words) << "\n    ended with " << printed.status << ": " << printed.err;
        ++faults;
    }
    return faults;
}

int check_all_are_run() {
    int faults = 0;
    for (const auto* row : cli::commands()) {
        const bool is_run =
            std::ranges::any_of(k_commands, [&](const Words& words) { return words.front() == row->name; });
        if (is_run || k_not_for_people.contains(row->name)) continue;
        std::cout << "the command " << row->name << " is not run at any width\n";
        ++faults;
    }
    return faults;
}

int check_width(const Words& words, int width) {
    const auto where = std::to_string(width) + " $ " + typed(words);
    const auto at_terminal = run(words, width);
    int faults = faults_in(at_terminal.out, width, where);
    faults += faults_in(at_terminal.err, width, where + " 2>");
    auto with_option = words;
    with_option.insert(with_option.end(), {"--width", std::to_string(width)});
    faults += faults_in(run(with_option, 0).out, width, where + " --width");
    std::filesystem::remove("detected.toml");
    return faults;
}

} // namespace

int main() {
    std::string folder = (std::filesystem::temp_directory_path() / "widths-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) return 2;
    std::filesystem::current_path(folder);
    write_files();
    int faults = check_all_are_run() + check_story();
    for (const int width : {40, 60, 80, 120})
        for (const auto& words : k_commands)
            faults += check_width(words, width);
    std::filesystem::current_path("/");
    std::filesystem::remove_all(folder);
    std::cout << faults << " faults\n";
    return faults == 0 ? 0 : 1;
}
