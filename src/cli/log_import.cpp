// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/log_import.hpp"

#include "complaint/error.hpp"
#include "exchange/error.hpp"
#include "store/event_log.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

std::int64_t restore(Session& session, std::istream& in, const std::string& name) {
    store::Restoration restoration(session.desk().database(), session.desk().store().policies());
    std::int64_t number = 0;
    try {
        for (std::string line; std::getline(in, line);) {
            ++number;
            restoration.take(line);
        }
        restoration.finish();
    } catch (const store::NoEvent& fault) {
        throw exchange::DataError(
            fmt::format("{}:{}: {}, as export --events writes it", name, number, fault.what()));
    } catch (const complaint::BadValue& fault) {
        throw exchange::DataError(fmt::format("{}:{}: {}", name, number, fault.what()));
    }
    return restoration.events();
}

} // namespace

void import_log(Session& session, std::istream& in, const std::string& name, bool dry_run) {
    const auto events = restore(session, in, name);
    if (session.prints_text())
        session.out() << fmt::format("{} events {}\n", events, dry_run ? "would be restored" : "restored");
    else
        session.show({{{"events", "Events"}, {"dry_run", "Dry run"}},
                      {{render::Value{events}, render::Value{dry_run}}}});
}

} // namespace reklamaatio::cli
