// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts as they stand now, and how people and programs are shown them.
#pragma once

#include "cli/session.hpp"
#include "complaint/addressee.hpp"
#include "complaint/overview.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace reklamaatio::cli {

struct ShownAlert {
    complaint::AddressedAlert alert;
    std::optional<complaint::AlertRecord> sent; // the last time
    std::optional<complaint::AlertRecord> acknowledged;
    std::shared_ptr<const complaint::Overview> about; // by fill_in: only what is shown is read

    bool is_news() const { return !sent && !acknowledged; }
};

// Everything that needs somebody now, told or not, the most urgent first.
std::vector<ShownAlert> alerts_now(Session& session);

// Reads the complaints that they are about.
void fill_in(Session& session, std::vector<ShownAlert>& alerts);

// Those of one recipient, in the order in which they were.
struct Digest {
    complaint::Addressee to;
    std::vector<ShownAlert> alerts;
};
// Who has the most urgent alert comes first.
std::vector<Digest> digests_of(std::vector<ShownAlert> alerts);

// Every fact, for data formats.
render::Table alert_rows(std::span<const ShownAlert> alerts, time::Instant now);

// In the format that was asked for; in text a digest for each recipient. What they are about is filled in.
void print_alerts(Session& session, const std::vector<ShownAlert>& alerts, bool with_state);

// "maria (Maria Virtanen, maria@example.fi): 3 alerts" and a line for each. `with_state` says what was told
// and acknowledged.
std::string digest_text(const Digest& digest, time::Instant now, const render::WriterOptions& options,
                        bool with_state);

} // namespace reklamaatio::cli
