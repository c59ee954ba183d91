// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/alert_list.hpp"

#include "cli/complaint_table.hpp"
#include "cli/customer_table.hpp"
#include "store/alerts.hpp"
#include "store/parts.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"

#include <algorithm>
#include <map>
#include <sstream>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::AlertLevel;
using complaint::AlertRecord;
using render::Align;
using render::Cell;
using render::instant_or_none;
using render::text_or_none;
using render::Tone;
using render::Value;

const AlertRecord& what(const ShownAlert& shown) {
    return shown.alert.alert.what;
}

// What was told, read once for all alerts of a complaint, and for all surges of a day.
class Told {
  public:
    explicit Told(store::Database& database) : m_database(database) {}

    ShownAlert add_to(complaint::AddressedAlert alert) {
        const auto told = complaint::told(alert, records(alert.alert));
        ShownAlert shown{std::move(alert), {}, {}, {}};
        if (told.sent != nullptr) shown.sent = *told.sent;
        if (told.acknowledged != nullptr) shown.acknowledged = *told.acknowledged;
        return shown;
    }

  private:
    const std::vector<AlertRecord>& records(const complaint::Alert& alert) {
        if (alert.what.level == AlertLevel::surge) {
            const auto day = *alert.what.due_at;
            const auto [found, is_new] = m_of_day.try_emplace(day);
            if (is_new) found->second = store::surge_alerts(m_database, day);
            return found->second;
        }
        const auto [found, is_new] = m_of_complaint.try_emplace(alert.complaint);
        if (is_new) found->second = store::alerts_of(m_database, alert.complaint);
        return found->second;
    }

    store::Database& m_database;
    std::map<complaint::Id, std::vector<AlertRecord>> m_of_complaint;
    std::map<time::Instant, std::vector<AlertRecord>> m_of_day;
};

Cell how_much(const ShownAlert& shown, time::Instant now) {
    const auto& alert = shown.alert.alert;
    const auto due = *alert.what.due_at;
    if (alert.what.level == AlertLevel::surge)
        return Value{fmt::format("{} today, by chance no more than {}", alert.count, alert.limit)};
    if (alert.what.level == AlertLevel::unassigned)
        return {Value{"for " + time::display_length(now - shown.about->complaint.received_at)}, "",
                Tone::bad};
    if (due < now) return {Value{time::display_length(now - due) + " late"}, "", Tone::bad};
    return {Value{"in " + time::display_length(due - now)}, "", Tone::warn};
}

Cell due(const ShownAlert& shown, time::Instant now, const time::Zone& zone) {
    if (!what(shown).clock) return {};
    return {Value{*what(shown).due_at}, time::display_near(*what(shown).due_at, now, zone)};
}

Value owner(const complaint::Complaint& complaint) {
    if (!complaint.assignee.empty()) return complaint.assignee;
    return complaint.team.empty() ? Value{} : Value{complaint::called_team(complaint.team)};
}

Cell state(const ShownAlert& shown, time::Instant now, const render::WriterOptions& options) {
    const auto when = [&](time::Instant at) {
        return options.style.near_times ? time::display_near(at, now, options.zone)
                                        : time::display_absolute(at, options.zone);
    };
    if (shown.acknowledged) {
        const auto& record = *shown.acknowledged;
        return {Value{fmt::format("acknowledged {} by {}{}{}", when(*record.acknowledged_at),
                                  record.acknowledged_by, record.text.empty() ? "" : ": ", record.text)},
                "", Tone::dim};
    }
    if (!shown.sent) return {Value{std::string("not told yet")}, "", Tone::strong};
    const bool same = shown.sent->sent_to == shown.alert.to.key;
    return {Value{fmt::format("told {}{}{}", same ? "" : shown.sent->sent_to, same ? "" : " ",
                              when(*shown.sent->sent_at))}};
}

std::string heading(const Digest& digest) {
    const auto& to = digest.to;
    std::string known = to.name == to.key ? "" : to.name;
    if (!to.email.empty()) known += (known.empty() ? "" : ", ") + to.email;
    return text::visible_line(fmt::format("{}{}: {} alert{}", to.key,
                                          known.empty() ? "" : fmt::format(" ({})", known),
                                          digest.alerts.size(), digest.alerts.size() == 1 ? "" : "s"));
}

} // namespace

std::vector<ShownAlert> alerts_now(Session& session) {
    const auto& policy = session.policy();
    const auto facts = store::alert_facts(session.database(), policy, session.now());
    auto alerts = complaint::addressed(policy, complaint::raised_alerts(policy, facts, session.now()),
                                       session.zone().date_at(session.now()));
    Told told(session.database());
    std::vector<ShownAlert> shown;
    for (auto& alert : alerts)
        shown.push_back(told.add_to(std::move(alert)));
    return shown;
}

