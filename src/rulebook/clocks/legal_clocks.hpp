// SPDX-License-Identifier: GPL-3.0-or-later
// The clocks of the law: one for each term of the policy whose conditions hold, beside the service level. What was said
// counts in the order in which it happened, whenever it was written down. For the planner alone.
#pragma once

#include "complaint/event.hpp"
#include "rulebook/clocks/running.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace reklamaatio::rulebook {

class LegalClocks {
  public:
    // Where none of the policies in force over that time has terms, nothing is noted.
    explicit LegalClocks(std::span<const PolicyVersion> policies);

    // An event of the complaint, which led from one state to the other, by its place in the order of recording. After an appeal
    // plan() is to be called.
    void take(const complaint::Complaint& before, const complaint::Complaint& after,
              const complaint::Event& event, std::size_t order);

    // A message in a duplicate, to the same customer.
    void hear(const complaint::Event& event, std::size_t order);

    // From then on other facts or another policy hold, by which what is neither met nor past due is planned again. Of what
    // has ended nothing is.
    void plan(const complaint::Complaint& complaint, const Regime& regime, time::Instant now,
              const std::vector<time::Pause>& pauses);

    // A term has the number of its place among those that ever held, and the n-th word that it asks for n hundreds more: so
    // what comes later moves no number.
    std::vector<Running> deadlines(const std::vector<time::Pause>& pauses) const;

  private:
    // Something said to the customer, or an end of the complaint, or what takes that back. appealed: it comes to the next
    // stage; what an earlier one owes is over.
    struct Turn {
        enum class Kind { told, resolved, withdrawn, ended_elsewhere, reopened, appealed };
        Kind kind = Kind::told;
        time::Instant at;
        std::size_t order = 0;
        std::string channel = {};
        bool automatic = false;
        std::int64_t offer = 0; // that it made; 0: none
    };
    // A term that the complaint fell under at some time.
    struct Held {
        Regime regime;
        time::Instant received_at;
        time::Instant noticed_at;
        bool dropped = false;
    };

    void begin_stage(time::Instant at, time::Instant noticed_at, std::size_t order);
    void begin_elsewhere(const complaint::Complaint& imported, const complaint::Event& event,
                         std::size_t order);
    void note_told(const complaint::Event& event, std::size_t order, const std::string& channel);
    void note_parts(const complaint::Event& event);
    std::vector<Turn> in_order() const;
    // Those that count for terms of a stage: from its beginning to the appeal that leaves it, and after that what was said and
    // how it ended.
    std::vector<Turn> turns_of(int stage) const;
    int stage() const { return static_cast<int>(m_stages.size()); }
    bool is_of_stage(const Held& held) const { return held.regime.term->stage == stage(); }

    time::Instant started(const Held& held) const;
    Running begun(const Held& held, int number) const;
    void meet(Running& running, const std::vector<time::Pause>& pauses) const;
    void add_updates(const Running& first, const std::vector<time::Pause>& pauses,
                     std::vector<Running>& into) const;
    std::vector<Running> rows_of(const Held& held, int number, const std::vector<time::Pause>& pauses) const;
    bool is_settled(const Held& held, time::Instant now, const std::vector<time::Pause>& pauses) const;

    bool m_has_terms;
    // The beginning of a stage, and when that was written down; of the first the receipt says it.
    struct Stage {
        time::Instant at;
        time::Instant noticed_at;
    };

    std::vector<Turn> m_turns;
    std::vector<Stage> m_stages = std::vector<Stage>(1);
    bool m_began_elsewhere = false;                  // the stage came with a file
    std::map<std::int64_t, bool> m_accepted;         // offers, by number
    std::map<std::string, time::Instant> m_extended; // terms, by name
    std::vector<Held> m_held;
};

} // namespace reklamaatio::rulebook
