// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/customer_named.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "cli/typed_line.hpp"
#include "complaint/customer.hpp"
#include "store/customers.hpp"
#include "store/merging.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

using complaint::Complaint;

class Merge final : public HandlingCommand {
  protected:
    bool takes_ids() const override { return false; }
    std::string message_help() const override { return "why"; }

    void declare_own(Options& options) override {
        options.arguments("ID", arguments(), "duplicates, followed by the one that stays");
    }

  public:
    host::ExitStatus run(Session& session) override {
        if (typed().size() < 2)
            throw host::UsageError(
                "merge needs a duplicate and the one that stays: reklamaatio merge R-12 R-7");
        check_are_no_customers();
        if (const auto words = words_from(1); !words.empty()) refuse_words(words);
        std::vector<std::string> references = ids();
        const auto into = session.desk().complaints({references.back()});
        if (into.size() != 1)
            throw host::UsageError(fmt::format("'{}' names {} complaints; the last one stays, so name one",
                                               references.back(), into.size()));
        references.pop_back();
        const auto duplicates = session.desk().complaints(references);
        if (duplicates.empty()) return host::ExitStatus::done; // no ids on standard input
        for (const auto& duplicate : duplicates)
            concerns(duplicate.id);
        concerns(into.front().id);
        store::merge(session.desk().database(), session.desk().ledger(), duplicates, into.front(), message(),
                     occasion(session), took());
        show(session, duplicates, into.front());
        for (const auto& duplicate : duplicates)
            tell_of_wait(session, duplicate, into.front());
        for (const auto& duplicate : duplicates)
            warn_of_other_customer(session, duplicate, into.front());
        return host::ExitStatus::done;
    }

  private:
    // C-14 C-13 are customers.
    void check_are_no_customers() const {
        const auto is_customer = [](const std::string& id) { return part_number('C', bare(id)).has_value(); };
        if (!std::ranges::all_of(ids(), is_customer) || ids().empty()) return;
        throw host::UsageError(fmt::format("'{}' is a customer; merge customers with {}", ids().front(),
                                           typed_line(customers_line())));
    }

    static std::string bare(std::string id) {
        std::erase(id, '-');
        return id;
    }

    std::vector<std::string> customers_line() const {
        std::vector<std::string> line{"customer", "merge"};
        line.insert(line.end(), ids().begin(), ids().end());
        return line;
    }

    // The one that stays waits for what it was made to wait for, nothing else.
    void tell_of_wait(Session& session, const Complaint& duplicate, const Complaint& survivor) const {
        if (!duplicate.waiting_since) return;
        announce(session, fmt::format("{} was waiting for the customer: {}; that wait {}, and {} {}",
                                      to_string(duplicate.id), duplicate.waiting_reason,
                                      tense().would ? "would end" : "has ended", to_string(survivor.id),
                                      survivor.waiting_since ? "is still waiting" : "is not waiting"));
    }

    static std::string customer_of(Session& session, const Complaint& complaint) {
        return complaint::introduced(store::known_customer(session.desk().database(), *complaint.customer));
    }

    void warn_of_other_customer(Session& session, const Complaint& duplicate,
                                const Complaint& survivor) const {
        if (!duplicate.customer || !survivor.customer || duplicate.customer == survivor.customer) return;
        announce(session,
                 fmt::format("{} came from {}, but {} comes from {}: both are to be told from now on; "
                             "reklamaatio undo takes the merge back",
                             to_string(duplicate.id), customer_of(session, duplicate), to_string(survivor.id),
                             customer_of(session, survivor)));
    }

    void show(Session& session, const std::vector<Complaint>& duplicates, const Complaint& survivor) {
        std::vector<std::string> gone;
        std::vector<Changed> changed;
        for (const auto& duplicate : duplicates) {
            gone.push_back(to_string(duplicate.id));
            changed.push_back({duplicate, duplicate});
        }
        changed.push_back({survivor, survivor});
        if (session.prints_text())
            announce(session, fmt::format("{} {} merged into {}", fmt::join(gone, ", "),
                                          tense().is(gone.size()), to_string(survivor.id)));
        else
            show_changed(session, changed);
    }
};

} // namespace

extern constexpr CommandRow k_merge{
    "merge",
    Group::handling,
    Access::write,
    "merge duplicates",
    R"(The last one stays. The others become void and point at it; they are no longer counted. It takes over the
earliest time of receipt and the earliest answer, the tags, the highest priority and harm, and of the owner,
wish, category, product, cause and remedy what it lacks; its deadlines follow from what was said in both. A
wait of a duplicate ends. Both histories can still be read. Where they came from several customers, all of them are
concerned: the page names each, lists find it by each, and letters are owed to each.)",
    {{{"reklamaatio merge R-14 R-12", "R-12 stays"},
      {"reklamaatio merge R-14..R-16 R-12 -m \"sent four times\"", "several at once"},
      {"", ""}}},
    make<Merge>};

} // namespace reklamaatio::cli
