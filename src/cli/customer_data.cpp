// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/customer_data.hpp"

#include "casework/customer_extract.hpp"
#include "cli/asking.hpp"
#include "complaint/customer.hpp"
#include "host/failure.hpp"
#include "host/input_file.hpp"
#include "store/copies.hpp"
#include "store/customers.hpp"
#include "store/erasure.hpp"
#include "text/plural.hpp"
#include "text/visible.hpp"
#include "view/page/extract_page.hpp"
#include "view/tables/customer_extract.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using render::Value;

// More are counted.
constexpr std::size_t k_most_told = 5;

template <typename Number>
std::string told(const std::vector<Number>& numbers) {
    std::vector<std::string> names;
    for (const auto& number : numbers)
        if (names.size() < k_most_told) names.push_back(to_string(number));
    if (numbers.size() > names.size()) names.push_back(fmt::format("{} more", numbers.size() - names.size()));
    return text::listed(names, "and");
}

std::string named(const std::vector<std::string>& names, const host::Environment& environment,
                  const Settings& settings) {
    auto store = store::Store::open_for_reading(settings.db);
    auto desk = desk_at(store, environment, settings, "");
    std::vector<std::string> each;
    for (const auto& name : names) {
        const auto id = casework::customer_kept(desk, name);
        const auto customer = store::find_customer(desk.database(), id);
        each.push_back(customer ? complaint::introduced(*customer) : to_string(id));
    }
    return text::listed(each, "and");
}

// Where those that this command erases are still.
std::vector<store::Copy> copies_left(Session& session) {
    auto& database = session.desk().database();
    return store::copies_with(database, store::erased_by(database, session.desk().ledger().change()));
}

void tell_erased(Session& session, const casework::Erasing& erasing, bool is_dry_run) {
    const auto who = erasing.customers.empty() ? told(erasing.complaints) : told(erasing.customers);
    const bool are_several =
        erasing.customers.empty() ? erasing.complaints.size() > 1 : erasing.customers.size() > 1;
    std::string line = fmt::format("{} {} erased", who, is_dry_run ? "would be" : are_several ? "are" : "is");
    if (!erasing.customers.empty() && !erasing.complaints.empty())
        line += fmt::format(", with {}", told(erasing.complaints));
    session.say(line);
    if (!erasing.named_in.empty())
        session.say(fmt::format("the same name or address stands in the words of {}; look there",
                                told(erasing.named_in)));
    for (const auto& copy : copies_left(session))
        session.say(fmt::format("{} is {} and has the data still; remove it when it is needed no more",
                                copy.file.string(),
                                copy.is_from_upgrade ? "from before an upgrade" : "a backup"));
}

render::Table erased_table(Session& session, const casework::Erasing& erasing) {
    render::Table table{erased_columns(), {}};
    const auto add = [&](const std::string& id, std::string_view what) {
        table.rows.push_back({Value{id}, Value{std::string(what)}});
    };
    for (const auto id : erasing.customers)
        add(to_string(id), "customer");
    for (const auto id : erasing.complaints)
        add(to_string(id), "complaint");
    for (const auto id : erasing.named_in)
        add(to_string(id), "named_in");
    for (const auto& copy : copies_left(session))
        add(copy.file.string(), "copy");
    return table;
}

// What was erased is gone for good when the command has ended.
void see_to_end_of_erasing(Session& session) {
    store::erased_beside(
        session.settings().db); // a list that cannot be used is told before anything is erased
    session.defer([database = session.settings().db, change = session.desk().ledger().change()] {
        store::finish_erasing(database, change);
    });
}

} // namespace

std::vector<render::Column> erased_columns() {
    using render::Column;
    using render::Kind;
    return {
        Column{"id", "ID"}.holding(Kind::text, "C-7, R-124, or the name of a file"),
        Column{"what", "What"}.holding(
            Kind::text,
            "customer or complaint: it is erased; named_in: a complaint in whose words the name or an "
            "address stands; copy: a backup beside the database, or a file from before an upgrade, which has "
            "the data still")};
}