void fill_in(Session& session, std::vector<ShownAlert>& alerts) {
    if (alerts.empty()) return; // a filter without ids would read all
    store::Filter filter;
    for (const auto& shown : alerts)
        filter.ids.push_back(shown.alert.alert.complaint);
    std::map<complaint::Id, std::shared_ptr<const complaint::Overview>> read;
    store::read_overviews(session.database(), filter, {}, [&](const complaint::Overview& overview) {
        read.emplace(overview.complaint.id, std::make_shared<const complaint::Overview>(overview));
    });
    for (auto& shown : alerts)
        shown.about = read.at(shown.alert.alert.complaint);
}

std::vector<Digest> digests_of(std::vector<ShownAlert> alerts) {
    std::vector<Digest> digests;
    std::map<std::string, std::size_t> places;
    for (auto& shown : alerts) {
        const auto [place, is_first] = places.emplace(shown.alert.to.key, digests.size());
        if (is_first) digests.push_back({shown.alert.to, {}});
        digests[place->second].alerts.push_back(std::move(shown));
    }
    return digests;
}

render::Table alert_rows(std::span<const ShownAlert> alerts, time::Instant now) {
    render::Table table{{{"id", "ID"},
                         {"to", "To"},
                         {"email", "E-mail"},
                         {"person", "Person"},
                         {"level", "Level"},
                         {"clock", "Clock"},
                         {"ordinal", "Ordinal", Align::right},
                         {"detail", "Detail"},
                         {"due_at", "Due"},
                         {"raised_at", "Raised"},
                         {"overdue_minutes", "Overdue", Align::right},
                         {"kind", "Kind"},
                         {"priority", "Priority"},
                         {"category", "Category"},
                         {"team", "Team"},
                         {"assignee", "Assignee"},
                         {"customer", "Customer"},
                         {"subject", "Subject"},
                         {"sent_at", "Sent"},
                         {"sent_to", "Sent to"},
                         {"acknowledged_at", "Acknowledged"},
                         {"acknowledged_by", "By"},
                         {"note", "Note"}},
                        {}};
    for (const auto& shown : alerts) {
        const auto& raised = what(shown);
        const auto& about = shown.about->complaint;
        const bool is_overdue = raised.clock && *raised.due_at < now;
        const auto& ack = shown.acknowledged;
        table.rows.push_back({Value{to_string(shown.alert.alert.complaint)},
                              Value{shown.alert.to.key},
                              text_or_none(shown.alert.to.email),
                              text_or_none(shown.alert.alert.person),
                              Value{std::string(word(*raised.level))},
                              raised.clock ? Value{std::string(word(*raised.clock))} : Value{},
                              raised.clock ? Value{raised.ordinal} : Value{},
                              text_or_none(raised.detail),
                              instant_or_none(raised.due_at),
                              instant_or_none(raised.raised_at),
                              is_overdue ? Value{render::Length{now - *raised.due_at}} : Value{},
                              Value{std::string(word(about.kind))},
                              Value{std::string(word(about.priority))},
                              text_or_none(about.category),
                              text_or_none(about.team),
                              text_or_none(about.assignee),
                              text_or_none(called(shown.about->customer)),
                              text_or_none(headline(about)),
                              shown.sent ? instant_or_none(shown.sent->sent_at) : Value{},
                              shown.sent ? text_or_none(shown.sent->sent_to) : Value{},
                              ack ? instant_or_none(ack->acknowledged_at) : Value{},
                              ack ? text_or_none(ack->acknowledged_by) : Value{},
                              ack ? text_or_none(ack->text) : Value{}});
    }
    return table;
}

void print_alerts(Session& session, const std::vector<ShownAlert>& alerts, bool with_state) {
    if (!session.prints_page()) {
        session.show(alert_rows(alerts, session.now()));
        return;
    }
    bool is_first = true;
    for (const auto& digest : digests_of(alerts)) {
        if (!is_first) session.out() << '\n';
        is_first = false;
        session.out() << digest_text(digest, session.now(), session.writer_options(), with_state);
    }
}

std::string digest_text(const Digest& digest, time::Instant now, const render::WriterOptions& options,
                        bool with_state) {
    render::Table table{{{"id", "ID", Align::left, 0, 0, true},
                         {"alert", "Alert", Align::left, 0, 0},
                         {"how_much", "How much", Align::left, 0, 0},
                         {"due_at", "Due", Align::left, 5, 0},
                         {"owner", "Owner", Align::left, 4, 6},
                         {"who", "Customer", Align::left, 3, 8},
                         {"what", "Subject", Align::left, 0, 8}},
                        {}};
    if (with_state) table.columns.push_back({"state", "State", Align::left, 1, 12});
    for (const auto& shown : digest.alerts) {
        const auto& about = shown.about->complaint;
        render::Row row{Value{to_string(shown.alert.alert.complaint)},
                        Value{complaint::alert_text(what(shown))},
                        how_much(shown, now),
                        due(shown, now, options.zone),
                        owner(about),
                        text_or_none(called(shown.about->customer)),
                        text_or_none(headline(about))};
        if (with_state) row.push_back(state(shown, now, options));
        table.rows.push_back(std::move(row));
    }
    std::ostringstream out;
    out << render::painted(heading(digest), Tone::strong, options.style) << '\n';
    render::write(table, out, options);
    return out.str();
}

} // namespace reklamaatio::cli
