// SPDX-License-Identifier: GPL-3.0-or-later
// Where a command's result goes: standard output or a file, at once or when the change is safe on disk.
#pragma once

#include <fstream>
#include <memory>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>

namespace reklamaatio::cli {

class Output {
  public:
    // `file`: a file that is replaced as a whole in finish(). `held`: everything waits for finish(), so that
    // nothing is announced that has not happened.
    Output(std::ostream& standard, const std::optional<std::string>& file, bool held);
    // Without finish() a file is left as it was.
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    std::ostream& stream();
    // Throws Failure (write_error) when not every byte was taken.
    void finish();

  private:
    std::ostream& m_standard;
    std::optional<std::string> m_file;
    std::string m_temporary;
    std::ofstream m_file_stream;
    std::optional<std::ostringstream> m_held;
};

} // namespace reklamaatio::cli
