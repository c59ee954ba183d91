// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/customer_named.hpp"
#include "cli/complaint_list.hpp"
#include "cli/field_options.hpp"
#include "cli/filter_words.hpp"
#include "cli/registry.hpp"
#include "complaint/error.hpp"
#include "complaint/mailbox.hpp"
#include "store/complaints.hpp"
#include "store/overviews.hpp"
#include "text/nearest.hpp"
#include "text/plural.hpp"
#include "view/tables/complaint_table.hpp"

#include <array>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

struct OrderRow {
    std::string_view name;
    store::Order order;
    bool descending; // what people expect first
};

constexpr std::array k_orders{
    OrderRow{"due", store::Order::urgency, false},
    OrderRow{"id", store::Order::id, false},
    OrderRow{"received", store::Order::received_at, true},
    OrderRow{"logged", store::Order::logged_at, true},
    OrderRow{"resolved", store::Order::resolved_at, true},
    OrderRow{"priority", store::Order::priority, false},
};

std::vector<std::string> order_words() {
    std::vector<std::string> words;
    for (const auto& row : k_orders) {
        words.emplace_back(row.name);
        words.push_back("-" + std::string(row.name));
    }
    return words;
}

std::string summary(const store::Matches& counts) {
    std::string line = text::plural(counts.all, "complaint");
    std::string parts;
    const auto add = [&](std::int64_t count, std::string_view what) {
        if (count > 0) parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", count, what);
    };
    add(counts.overdue, "overdue");
    add(counts.unanswered, "unanswered");
    add(counts.due_today, "due today");
    add(counts.waiting, "waiting");
    return parts.empty() ? line : line + ": " + parts;
}

class List final : public Command {
  public:
    void declare(Options& options) override {
        options.words("--status", "STATUS", m_filter.status,
                      "how far it is; without it all but closed and void ones, and of those the ones whose "
                      "customer waits for an answer");
        options.flag("--all", m_all, "closed and void ones as well");
        declare_filters(options, m_filter.fields);
        options.list("--team", "TEAM", m_filter.team, "of these teams");
        options.list("--assignee", "WHO", m_filter.assignee, "that these people handle");
        options.flag("--mine", m_mine, "that are assigned to you");
        options.flag("--unassigned", m_filter.unassigned,
                     "that are not assigned to a person, whether a team has them or not");
        options.text("-c,--customer", "WHO", m_customer,
                     "of a customer: C-7, e-mail, telephone or part of the name");
        options.list("--tag", "TAG", m_filter.tag, "with all of these tags");
        options.flag("--promised", m_filter.promised, "with an open promise, and what it is");
        options.text("--since", "TIME", m_since, "received then or later");
        options.text("--until", "TIME", m_until, "received before then; a date includes that day");
        options.flag("--overdue", m_overdue, "whose deadline has passed");
        options.text("--due-before", "TIME", m_due_before, "due before then");
        options.text("--text", "WORDS", m_words,
                     "with all of these words in subject, text or notes; rikki* finds rikkinäinen");
        options.choice("--sort", "ORDER", order_words(), "an order", m_sort,
                       "which come first, else due; -id is the other way round");
        options.number("--limit", "N", m_limit, "at most N");
        options.flag("--fail-empty", m_fail_empty, "end with status 4 when nothing matches");
    }

    host::ExitStatus run(Session& session) override {
        complete_filter(session);
        const bool text = session.prints_text();
        const auto shown =
            show_complaints(session, m_filter, sequence(), view::list_columns(text, m_filter.promised));
        const bool sums_up = text && shown > 0 && session.settings().near_times;
        const auto matches = sums_up || m_limit ? count(session) : store::Matches{shown};
        if (sums_up) session.out() << '\n' << summary(matches) << '\n';
        session.tell_left_out(shown, matches.all);
        if (matches.all == 0)
            session.confirm(store::next_complaint_id(session.desk().database()).number == 1
                                ? "there is no complaint yet; log one with reklamaatio open SUBJECT"
                                : "nothing matches");
        return matches.all == 0 && m_fail_empty ? host::ExitStatus::nothing_matched : host::ExitStatus::done;
    }

  private:
    // As `open` and `edit` read it, but that a part of a name will do.
    void set_customer(Session& session, const std::string& who) {
        const auto typed = casework::read_customer(who);
        if (typed.number)
            m_filter.customer_id = casework::customer_numbered(session.desk(), *typed.number).id;
        m_filter.customer_name = typed.name;
        const bool is_mailbox = typed.other.find('@') != std::string::npos;
        m_filter.customer = is_mailbox ? complaint::read_mailbox(typed.other).address : typed.other;
    }

    void complete_filter(Session& session) {
        // What is over needs nobody.
        if (m_filter.unassigned && m_filter.status.empty() && !m_all)
            m_filter.status = {complaint::Status::new_, complaint::Status::open, complaint::Status::waiting};
        if (m_filter.status.empty() && !m_all) m_filter.at_hand = true;
        settle_words(session, m_filter);
        if (m_mine) m_filter.assignee.push_back(own_key(session));
        if (m_customer) set_customer(session, *m_customer);
        if (m_customer && m_customer->find_first_not_of(' ') == std::string::npos)
            throw host::UsageError(
                "--customer needs somebody: C-7, an e-mail address, a telephone number or a name");
        m_filter.country = session.desk().policy().organisation.country;
        m_filter.since = session.moment("--since", m_since, time::DateMeans::beginning);
        m_filter.until = session.until(m_until);
        if (m_overdue) m_filter.overdue_at = session.desk().now();
        m_filter.due_before = session.moment("--due-before", m_due_before, time::DateMeans::beginning);
        m_filter.words = m_words.value_or("");
        if (m_words && m_words->empty()) throw host::UsageError("--text needs a word to look for");
    }

    store::Matches count(Session& session) const {
        const auto today = session.desk().zone().date_at(session.desk().now());
        return store::count_overviews(session.desk().database(), m_filter, session.desk().now(),
                                      session.desk().zone().start_of(today + std::chrono::days{1}));
    }

    const OrderRow& find_order() const {
        const std::string name = m_sort.value_or("due");
        const std::string_view bare =
            name.starts_with('-') ? std::string_view(name).substr(1) : std::string_view(name);
        for (const auto& row : k_orders)
            if (row.name == bare) return row;
        return k_orders.front();
    }

    store::Sequence sequence() const {
        if (!m_sort && m_filter.promised) return {store::Order::promised, false, m_limit};
        const OrderRow& row = find_order();
        const bool turned = m_sort && m_sort->starts_with('-');
        return {row.order, turned != row.descending, m_limit};
    }

    store::Filter m_filter;
    std::optional<std::string> m_customer, m_since, m_until, m_due_before, m_words, m_sort;
    std::optional<std::int64_t> m_limit;
    bool m_all = false, m_mine = false, m_overdue = false, m_fail_empty = false;
};

} // namespace

extern constexpr CommandRow k_list{
    "list",
    Group::front,
    Access::read,
    "list complaints, the most urgent first",
    R"(Lists what is neither closed nor void, the most urgent deadline first. Filters narrow it down: several words
of one filter are alternatives, different filters must all hold.)",
    {{{"reklamaatio list", "what is to do"},
      {"reklamaatio list --overdue --assignee maria", "what maria is late with"},
      {"reklamaatio list --all --text \"kiuas rikki*\" --columns id,subject --csv",
       "search everything, as CSV"}}},
    make<List>};

} // namespace reklamaatio::cli
