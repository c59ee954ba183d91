// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/folders.hpp"

#include "host/world.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::host::tests {

// https://specifications.freedesktop.org/basedir-spec: the defaults, and that a path which is not absolute counts
// for nothing.
TEST_CASE("a person's files are where the XDG specification has them") {
    struct Case {
        std::string (*path)(const Environment&);
        const char* variable;
        const char* below_home;
        const char* name;
    };
    const Case cases[] = {
        {default_config_path, "XDG_CONFIG_HOME", "/home/liisa/.config", "config.toml"},
        {default_database_path, "XDG_DATA_HOME", "/home/liisa/.local/share", "reklamaatio.db"},
        {default_drafts_folder, "XDG_STATE_HOME", "/home/liisa/.local/state", "drafts"},
    };
    for (const auto& c : cases) {
        CAPTURE(std::string(c.variable));
        const std::string end = std::string("/reklamaatio/") + c.name;
        World world;
        CHECK(c.path(world.environment()).empty());
        world.variables["HOME"] = "/home/liisa";
        CHECK(c.path(world.environment()) == c.below_home + end);
        for (const auto* ignored : {"", "relative", "./x", "~/x"}) {
            world.variables[c.variable] = ignored;
            CHECK(c.path(world.environment()) == c.below_home + end);
        }
        world.variables[c.variable] = "/srv/x";
        CHECK(c.path(world.environment()) == "/srv/x" + end);
        world.variables.erase("HOME");
        CHECK(c.path(world.environment()) == "/srv/x" + end);
    }
}

} // namespace reklamaatio::host::tests
