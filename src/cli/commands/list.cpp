// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/customer_named.hpp"
#include "cli/complaint_list.hpp"
#include "cli/field_options.hpp"
#include "cli/filter_words.hpp"
#include "cli/registry.hpp"
#include "complaint/error.hpp"
#include "complaint/mailbox.hpp"
#include "store/complaints.hpp"
#include "store/full_text.hpp"
#include "store/overviews.hpp"
#include "text/nearest.hpp"
#include "text/plural.hpp"
#include "view/tables/complaint_table.hpp"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

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

// "nothing open matches 'korhonen'; 2 closed ones do: add --all". Empty when all was shown.
std::string unseen(std::int64_t shown, const std::string& words, const store::Hidden& hidden) {
    const auto count = hidden.closed > 0 ? hidden.closed : hidden.void_;
    const auto what =
        fmt::format("{} {} {}", count, hidden.closed > 0 ? "closed" : "void", count == 1 ? "one" : "ones");
    // Of what is shown, void ones are mostly duplicates.
    if (shown > 0)
        return hidden.closed == 0
                   ? ""
                   : fmt::format("{} {} as well: add --all", what, count == 1 ? "matches" : "match");
    if (count == 0) return "nothing matches";
    const auto looked_for = words.empty() ? "" : fmt::format(" '{}'", words);
    return fmt::format("nothing open matches{}; {} {}: add --all", looked_for, what,
                       count == 1 ? "does" : "do");
}

class List final : public Command {
  public:
    void declare(Options& options) override {
        options.arguments("WORDS", m_words, "as --text WORDS", false);
        options.words("--status", "STATUS", m_filter.status,
                      "where the complaint stands; by default all but closed and void ones, plus any of "
                      "those whose customer is waiting for an answer");
        options.flag("--all", m_all, "closed and void ones as well");
        declare_filters(options, m_filter.fields);
        options.whole_texts("--team", "TEAM", m_filter.team, "of these teams");
        options.whole_texts("--assignee", "WHO", m_filter.assignee, "that these people handle");
        options.flag("--mine", m_mine, "that are assigned to you");
        options.flag("--unassigned", m_filter.unassigned,
                     "not assigned to a person, whether or not a team has them");
        options.text("-c,--customer", "WHO", m_customer,
                     "of a customer: C-7, e-mail, telephone or part of the name");
        options.whole_texts("--tag", "TAG", m_tags, "with all of these tags");
        options.flag("--promised", m_filter.promised, "with an open promise, which is shown");
        options.text("--since", "TIME", m_since, "received then or later");
        options.text("--until", "TIME", m_until, "received before then; a date includes that day");
        options.text("--resolved-since", "TIME", m_resolved_since,
                     "resolved then or later; closed ones as well");
        options.text("--resolved-until", "TIME", m_resolved_until,
                     "resolved before then, likewise; a date includes that day");
        options.flag("--overdue", m_overdue, "with a deadline that has passed");
        options.text("--due-before", "TIME", m_due_before, "due before then");
        options.texts("--text", "WORDS", m_words,
                      "with all of these words, wherever they stand; rikki* finds rikkinäinen");
        options.choice("--sort", "ORDER", order_words(), "an order", m_sort,
                       "sort order, due by default; a leading - reverses it, as in -id");
        options.number("--limit", "N", m_limit, "at most N");
        options.flag("--fail-empty", m_fail_empty, "exit with status 4 when nothing matches");
    }

    // What cannot be looked for is said before a database is.
    void prepare(const host::Environment&) override {
        for (const auto& words : m_words) {
            if (words.empty()) throw host::UsageError("--text needs a word to look for");
            try {
                store::match_expressions(words);
            } catch (const complaint::BadValue& fault) {
                throw host::UsageError(fmt::format("--text: {}", fault.what()));
            }
        }
        m_filter.words = fmt::format("{}", fmt::join(m_words, " "));
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
        tell_what_is_not_shown(session, matches.all);
        return matches.all == 0 && m_fail_empty ? host::ExitStatus::nothing_matched : host::ExitStatus::done;
    }

