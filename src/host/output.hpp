// SPDX-License-Identifier: GPL-3.0-or-later
// Where a command's result goes: standard output or a file, at once or when the change is safe on disk.
#pragma once

#include "host/measuring_stream.hpp"
#include "host/output_file.hpp"
#include "host/pager.hpp"
#include "text/streams.hpp"

#include <optional>
#include <ostream>
#include <string>

namespace reklamaatio::host {

class Output {
  public:
    // `file`: a file that is replaced as a whole in finish(), and left as it was without it. `held`:
    // everything waits for finish(), so that nothing is announced that has not happened. With a pager everything waits
    // as well, and standard output goes through it: whoever reads at leisure keeps no database open.
    Output(std::ostream& standard, const std::optional<std::string>& file, bool held,
           std::optional<Pager> pager = std::nullopt);

    // What is written from now on is measured.
    void measure() { m_measuring.emplace(target()); }
    // After finish(), of an output that was to be measured.
    Measure measured() const { return m_measuring.value().measure(); }

    std::ostream& stream();
    // Once; later calls do nothing. Throws Failure (write_error) when not every byte was taken.
    void finish();

  private:
    // What standard output or the file is written by.
    std::ostream& target();

    std::ostream& m_standard;
    std::optional<OutputFile> m_file;
    std::optional<MeasuringStream> m_measuring;
    std::optional<text::OutText> m_held;
    std::optional<Pager> m_pager;
    bool m_finished = false;
};

} // namespace reklamaatio::host
