// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/trial.hpp"

#include "complaint/arrival.hpp"
#include "complaint/error.hpp"
#include "exchange/error.hpp"
#include "exchange/row_reader.hpp"

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

using complaint::Status;

// Long after every time of the file: when it is imported is not known here.
constexpr time::Instant k_some_day{std::chrono::sys_days{std::chrono::year{2200} / 1 / 1}};

void count_contradiction(const DraftRow& row, const time::Zone& zone, Trial& trial) {
    try {
        complaint::arrived(row.draft.complaint, {k_some_day, k_some_day, zone});
    } catch (const complaint::BadValue& fault) {
        if (trial.contradictory++ == 0)
            trial.first_contradiction = {row.place_of(fault.field()), fault.what()};
    }
}

void count(const DraftRow& row, const time::Zone& zone, Trial& trial) {
    ++trial.rows;
    if (!row.faults.empty()) {
        ++trial.unfit;
        const auto& [place, field, message] = row.faults.front();
        if (!trial.first_fault)
            trial.first_fault = {place, field.empty() ? message : fmt::format("{}: {}", field, message)};
        return;
    }
    const auto& complaint = row.draft.complaint;
    const bool is_textless = complaint.subject.empty() && complaint.text.empty();
    const bool is_stale = complaint::has_stale_end(complaint);
    const bool is_over = complaint.status == Status::resolved || complaint.status == Status::closed;
    const bool is_endless = is_over && !complaint.resolved_at && !complaint.closed_at;
    trial.textless += is_textless;
    trial.stale_ends += is_stale;
    trial.ends_of_resolved +=
        complaint.status == Status::resolved && complaint.closed_at && !complaint.resolved_at;
    trial.endless += is_endless;
    if (!is_textless && !is_stale && !is_endless) count_contradiction(row, zone, trial);
}

} // namespace

std::optional<Trial> tried(std::istream& in, const std::string& file, const Profile& profile,
                           const complaint::OwnFields& own, std::size_t most) {
    // Neither changes what fits.
    const auto zone = time::Zone::named(profile.timezone).value_or(time::Zone::utc());
    const std::string currency = "EUR";
    in.clear();
    in.seekg(0);
    try {
        RowReader reader(in, file, profile, zone, currency, own);
        Trial trial;
        while (trial.rows < most) {
            const auto row = reader.next();
            if (!row) break;
            count(*row, zone, trial);
        }
        return trial;
    } catch (const DataError&) {
        return std::nullopt;
    }
}

} // namespace reklamaatio::exchange
