// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts as people and programs are shown them.
#pragma once

#include "casework/due_alerts.hpp"
#include "render/writer.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace reklamaatio::view {

// Alerts in the format that was asked for, one after the other: a row for each, of which nothing is held where the format
// streams; or in a page a digest for each recipient, "maria (Maria Virtanen, maria@example.fi): 3 alerts" and a line for
// each, who has the most urgent alert first. `with_state` says there what was sent and acknowledged. Where there is a width
// and no terminal a digest is a letter, in which each line has below it what it is about.
class AlertWriter {
  public:
    // With these columns; with all, or in pages, where there are none. The stream must outlive the writer. Throws
    // render::UnknownColumn.
    AlertWriter(std::ostream& out, const render::WriterOptions& options,
                const std::vector<std::string>& columns, time::Instant now, bool with_state);
    ~AlertWriter();
    AlertWriter(const AlertWriter&) = delete;
    AlertWriter& operator=(const AlertWriter&) = delete;

    // What it is about is filled in.
    void add(const casework::DueAlert& alert);
    // Nothing is written before the first alert, or this.
    void finish();

  private:
    class Digest;

    void add_row(const casework::DueAlert& alert);
    void begin_rows();
    Digest& digest_for(const rulebook::Addressee& to);

    std::ostream& m_out;
    render::WriterOptions m_options;
    time::Instant m_now;
    bool m_with_state;
    std::vector<std::size_t> m_columns;     // places of those that are shown
    std::unique_ptr<render::Writer> m_rows; // null before the first
    std::vector<std::unique_ptr<Digest>> m_digests;
    std::map<std::string, std::size_t> m_digest_of; // by the key of the recipient
    bool m_in_pages;
};

} // namespace reklamaatio::view
