// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/policy_file.hpp"

#include "policy/reach.hpp"

#include <filesystem>

namespace reklamaatio::cli {

std::string policy_file_name(const std::string& file) {
    return file == "-" ? "standard input" : file;
}

policy::JudgedPolicy judge_policy_file(const std::string& file, const std::string& toml, time::Instant now) {
    const auto name = policy_file_name(file);
    const std::filesystem::path path(file == "-" ? "" : file);
    auto judged = policy::judge(toml, name, path.parent_path(), now);
    policy::check_targets(judged.policy, toml, name, now);
    return judged;
}

} // namespace reklamaatio::cli
