// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/trial.hpp"

#include "complaint/arrival.hpp"
#include "exchange/error.hpp"
#include "exchange/row_reader.hpp"

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

using complaint::Status;

void count(const DraftRow& row, Trial& trial) {
    ++trial.rows;
    if (!row.faults.empty()) {
        ++trial.unfit;
        const auto& [place, field, message] = row.faults.front();
        if (!trial.first_fault)
            trial.first_fault = {place, field.empty() ? message : fmt::format("{}: {}", field, message)};
        return;
    }
    const auto& complaint = row.draft.complaint;
    const bool has_end = complaint.resolved_at || complaint.closed_at;
    trial.textless += complaint.subject.empty() && complaint.text.empty();
    trial.stale_ends += complaint::has_stale_end(complaint);
    trial.ends_of_resolved +=
        complaint.status == Status::resolved && complaint.closed_at && !complaint.resolved_at;
    const bool is_over = complaint.status == Status::resolved || complaint.status == Status::closed;
    trial.endless += is_over && !has_end;
}

} // namespace

std::optional<Trial> tried(std::istream& in, const std::string& file, const Profile& profile,
                           const complaint::OwnFields& own, std::size_t most) {
    // Neither changes what fits.
    const auto zone = time::Zone::utc();
    const std::string currency = "EUR";
    in.clear();
    in.seekg(0);
    try {
        RowReader reader(in, file, profile, zone, currency, own);
        Trial trial;
        while (trial.rows < most) {
            const auto row = reader.next();
            if (!row) break;
            count(*row, trial);
        }
        return trial;
    } catch (const DataError&) {
        return std::nullopt;
    }
}

} // namespace reklamaatio::exchange
