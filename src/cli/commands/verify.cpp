// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/verify.hpp"

#include "cli/commands/commands.hpp"
#include "host/failure.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

class Verify final : public Command {
  public:
    void declare(Options&) override {}

    host::ExitStatus run(Session& session) override {
        const auto verdict = store::verify(session.desk().database(), session.desk().store().policies());
        if (!verdict.faults.empty())
            throw host::Failure(host::ExitStatus::bad_data,
                                fmt::format("{}", fmt::join(verdict.faults, "\n")));
        const render::Table table{{{"events", "Events", render::Align::right},
                                   {"complaints", "Complaints", render::Align::right},
                                   {"customers", "Customers", render::Align::right},
                                   {"faults", "Faults", render::Align::right}},
                                  {{render::Value{verdict.events}, render::Value{verdict.complaints},
                                    render::Value{verdict.customers}, render::Value{std::int64_t{0}}}}};
        if (!session.prints_text())
            session.show(table);
        else
            session.out() << fmt::format("all is well: events {}, complaints {}, customers {}\n",
                                         verdict.events, verdict.complaints, verdict.customers);
        return host::ExitStatus::done;
    }
};

} // namespace

std::unique_ptr<Command> make_verify() {
    return std::make_unique<Verify>();
}

} // namespace reklamaatio::cli
