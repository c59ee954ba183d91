// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/complaint_list.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "cli/typed_line.hpp"
#include "complaint/customer.hpp"
#include "complaint/own_field.hpp"
#include "store/complaints.hpp"
#include "store/customer_overviews.hpp"
#include "store/matches.hpp"
#include "store/overviews.hpp"
#include "text/names.hpp"
#include "text/nearest.hpp"
#include "text/plural.hpp"
#include "view/tables/complaint_mark.hpp"
#include "view/tables/complaint_table.hpp"

#include <algorithm>
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
    OrderRow{"harm", store::Order::harm, false},
};

std::vector<std::string_view> order_words() {
    return text::names_of(k_orders, &OrderRow::name);
}

// For completion, either way round.
std::vector<std::string_view> offered_orders() {
    static const auto k_turned = [] {
        std::vector<std::string> turned;
        for (const auto word : order_words())
            turned.push_back(fmt::format("-{}", word));
        return turned;
    }();
    auto words = order_words();
    words.insert(words.end(), k_turned.begin(), k_turned.end());
    return words;
}

// The sign of injuries is told: it is the one that nobody may have to guess.
// Of what kind all are is told as well, unless their name says it: a narrow table leaves it out.
std::string summary(const store::Matches& counts, bool tells_kind, render::Signs signs) {
    std::string line = text::plural(counts.all, "complaint");
    if (tells_kind && counts.all > 1 && counts.only_kind && *counts.only_kind != complaint::Kind::complaint)
        line += fmt::format(", each of kind {}", word(*counts.only_kind));
    std::string parts;
    const auto add = [&](std::int64_t count, std::string_view what) {
        if (count > 0) parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", count, what);
    };
    add(counts.overdue, "overdue");
    add(counts.unanswered, "unanswered");
    add(counts.due_today, "due today");
    add(counts.waiting, "waiting");
    add(counts.injuries, fmt::format("{} ({})", text::one_or_many(counts.injuries, "injury", "injuries"),
                                     view::injury_sign(signs)));
    return parts.empty() ? line : line + ": " + parts;
}

// Who types `list overdue` does not look for a word.
std::string option_meant(const std::string& word) {
    constexpr std::array<std::string_view, 5> k_flags{"overdue", "mine", "unassigned", "promised",
                                                      "appealed"};
    if (std::ranges::find(k_flags, word) != k_flags.end()) return "--" + word;
    if (complaint::find_word<complaint::Status>(word)) return "--status=" + word;
    if (complaint::find_word<complaint::Priority>(word)) return "--priority=" + word;
    if (complaint::find_word<complaint::Kind>(word)) return "--kind=" + word;
    return "";
}

// "nothing open matches 'korhonen'; 2 closed ones do: add --all". Empty when all was shown.
std::string unseen(std::int64_t shown, const std::string& words, const store::Hidden& hidden) {
    const auto count = hidden.closed > 0 ? hidden.closed : hidden.void_;
    const auto number = hidden.are_all ? fmt::to_string(count) : fmt::format("more than {}", count - 1);
    const auto what =
        fmt::format("{} {} {}", number, hidden.closed > 0 ? "closed" : "void", count == 1 ? "one" : "ones");
    // Of what is shown, void ones are mostly duplicates.
    if (shown > 0)
        return hidden.closed == 0
                   ? ""
                   : fmt::format("{} {} as well: add --all", what, count == 1 ? "matches" : "match");
    const auto looked_for = words.empty() ? "" : fmt::format(" '{}'", words);
    if (count == 0) {
        const auto option = option_meant(words);
        return option.empty() ? "nothing matches"
                              : fmt::format("nothing matches{}; if that is no word to look for, run {}",
                                            looked_for, typed_line({"list", option}));
    }
    return fmt::format("nothing open matches{}; {} {}: add --all", looked_for, what,
                       count == 1 ? "does" : "do");
}

