// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/log_import.hpp"

#include "complaint/error.hpp"
#include "exchange/error.hpp"
#include "exchange/file_kind.hpp"
#include "host/input_file.hpp"
#include "store/event_log.hpp"
#include "text/plural.hpp"
#include "text/streams.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

constexpr std::string_view k_begins_event = R"({"event":)";

std::int64_t restore(Session& session, std::istream& in, const std::string& name) {
    store::Restoration restoration(session.desk().database(), session.desk().store().policies());
    std::int64_t number = 0;
    std::string line;
    try {
        while (text::next_line(in, line)) {
            ++number;
            restoration.take(line);
        }
        host::check_was_read(in, name);
        restoration.finish();
    } catch (const store::NoEvent& fault) {
        // What does not even begin as one never was a log.
        const bool begins = number > 1 || line.starts_with(k_begins_event);
        if (const auto kind = begins ? std::nullopt : exchange::other_kind(line))
            throw exchange::DataError(kind->reason, name, kind->facts);
        throw exchange::DataError(
            fmt::format("{}:{}: {} such as export --events writes", name, number, fault.what()));
    } catch (const complaint::BadValue& fault) {
        throw exchange::DataError(fmt::format("{}:{}: {}", name, number, fault.what()));
    }
    return restoration.events();
}

} // namespace

void import_log(Session& session, std::istream& in, const std::string& name, bool dry_run) {
    const auto events = restore(session, in, name);
    if (session.prints_text())
        session.say(
            fmt::format("{} {}", text::plural(events, "event"), dry_run ? "would be restored" : "restored"));
    else
        session.show({{{"events", "Events"}, {"dry_run", "Dry run"}},
                      {{render::Value{events}, render::Value{dry_run}}}});
}

} // namespace reklamaatio::cli
