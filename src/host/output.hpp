// SPDX-License-Identifier: GPL-3.0-or-later
// Where a command's result goes: standard output or a file, at once or when the change is safe on disk.
#pragma once

#include "host/output_file.hpp"

#include <optional>
#include <ostream>
#include <sstream>
#include <string>

namespace reklamaatio::host {

class Output {
  public:
    // `file`: a file that is replaced as a whole in finish(), and left as it was without it. `held`:
    // everything waits for finish(), so that nothing is announced that has not happened.
    Output(std::ostream& standard, const std::optional<std::string>& file, bool held);

    std::ostream& stream();
    // Once; later calls do nothing. Throws Failure (write_error) when not every byte was taken.
    void finish();

  private:
    std::ostream& m_standard;
    std::optional<OutputFile> m_file;
    std::optional<std::ostringstream> m_held;
    bool m_finished = false;
};

} // namespace reklamaatio::host