// "'korhonen' means C-1 (Maija Korhonen) and C-4 (Pekka Korhonen); --customer C-1 takes one of them". Empty where it
// is the whole name, the address or the number of one, or of nobody.
std::string whom(const std::string& typed, const store::Called& called) {
    constexpr std::size_t k_most = 5;
    auto all = called.whole;
    all.insert(all.end(), called.part.begin(), called.part.end());
    if (all.empty() || (all.size() == 1 && called.part.empty())) return "";
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(all.size(), k_most); ++i)
        names.push_back(introduced(all[i]));
    if (all.size() > k_most) names.push_back(fmt::format("{} more", all.size() - k_most));
    const auto meant = fmt::format("'{}' means {}", typed, text::listed(names, "and"));
    return all.size() == 1
               ? meant
               : fmt::format("{}; --customer {} takes one of them", meant, to_string(all.front().id));
}

class List final : public Command {
  public:
    void declare(Options& options) override {
        m_filters.declare(options,
                          "where the complaint stands; by default all but closed and void ones, plus any of "
                          "those whose customer is waiting for an answer");
        options.flag("--all", m_all, "closed and void ones as well");
        options.flag("--closed", m_closed, "what is over: the same as --status resolved,closed");
        options.text(
            "--sort", "ORDER", m_sort,
            fmt::format("sort order, due by default: {}, or a field of your own; a leading - reverses it, as "
                        "in -id",
                        fmt::join(order_words(), ", ")));
        options.offer_words(offered_orders());
        options.number("--limit", "N", m_limit, "at most N");
        options.flag("--fail-empty", m_fail_empty, "exit with status 4 when nothing matches");
    }

    std::vector<view::DescribedTable> tables() const override {
        return {{"list", "complaints, as list prints them unless --columns says otherwise", [] {
                     return view::complaint_columns(view::list_columns(false, view::ListOf::complaints));
                 }}};
    }
    std::vector<render::Column> columns() const override { return view::all_complaint_columns(); }

    // What cannot be looked for is said before a database is.
    void prepare(const host::Environment& environment) override {
        m_filters.read_words();
        m_filters.check_no_numbers_as_options(environment.arguments);
    }

    host::ExitStatus run(Session& session) override {
        if (m_closed) m_filters.admit_what_is_over();
        const auto usual = m_all ? FilterOptions::Usual::all : FilterOptions::Usual::at_hand;
        const auto& filter = m_filters.complete(session, usual);
        const bool text = session.prints_text();
        const auto shown =
            show_complaints(session, filter, sequence(session), view::list_columns(text, what(filter)));
        const bool sums_up = text && shown > 0 && session.settings().near_times;
        const auto matches = sums_up ? count(session, m_filters.filter())
                                     : store::Matches{m_limit ? count_all(session, filter) : shown};
        if (sums_up) {
            session.out() << '\n';
            const bool tells_kind = m_filters.filter().fields.asked_of("kind").empty();
            session.say(summary(matches, tells_kind, session.style().signs));
        }
        session.tell_left_out(shown, matches.all);
        tell_whom_it_means(session, filter);
        tell_what_is_not_shown(session, matches.all);
        return matches.all == 0 && m_fail_empty ? host::ExitStatus::nothing_matched : host::ExitStatus::done;
    }

  private:
    static view::ListOf what(const store::Filter& filter) {
        if (filter.promised) return view::ListOf::promises;
        if (filter.appealed || !filter.appealed_to.empty()) return view::ListOf::appeals;
        if (filter.audience) return view::ListOf::publicity;
        const bool waits = filter.status == std::vector{complaint::Status::waiting};
        return waits ? view::ListOf::waits : view::ListOf::complaints;
    }

    // A name, or a part of one, may be somebody else's or several people's.
    static void tell_whom_it_means(Session& session, const store::Filter& filter) {
        const auto& typed = filter.customer.empty() ? filter.customer_name : filter.customer;
        if (!session.confirms() || typed.empty()) return;
        const auto called = store::customers_called(session.desk().database(), typed, filter.country);
        const auto sentence = whom(typed, called);
        if (!sentence.empty()) session.confirm(sentence);
    }

