// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/delivery.hpp"

#include "cli/columns.hpp"
#include "host/failure.hpp"

#include <sstream>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

// Opens the database anew: what the command holds is for reading.
void mark_as_told(Session& session, const std::vector<ShownAlert>& alerts) {
    auto store = store::Store::open_for_writing(session.settings().db, false, nullptr);
    store::Ledger ledger(store.database(), store.policies(), {0, session.now(), session.actor(), "alerts"});
    for (const auto& shown : alerts) {
        auto record = shown.alert.alert.what;
        record.sent_at = session.now();
        record.sent_to = shown.alert.to.key;
        ledger.record_alert(shown.alert.alert.complaint, record);
    }
    store.commit();
}

// What a command reads: as in a pipe, whatever our own output is.
std::string text_for_command(Session& session, const Digest& digest) {
    auto options = session.writer_options();
    options.style = {};
    options.to_terminal = false;
    if (session.prints_page()) return digest_text(digest, session.now(), options, false);
    std::ostringstream out;
    render::write(with_columns(alert_rows(digest.alerts, session.now()), session.settings().columns), out,
                  options);
    return out.str();
}

int run_command(Session& session, const std::string& command, const Digest& digest) {
    auto variables = session.environment().variables;
    variables["REKLAMAATIO_TO"] = digest.to.key;
    variables["REKLAMAATIO_EMAIL"] = digest.to.email;
    variables["REKLAMAATIO_COUNT"] = std::to_string(digest.alerts.size());
    return session.environment().shell.run(command, text_for_command(session, digest), variables);
}

void deliver_by_command(Session& session, const std::vector<ShownAlert>& alerts, const std::string& command) {
    std::string failures;
    for (const auto& digest : digests_of(alerts)) {
        const int status = run_command(session, command, digest);
        if (status == 0)
            mark_as_told(session, digest.alerts);
        else
            failures += fmt::format("{}the command for {} ended with status {}; what {} was to be told comes "
                                    "again",
                                    failures.empty() ? "" : "\n", digest.to.key, status, digest.to.key);
    }
    if (!failures.empty()) throw host::Failure(host::ExitStatus::refused, failures);
}

} // namespace

void deliver(Session& session, std::vector<ShownAlert> alerts, const Delivery& delivery) {
    if (alerts.empty()) return;
    fill_in(session, alerts);
    if (delivery.command && !delivery.dry_run) return deliver_by_command(session, alerts, *delivery.command);
    print_alerts(session, alerts, false);
    if (delivery.dry_run) return;
    session.hand_over();
    mark_as_told(session, alerts);
}

} // namespace reklamaatio::cli