  private:
    void tell_what_is_not_shown(Session& session, std::int64_t shown) {
        if (!session.confirms()) return;
        if (shown == 0 && store::next_complaint_id(session.desk().database()).number == 1)
            return session.confirm("there are no complaints yet; log one with reklamaatio open SUBJECT");
        const auto hidden =
            narrows_down() ? store::count_hidden(session.desk().database(), m_filter) : store::Hidden{};
        const auto sentence = unseen(shown, m_filter.words, hidden);
        if (!sentence.empty()) session.confirm(sentence);
    }

    // Without any filter what is over is not looked for.
    bool narrows_down() const {
        const auto& f = m_filter;
        const bool by_words = !f.words.empty() || f.fields.begin() != f.fields.end() || !f.tag.empty();
        const bool by_people = !f.team.empty() || (!f.assignee.empty() && !m_mine) || m_customer;
        return f.at_hand && (by_words || by_people || f.since || f.until);
    }

    // As `open` and `edit` read it, but that a part of a name will do.
    void set_customer(Session& session, const std::string& who) {
        const auto typed = casework::read_customer(who);
        if (typed.number)
            m_filter.customer_id = casework::customer_numbered(session.desk(), *typed.number).id;
        m_filter.customer_name = typed.name;
        const bool is_mailbox = typed.other.find('@') != std::string::npos;
        m_filter.customer = is_mailbox ? complaint::read_mailbox(typed.other).address : typed.other;
    }

    // What is to do; when it was resolved is asked of what is over.
    void show_what_is_meant() {
        const bool asks_for_ends = m_resolved_since || m_resolved_until;
        if (asks_for_ends) m_filter.status = {complaint::Status::resolved, complaint::Status::closed};
        m_filter.at_hand = !asks_for_ends;
    }

    void complete_filter(Session& session) {
        // What is over needs nobody.
        if (m_filter.unassigned && m_filter.status.empty() && !m_all)
            m_filter.status = {complaint::Status::new_, complaint::Status::open, complaint::Status::waiting};
        if (m_filter.status.empty() && !m_all) show_what_is_meant();
        for (const auto& tag : m_tags)
            m_filter.tag.push_back({tag});
        settle_words(session, m_filter);
        if (m_mine) m_filter.assignee.push_back(own_key(session));
        if (m_customer) set_customer(session, *m_customer);
        if (m_customer && m_customer->find_first_not_of(' ') == std::string::npos)
            throw host::UsageError(
                "--customer needs somebody: C-7, an e-mail address, a telephone number or a name");
        m_filter.country = session.desk().policy().organisation.country;
        m_filter.since = session.moment("--since", m_since, time::DateMeans::beginning);
        m_filter.until = session.until(m_until);
        m_filter.resolved_since =
            session.moment("--resolved-since", m_resolved_since, time::DateMeans::beginning);
        m_filter.resolved_until =
            session.moment("--resolved-until", m_resolved_until, time::DateMeans::after);
        if (m_overdue) m_filter.overdue_at = session.desk().now();
        m_filter.due_before = session.moment("--due-before", m_due_before, time::DateMeans::beginning);
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
    std::optional<std::string> m_customer, m_since, m_until, m_resolved_since, m_resolved_until, m_due_before,
        m_sort;
    std::vector<std::string> m_words, m_tags;
    std::optional<std::int64_t> m_limit;
    bool m_all = false, m_mine = false, m_overdue = false, m_fail_empty = false;
};

} // namespace

extern constexpr CommandRow k_list{
    "list",
    Group::front,
    Access::read,
    "list complaints, the most urgent first",
    R"(Lists what is neither closed nor void, the most urgent deadline first; at a terminal closed ones that match are
mentioned. Filters narrow it down: several words of one filter are alternatives, different filters must all hold. A value that
some complaint has as a whole is taken whole, commas and all; else commas separate values. Case does not matter.

WORDS are looked for in subject and text, messages, notes, wishes, promises, offers, steps, the reason of a wait, reference,
category, product and tags, and in the customer's name, e-mail address and telephone number, also of what was merged into a
complaint. All of them must be there, wherever; case and accents do not matter. Of Chinese, Japanese and Thai any part is found.)",
    {{{"reklamaatio list", "what there is to do"},
      {"reklamaatio list --overdue --assignee maria", "what maria is late with"},
      {"reklamaatio list kiuas \"rikki*\" virtanen --all --csv", "search everything, as CSV"}}},
    make<List>};

} // namespace reklamaatio::cli