    void tell_what_is_not_shown(Session& session, std::int64_t shown) {
        if (!session.confirms()) return;
        auto& database = session.desk().database();
        if (shown == 0 && store::next_complaint_id(database).number == 1)
            return session.confirm("there are no complaints yet; log one with reklamaatio open SUBJECT");
        if (shown == 0 && m_filters.has_status()) return tell_of_other_statuses(session);
        const auto hidden =
            m_filters.narrows_down() ? store::count_hidden(database, m_filters.filter()) : store::Hidden{};
        const auto sentence = unseen(shown, m_filters.filter().words, hidden);
        if (!sentence.empty()) session.confirm(sentence);
    }

    // The same in any status.
    void tell_of_other_statuses(Session& session) const {
        auto filter = m_filters.filter();
        filter.status.clear();
        const auto others = count_all(session, filter);
        session.confirm(others == 0
                            ? "nothing matches"
                            : fmt::format("nothing of that status matches; {} of another {}: use --all "
                                          "instead of --status",
                                          others, others == 1 ? "does" : "do"));
    }

    static std::int64_t count_all(Session& session, const store::Filter& filter) {
        return store::count_complaints(session.desk().database(), filter);
    }
    static store::Matches count(Session& session, const store::Filter& filter) {
        const auto today = session.desk().zone().date_at(session.desk().now());
        return store::count_overviews(session.desk().database(), filter, session.desk().now(),
                                      session.desk().zone().start_of(today + std::chrono::days{1}));
    }

    store::Sequence sequence(Session& session) const {
        if (!m_sort && m_filters.filter().promised) return {store::Order::promised, false, m_limit};
        const auto name = m_sort.value_or("due");
        const bool turned = name.starts_with('-');
        const auto bare = std::string_view(name).substr(turned ? 1 : 0);
        for (const auto& row : k_orders)
            if (row.name == bare)
                return {row.order, turned != row.descending, m_limit, "", session.desk().now()};
        if (const auto* own = complaint::own_field_named(session.desk().policy().own, bare))
            return {order_of(*own), turned, m_limit, own->name()};
        auto known = order_words();
        for (const auto& own : session.desk().policy().own)
            known.push_back(own->name());
        throw host::UsageError(fmt::format("--sort: {}", complaint::unknown_word(bare, "an order", known)));
    }

    static store::Order order_of(const complaint::OwnField& own) {
        const auto type = own.facts().type;
        const bool is_number = type == complaint::OwnType::number || type == complaint::OwnType::money;
        return is_number ? store::Order::own_number : store::Order::own_text;
    }

    FilterOptions m_filters;
    std::optional<std::string> m_sort;
    std::optional<std::int64_t> m_limit;
    bool m_all = false, m_closed = false, m_fail_empty = false;
};

} // namespace

extern constexpr CommandRow k_list{
    "list",
    Group::front,
    Access::read,
    "list complaints, the most urgent first",
    R"(Lists what is neither closed nor void, the most urgent deadline first; at a terminal closed ones that match are
mentioned. Filters narrow it down: several words of one filter are alternatives, different filters must all hold. A value that
some complaint has as a whole is taken whole, commas and all; else commas separate values. Case does not matter. With
--status waiting alone it shows for what each waits, and since when.

WORDS are looked for in subject and text, messages, notes, wishes, promises, offers, steps, the reasons of waits, present
and past, reference, category, product and tags, and in the customer's name, e-mail address and telephone number, also of
what was merged into a complaint. All of them must be there, wherever; case and accents do not matter. Of Chinese, Japanese and Thai any part is found.)",
    {{{"reklamaatio list", "what there is to do"},
      {"reklamaatio list --overdue --assignee maria", "what maria is late with"},
      {"reklamaatio list kiuas \"rikki*\" virtanen --all --csv", "search everything, as CSV"}}},
    make<List>};

} // namespace reklamaatio::cli
