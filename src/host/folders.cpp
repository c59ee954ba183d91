// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/folders.hpp"

namespace reklamaatio::host {

namespace {

// A folder that the XDG base directory specification names, or its default below HOME.
std::string xdg_folder(const Environment& environment, const char* variable, const char* below_home) {
    // The specification: a path that is not absolute is to be ignored.
    if (const std::string folder = environment.variable(variable); folder.starts_with('/')) return folder;
    const std::string home = environment.variable("HOME");
    return home.empty() ? "" : home + "/" + below_home;
}

} // namespace

std::string default_config_path(const Environment& environment) {
    const std::string folder = xdg_folder(environment, "XDG_CONFIG_HOME", ".config");
    return folder.empty() ? "" : folder + "/reklamaatio/config.toml";
}

std::string default_database_path(const Environment& environment) {
    const std::string folder = xdg_folder(environment, "XDG_DATA_HOME", ".local/share");
    return folder.empty() ? "" : folder + "/reklamaatio/reklamaatio.db";
}

std::string default_drafts_folder(const Environment& environment) {
    const std::string folder = xdg_folder(environment, "XDG_STATE_HOME", ".local/state");
    return folder.empty() ? "" : folder + "/reklamaatio/drafts";
}

} // namespace reklamaatio::host
