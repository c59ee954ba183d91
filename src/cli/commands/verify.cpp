// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/verify.hpp"

#include "cli/registry.hpp"
#include "host/failure.hpp"
#include "text/plural.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

class Verify final : public Command {
  public:
    void declare(Options&) override {}

    std::vector<view::DescribedTable> tables() const override {
        return {{"verify", "what was found whole", data_columns}};
    }

    host::ExitStatus run(Session& session) override {
        const auto verdict = store::verify(session.desk().database(), session.desk().store().policies());
        if (!verdict.faults.empty())
            throw host::Failure(host::ExitStatus::bad_data,
                                fmt::format("{}", fmt::join(verdict.faults, "\n")));
        const render::Table table{data_columns(),
                                  {{render::Value{verdict.events}, render::Value{verdict.complaints},
                                    render::Value{verdict.customers}, render::Value{std::int64_t{0}}}}};
        if (!session.prints_text())
            session.show(table);
        else
            session.say(fmt::format("all is well: {}, {}, {}", text::plural(verdict.events, "event"),
                                    text::plural(verdict.complaints, "complaint"),
                                    text::plural(verdict.customers, "customer")));
        return host::ExitStatus::done;
    }

  private:
    static std::vector<render::Column> data_columns() {
        using render::Align;
        using render::Column;
        using render::Kind;
        return {
            Column{"events", "Events", Align::right}.holding(Kind::number, "events of the log"),
            Column{"complaints", "Complaints", Align::right}.holding(Kind::number,
                                                                     "complaints that there are"),
            Column{"customers", "Customers", Align::right}.holding(Kind::number, "customers that there are"),
            Column{"faults", "Faults", Align::right}.holding(Kind::number,
                                                             "0: with a fault there is no row")};
    }
};

} // namespace

extern constexpr CommandRow k_verify{
    "verify",
    Group::data,
    Access::read,
    "check that the database can be trusted",
    R"(Checks the file, its tables and views, the chain of hashes of the log up to its last event, whether replaying
the log gives exactly what is stored, and whether the words that list --text looks for are those of the texts.
Ends with status 65 and a line for each fault.)",
    {{{"reklamaatio verify", "after a crash, or once a week from cron"}, {"", ""}, {"", ""}}},
    make<Verify>};

} // namespace reklamaatio::cli
