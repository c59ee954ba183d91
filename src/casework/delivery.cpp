// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/delivery.hpp"

#include "host/failure.hpp"
#include "host/last_words.hpp"
#include "store/error.hpp"
#include "store/reserve.hpp"
#include "text/append.hpp"

#include <set>

#include <fmt/format.h>

namespace reklamaatio::casework {

namespace {

// Complaints and preventive actions.
std::size_t matters_in(const Digest& digest) {
    std::set<std::pair<complaint::Id, std::optional<complaint::ActionId>>> matters;
    for (const auto& alert : digest.alerts)
        matters.emplace(alert.complaint, alert.action);
    return matters.size();
}

std::optional<int> run_command(const Delivery& delivery, const Digest& digest) {
    auto variables = delivery.environment.variables;
    variables["REKLAMAATIO_TO"] = digest.to.key;
    variables["REKLAMAATIO_EMAIL"] = digest.to.email;
    variables["REKLAMAATIO_COUNT"] = std::to_string(matters_in(digest));
    variables["REKLAMAATIO_ALERTS"] = std::to_string(digest.alerts.size());
    return delivery.environment.shell.run(delivery.command, delivery.text_of(digest), variables,
                                          delivery.longest);
}

std::string failure_of(const Delivery& delivery, const Digest& digest, std::optional<int> status) {
    const auto what = status ? fmt::format("ended with status {}", *status)
                             : fmt::format("did not end within {} s", delivery.longest.count());
    return fmt::format("the command for {} {}; {}'s alerts will be sent again", digest.to.key, what,
                       digest.to.key);
}

// Opens the database again: what the desk holds is for reading.
void mark_as_sent(Desk& desk, const std::vector<DueAlert>& alerts) {
    auto store = store::Store::open_for_writing(desk.database().path(), false, nullptr);
    store.policies().take_from(desk.store().policies());
    store::Ledger ledger(store.database(), store.policies(), {0, desk.now(), desk.actor(), "alerts"});
    for (const auto& alert : alerts) {
        auto record = alert.what;
        record.sent_at = desk.now();
        record.sent_to = alert.to.key;
        if (alert.action)
            ledger.record_alert(*alert.action, record);
        else
            ledger.record_alert(alert.complaint, record);
    }
    store.commit();
    host::say_that_it_stands();
}

std::set<std::string> recipients_of(const std::vector<DueAlert>& alerts) {
    std::set<std::string> keys;
    for (const auto& alert : alerts)
        keys.insert(alert.to.key);
    return keys;
}

std::string were_told(const std::set<std::string>& keys) {
    return fmt::format("{} {} told", fmt::join(keys, ", "), keys.size() == 1 ? "was" : "were");
}

} // namespace

void tell(Desk& desk, const std::vector<DueAlert>& alerts, const std::function<bool()>& say) {
    {
        const store::Reserve room(desk.database().path(), alerts.size());
        if (!say()) return;
    }
    try {
        mark_as_sent(desk, alerts);
    } catch (const store::StoreError& fault) {
        throw store::StoreError(fault.kind(), fmt::format("{}, but {}, and will be told again", fault.what(),
                                                          were_told(recipients_of(alerts))));
    }
}

void deliver(Desk& desk, std::vector<DueAlert> alerts, const Delivery& delivery) {
    std::string failures;
    std::set<std::string> told; // and marked
    const auto all_of_it = [&](const std::exception& fault) {
        text::append(failures, fault.what(), "\n");
        if (!told.empty())
            text::append(failures, were_told(told) + " before; that stands all the same", "\n");
        return failures;
    };
    for (const auto& digest : digests_of(std::move(alerts))) {
        try {
            std::optional<int> status;
            tell(desk, digest.alerts, [&] {
                status = run_command(delivery, digest);
                if (status != 0) text::append(failures, failure_of(delivery, digest, status), "\n");
                return status == 0;
            });
            if (status == 0) told.insert(digest.to.key);
        } catch (const store::StoreError& fault) {
            throw store::StoreError(fault.kind(), all_of_it(fault));
        } catch (const host::Failure& fault) {
            throw host::Failure(fault.status(), all_of_it(fault), fault.concern());
        }
    }
    if (!failures.empty())
        throw host::Failure(host::ExitStatus::refused, failures, {host::Cause::alerts_not_delivered});
}

} // namespace reklamaatio::casework
