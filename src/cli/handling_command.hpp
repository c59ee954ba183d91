// SPDX-License-Identifier: GPL-3.0-or-later
// What commands that change complaints have in common: ids, message, time, dry run, and what they print.
#pragma once

#include "cli/command.hpp"
#include "cli/message.hpp"
#include "cli/typed_ids.hpp"
#include "complaint/handling.hpp"
#include "view/tables/complaint_table.hpp"
#include "view/words/confirmation.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::cli {

class HandlingCommand : public Command {
  public:
    void declare(Options& options) final;
    void prepare(const host::Environment& environment) final;
    bool asks_for_words() const final { return m_message.is_to_be_written(); }
    void copy_input_from(const Command& asking) final;
    void adopt(const Command& rehearsal) final;
    void ask(const host::Environment& environment, const Settings& settings) final;
    void take(const casework::Caller& caller) final { m_caller = caller; }
    std::string draft() const final { return m_message.draft(); }
    void discard_draft() final { m_message.discard_draft(); }
    bool is_dry_run() const final { return m_dry_run; }
    // Of the complaints as they then are.
    std::vector<render::Column> columns() const override { return view::all_complaint_columns(); }

  protected:
    // The options of the one command; the common ones are declared after them.
    virtual void declare_own(Options& options) = 0;
    // What -m says here: "what was said".
    virtual std::string message_help() const { return "a note on it"; }
    // The argument for ids: "ID", repeatable; commands with other arguments declare them themselves.
    virtual bool takes_ids() const { return true; }
    // Whether - stands for customers, who may be named by an e-mail address.
    virtual bool names_customers() const { return false; }
    // Where ids are taken and nothing else, the option that words behind them were meant for.
    virtual std::string_view words_go_with() const { return "-m"; }
    // Whether the message may stand behind the ids as well, as one argument.
    virtual bool takes_text() const { return false; }
    // Whether words may stand behind the ids; words() has them.
    virtual bool takes_words() const { return false; }
    // Whether what it handles has a place for the time that it took.
    virtual bool takes_effort() const { return true; }
    // What --took says here.
    virtual std::string took_help() const {
        return "how long it took, such as 15m or 1h30m; of several complaints each gets its share";
    }
    virtual std::string ids_help() const;
    // Whether more than blanks was typed.
    static bool says_something(const std::optional<std::string>& text);
    // Asks the person for what is no words, before the message; nothing is locked yet.
    virtual void ask_own(const host::Environment&, const Settings&) {}

    // Each complaint that was named, one event after the other; prints what became of them.
    host::ExitStatus change_each(Session& session, const std::vector<std::string>& ids,
                                 const std::function<complaint::Event(const complaint::Complaint&,
                                                                      const complaint::Occasion&)>& decide);
    // What becomes of one complaint: events, each decided on the state that the one before it leaves, and
    // clauses that say why, and what else is worth knowing.
    struct Decided {
        std::vector<complaint::Event> events;
        std::string why = {};
        std::string rest = {};
    };
    // Likewise, and what is shown of it is left to the command.
    using Changed = view::ChangedComplaint;
    std::vector<Changed> record_each(
        Session& session, const std::vector<std::string>& ids,
        const std::function<Decided(const complaint::Complaint&, const complaint::Occasion&)>& decide);
    // The same with steps, promises, offers and tasks of each.
    using Decision = std::function<complaint::Event(const complaint::Complaint&, const complaint::Procedure&,
                                                    const complaint::Occasion&)>;
    host::ExitStatus change_each_whole(Session& session, const std::vector<std::string>& ids,
                                       const Decision& decide);

    complaint::Occasion occasion(Session& session) const;
    // A time to come, as typed for an option; a date alone means its end. Throws UsageError for one that is
    // so far away that it can only be a slip.
    static std::optional<time::Instant> deadline(Session& session, const std::string& option,
                                                 const std::optional<std::string>& text);
    // Whose the telephone number is that was said, where somebody was asked.
    const std::optional<casework::Caller>& caller() const { return m_caller; }
    const std::string& message() const { return m_message.text(); }
    bool is_wordless() const { return m_message.is_wordless(); }
    const std::vector<std::string>& ids() const { return m_ids; }
    // What stands behind the ids, where it may.
    const std::vector<std::string>& words() const { return m_words; }
    // The line with these words, which are no ids, behind that option, or in quotes where they belong to the value of
    // another. Throws UsageError.
    [[noreturn]] void refuse_words(const std::vector<std::string>& words) const;
    // These words, several of one text, in quotes where they stand, and what the line needs besides. Throws UsageError.
    [[noreturn]] void refuse_unquoted(const std::vector<std::string>& words,
                                      std::string_view needs = "") const;
    // The arguments from the first on that is no complaint by its looks; not of what stands in front of `from`.
    std::vector<std::string> words_from(std::size_t from) const;
    // For commands whose arguments are more than ids.
    std::vector<std::string>& arguments() { return m_ids; }
    // The same as typed, where - stands for however many ids there are on standard input.
    const std::vector<std::string>& typed() const { return m_typed; }

    // That this complaint is changed by it, in another way than by record_each.
    void concerns(complaint::Id id) { m_concerned.push_back(id); }

    // How long it took, where that was said; else zero.
    std::chrono::minutes took() const { return m_took; }

    // In text a confirmation for a person (of a dry run: what would change); in other formats the complaints
    // as they are.
    void show_changed(Session& session, const std::vector<Changed>& changed);
    // How announcements speak.
    view::Tense tense() const { return {m_dry_run}; }
    // What was done, for a person who is looking; of a dry run in text, what would be done, for everybody.
    void announce(Session& session, const std::string& sentence) const;

  private:
    static Decided with_effort(Decided decided, const complaint::Complaint& before,
                               std::chrono::minutes took);
    static void tell_of_others(Session& session, complaint::Id id, std::int64_t known);
    static void tell_of_replaced(Session& session, complaint::Id id, const complaint::Event& event);
    void take_text();
    void part_words();
    std::string comments(const host::Environment& environment, const Settings& settings) const;

    std::vector<std::string> m_ids;
    std::vector<std::string> m_typed;
    std::vector<std::string> m_words;
    std::vector<std::string> m_arguments;   // of the whole line
    std::vector<std::string> m_wordy;       // the options whose values have several words
    std::vector<complaint::Id> m_concerned; // the complaints that it changes, once it was run or rehearsed
    std::int64_t m_known = 0;               // the last event of the log when it was last run; 0: it was not
    MessageOption m_message;
    std::optional<casework::Caller> m_caller;
    std::optional<std::string> m_at;
    std::chrono::minutes m_took{0};
    bool m_dry_run = false;
};

} // namespace reklamaatio::cli
