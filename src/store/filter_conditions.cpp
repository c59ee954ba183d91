// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/filter_conditions.hpp"

#include "complaint/mailbox.hpp"
#include "complaint/phone.hpp"
#include "store/own_values.hpp"
#include "store/word_search.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <functional>

namespace reklamaatio::store {

namespace {

// Those who are meant, way by way, so that each goes along its index. Names are folded once a customer, not once a
// complaint; case and accents make no other name.
std::string customers_meant(Conditions& conditions, const Filter& filter) {
    std::vector<std::string> ways;
    const auto add = [&](std::string_view condition, std::string_view name, std::string value) {
        if (value.empty()) return;
        ways.push_back(fmt::format("SELECT u.id FROM customer AS u WHERE {}", condition));
        conditions.also_bind(std::string(name), std::move(value));
    };
    const auto extension = complaint::phone_extension(filter.customer);
    const bool is_part_of_number = complaint::is_dialled(filter.customer) && extension.empty();
    if (filter.customer_id)
        add("u.id = :customer_number", ":customer_number", std::to_string(filter.customer_id->number));
    add("u.email_key = :customer_email", ":customer_email", complaint::email_key(filter.customer));
    if (const auto phone = complaint::phone_key(filter.customer, filter.country); !phone.empty()) {
        conditions.also_bind(":customer_extension", extension);
        add("u.phone_key = :customer_phone AND (:customer_extension = ''"
            " OR phone_extension(u.phone) IN ('', :customer_extension))",
            ":customer_phone", phone);
    }
    // An address is no part of a name.
    const auto& name = filter.customer.empty() ? filter.customer_name : filter.customer;
    const bool is_address = filter.customer.find('@') != std::string::npos;
    add(REKLAMAATIO_HAS_IN_NAME(":customer_name"), ":customer_name", is_address ? "" : text::folded(name));
    add(REKLAMAATIO_HAS_IN_PHONE(":customer_figures"), ":customer_figures",
        is_part_of_number ? text::digits_of(filter.customer) : "");
    return fmt::format("{}", fmt::join(ways, " UNION "));
}

// Who was merged into another means that one, and whose complaint was merged into another's has that one as well.
void add_customer(Conditions& conditions, const Filter& filter) {
    const auto meant = customers_meant(conditions, filter);
    conditions.add(
        meant.empty()
            ? "FALSE"
            : fmt::format("c.id IN (WITH RECURSIVE meant (id) AS ({}"
                          " UNION SELECT u.merged_into FROM meant AS m JOIN customer AS u ON u.id = m.id"
                          " WHERE u.merged_into IS NOT NULL), theirs (id) AS"
                          " (SELECT k.id FROM meant AS m JOIN complaint AS k ON k.customer_id = m.id"
                          " UNION SELECT k.merged_into FROM theirs AS t JOIN complaint AS k ON k.id = t.id"
                          " WHERE k.merged_into IS NOT NULL) SELECT id FROM theirs)",
                          meant));
}

void add_words(Conditions& conditions, const Filter& filter, std::string_view among) {
    const auto words = sought_words(filter.words);
    conditions.found_by(ids_with_words(words, among));
    conditions.also_bind(":words", expression_of_all(words));
    int number = 0;
    for (const auto& [expression, figures] : words) {
        const auto name = fmt::format(":word{}", ++number);
        conditions.also_bind(name, expression);
        if (figures.empty()) continue;
        conditions.also_bind(name + "_phone", complaint::phone_key(figures, filter.country));
        conditions.also_bind(name + "_figures", figures);
    }
}

// Every word; case and accents make no other.
void add_waiting(Conditions& conditions, const std::vector<std::string>& words) {
    int number = 0;
    for (const auto& word : words) {
        const auto name = fmt::format(":waiting{}", ++number);
        conditions.text(fmt::format("instr(folded(c.waiting_reason), {}) > 0", name), name,
                        text::folded(word));
    }
}

// A tag is one of its spellings, and each tag must be there.
void add_tags(Conditions& conditions, const std::vector<std::vector<std::string>>& tags) {
    int number = 0;
    for (const auto& spellings : tags) {
        const auto name = fmt::format(":tag{}", ++number);
        conditions.any_of(
            fmt::format("EXISTS (SELECT 1 FROM json_each({}) AS t WHERE instr(';' || c.tags || ';',"
                        " ';' || t.value || ';') > 0)",
                        name),
            name, spellings, std::identity{});
    }
}

// By the index of their values. The word "" is what has none.
void add_own(Conditions& conditions, const complaint::Field<complaint::Complaint>& field,
             const std::vector<std::string>& words) {
    const auto number = conditions.count();
    const auto name = fmt::format(":own_name{}", number);
    const bool asks_for_none = std::ranges::find(words, "") != words.end();
    conditions.any_of(fmt::format("(c.id IN (SELECT o.complaint_id FROM own_value AS o WHERE o.name = {0}"
                                  " AND o.key IN (SELECT value FROM json_each(:own{1}))){2})",
                                  name, number,
                                  asks_for_none ? fmt::format(" OR NOT EXISTS (SELECT 1 FROM own_value AS n"
                                                              " WHERE n.complaint_id = c.id AND n.name = {})",
                                                              name)
                                                : ""),
                      fmt::format(":own{}", number), words, own_key);
    conditions.also_bind(name, std::string(field.name));
}

// What has no value counts as `otherwise`.
void add_field(Conditions& conditions, std::string_view name, const std::vector<std::string>& words,
               const std::string& otherwise) {
    const auto value =
        otherwise.empty() ? fmt::format("c.{}", name) : fmt::format("coalesce(c.{0}, :usual_{0})", name);
    conditions.any_of(fmt::format("{} IN (SELECT value FROM json_each(:{}))", value, name),
                      fmt::format(":{}", name), words, std::identity{});
    if (!otherwise.empty()) conditions.also_bind(fmt::format(":usual_{}", name), otherwise);
}

void add_due(Conditions& conditions, const Filter& filter) {
    conditions.instant(
        "EXISTS (SELECT 1 FROM deadline AS d WHERE d.complaint_id = c.id AND d.due_at < :overdue_at "
        "AND " REKLAMAATIO_OWED ")",
        ":overdue_at", filter.overdue_at);
    conditions.instant(
        "EXISTS (SELECT 1 FROM deadline AS d WHERE d.complaint_id = c.id AND d.due_at < :due_before "
        "AND " REKLAMAATIO_DUE ")",
        ":due_before", filter.due_before);
}

} // namespace

bool is_at_hand(const Filter& filter) {
    if (asks_what_is_due(filter)) return false;
    return filter.at_hand
           || (!filter.status.empty() && std::ranges::none_of(filter.status, complaint::is_over));
}

std::string_view few_of(const Filter& filter) {
    if (is_at_hand(filter)) return k_numbers_at_hand;
    return asks_what_is_due(filter) ? k_numbers_that_may_owe : std::string_view();
}

Conditions conditions_of(const Filter& filter) {
    return conditions_of(filter, few_of(filter));
}

Conditions conditions_of(const Filter& filter, std::string_view among) {
    const auto word = [](auto value) { return std::string(complaint::word(value)); };
    Conditions c;
    c.any_of("c.id IN (SELECT value FROM json_each(:ids))", ":ids", filter.ids,
             [](complaint::Id id) { return id.number; });
    c.any_of("c.status IN (SELECT value FROM json_each(:status))", ":status", filter.status, word);
    if (filter.words.empty() && !among.empty()) c.add(fmt::format("c.id IN ({})", among));
    for (const auto& [field, words, otherwise] : filter.fields)
        if (field->own != nullptr)
            add_own(c, *field, words);
        else
            add_field(c, field->name, words, otherwise);
    c.any_of("c.team IN (SELECT value FROM json_each(:team))", ":team", filter.team, std::identity{});
    c.any_of("c.assignee IN (SELECT value FROM json_each(:assignee))", ":assignee", filter.assignee,
             std::identity{});
    add_tags(c, filter.tag);
    if (filter.customer_id || !filter.customer_name.empty() || !filter.customer.empty())
        add_customer(c, filter);
    if (!filter.waiting_for.empty()) c.add("c.status = 'waiting'");
    add_waiting(c, filter.waiting_for);
    if (filter.unassigned) c.add("c.assignee IS NULL");
    if (filter.promised)
        c.add("EXISTS (SELECT 1 FROM deadline AS d WHERE d.complaint_id = c.id AND d.clock = 'promise' "
              "AND " REKLAMAATIO_OWED ")");
    if (filter.appealed) c.add("c.id IN (SELECT a.complaint_id FROM appeal AS a)");
    c.any_of("c.id IN (SELECT a.complaint_id FROM appeal AS a WHERE a.body IN"
             " (SELECT value FROM json_each(:appealed_to)))",
             ":appealed_to", filter.appealed_to, std::identity{});
    if (filter.audience)
        c.text("c.public >= CAST(:audience AS INTEGER)", ":audience", std::to_string(*filter.audience));
    c.instant("c.received_at >= :since", ":since", filter.since);
    c.instant("c.received_at < :until", ":until", filter.until);
    c.instant("c.resolved_at >= :resolved_since", ":resolved_since", filter.resolved_since);
    c.instant("c.resolved_at < :resolved_until", ":resolved_until", filter.resolved_until);
    if (asks_what_is_due(filter)) add_due(c, filter);
    if (!filter.words.empty()) add_words(c, filter, among);
    return c;
}

} // namespace reklamaatio::store