void extract_customers(Session& session, const std::vector<std::string>& names) {
    std::vector<complaint::CustomerId> customers;
    for (const auto& name : names)
        if (const auto id = casework::customer_kept(session.desk(), name);
            std::ranges::find(customers, id) == customers.end())
            customers.push_back(id);
    if (session.prints_objects()) {
        render::ObjectFrame objects(session.out(), session.settings().format);
        objects.open();
        for (const auto customer : customers)
            objects.add(
                view::extract_record(session.desk(), casework::extract_customer(session.desk(), customer)));
        return objects.end();
    }
    if (!session.prints_page())
        throw host::UsageError("customer extract is a page of text, or an object with --json");
    bool is_first = true;
    for (const auto customer : customers) {
        if (!is_first) session.out() << '\n';
        is_first = false;
        session.out() << view::extract_page(
            session.desk(), casework::extract_customer(session.desk(), customer), session.style());
    }
}

void ask_before_erasing(const std::vector<std::string>& names, const host::Environment& environment,
                        const Settings& settings) {
    if (!environment.in_is_terminal || !environment.err_is_terminal)
        throw host::UsageError(
            "what is erased is gone for good; say --yes, or --dry-run to see what would go");
    const auto question =
        fmt::format("{} would be erased with all that was said and written; that can never be undone",
                    named(names, environment, settings));
    tell_person(text::visible_line(question), environment);
    environment.err << "Type yes to erase: " << std::flush;
    if (read_line(environment) != "yes") throw host::Failure(host::ExitStatus::refused, "nothing was erased");
}

void erase_customers(Session& session, const std::vector<std::string>& names, const ErasingChoice& choice,
                     bool is_dry_run) {
    std::vector<complaint::CustomerId> customers;
    for (const auto& name : names)
        customers.push_back(casework::customer_kept(session.desk(), name));
    const auto open = choice.open_too ? casework::OpenOnes::erase : casework::OpenOnes::refuse;
    show_erased(session, casework::erase_customers(session.desk(), customers, open), is_dry_run);
}

std::vector<store::Erased> erased_before(const std::string& database,
                                         const std::optional<std::string>& file) {
    if (file) host::check_readable(*file);
    auto erased = store::erased_beside(database);
    if (file) std::ranges::copy(store::read_erased(*file), std::back_inserter(erased));
    return erased;
}

void tell_erased_again(Session& session, const casework::Erasing& erasing) {
    const auto& complaints = erasing.complaints;
    if (!session.prints_text() || (erasing.customers.empty() && complaints.empty())) return;
    session.say(fmt::format("erased before, and again: {}",
                            complaints.empty() ? told(erasing.customers) : told(complaints)));
}

void erase_again(Session& session, const std::optional<std::string>& file, bool is_dry_run) {
    const auto& database = session.settings().db;
    const auto erased = erased_before(database, file);
    const auto erasing = casework::erase_again(session.desk(), erased);
    const bool are_any = !erasing.customers.empty() || !erasing.complaints.empty();
    if (are_any && !is_dry_run) see_to_end_of_erasing(session);
    // The next file may tell of those of whom this one did not.
    if (file && !is_dry_run) session.defer([database, erased] { store::add_erased(database, erased); });
    tell_erased_again(session, erasing);
}

void show_erased(Session& session, const casework::Erasing& erasing, bool is_dry_run) {
    if (!is_dry_run) see_to_end_of_erasing(session);
    if (!session.prints_text()) return session.show(erased_table(session, erasing));
    if (erasing.customers.empty() && erasing.complaints.empty())
        return session.say("nothing personal is left; nothing was erased");
    tell_erased(session, erasing, is_dry_run);
}

} // namespace reklamaatio::cli
