// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/retention.hpp"

#include "cli/customer_data.hpp"
#include "cli/registry.hpp"
#include "complaint/overview.hpp"
#include "store/customers.hpp"
#include "store/taken_back.hpp"
#include "time/display.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using render::Align;
using render::Cell;
using render::Column;
using render::Kind;
using render::Value;

class Retention final : public Command {
  public:
    void declare(Options& options) override {
        options.flag("--apply", m_apply, "erase them; without it they are only listed");
    }

    std::vector<view::DescribedTable> tables() const override {
        return {
            {"retention", "whose personal data are kept for longer than the policy says", lapsed_columns},
            {"retention --apply", "what was erased, and where something of it may be left", erased_columns}};
    }
    std::vector<render::Column> columns() const override {
        return m_apply ? erased_columns() : lapsed_columns();
    }

    Access access(Access of_row) const override { return m_apply ? of_row : Access::read; }

    host::ExitStatus run(Session& session) override {
        const auto found = casework::lapsed(session.desk());
        if (found.empty()) session.confirm("nobody's personal data are kept for longer than the policy says");
        if (!m_apply)
            show(session, found);
        else if (!found.empty() || !session.prints_text())
            show_erased(session, casework::erase_lapsed(session.desk(), found), false);
        return host::ExitStatus::done;
    }

  private:
    static std::vector<Column> lapsed_columns() {
        return {Column{"id", "ID"}.holding(Kind::text, "C-7; R-124 of a complaint of nobody"),
                Column{"customer", "Customer", Align::left, 0, 8}.holding(Kind::text,
                                                                          "what the customer is called"),
                Column{"complaints", "Complaints", Align::right}.holding(Kind::number,
                                                                         "how many would be erased"),
                Column{"last", "Last"}.holding(Kind::instant, "when anything last happened")};
    }

    // One who was undone is in the log alone.
    static std::string name_of(Session& session, complaint::CustomerId id) {
        auto& database = session.desk().database();
        if (const auto customer = store::find_customer(database, id)) return called(*customer);
        std::string name;
        store::read_taken_back(database, id, [&](const auto& customer) { name = called(customer); });
        return name;
    }

    static void show(Session& session, const std::vector<store::Lapsed>& found) {
        render::Table table{lapsed_columns(), {}};
        for (const auto& each : found) {
            const auto name = each.customer ? name_of(session, *each.customer) : "";
            table.rows.push_back(
                {Value{each.customer ? to_string(*each.customer) : to_string(*each.complaint)},
                 render::text_or_none(name), Value{each.complaints},
                 Cell{Value{each.last},
                      time::display_near(each.last, session.desk().now(), session.desk().zone())}});
        }
        if (!table.rows.empty() || !session.prints_page()) session.show(table);
    }

    bool m_apply = false;
};

} // namespace

extern constexpr CommandRow k_retention{
    "retention",
    Group::data,
    Access::write,
    "list or erase personal data that are kept for too long",
    R"(Lists the customers to whom nothing happened for as long as erase_after of the policy says, and whose complaints are all
closed or void; such complaints of nobody; and those whose adding or opening was undone for so long. --apply erases what is personal of them, as customer erase does, in one change. Whoever has a complaint
that is not over, or to whom anything happened since, stays. Nothing is printed where there is nobody.)",
    {{{"reklamaatio retention", "who would be erased"},
      {"reklamaatio retention --csv -o lapsed.csv", "for whoever decides"},
      {"reklamaatio retention --apply", "once a month from cron"}}},
    make<Retention>};

} // namespace reklamaatio::cli
