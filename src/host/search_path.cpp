// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/search_path.hpp"

#include "text/streams.hpp"

#include <unistd.h>

namespace reklamaatio::host {

bool is_there_to_run(const Environment& environment, const std::string& program) {
    const auto may_run = [](const std::string& file) { return ::access(file.c_str(), X_OK) == 0; };
    if (program.find('/') != std::string::npos) return may_run(program);
    text::InText folders(environment.variable("PATH"));
    for (std::string folder; text::next_line(folders, folder, ':');)
        if (may_run(folder + "/" + program)) return true;
    return false;
}

} // namespace reklamaatio::host
