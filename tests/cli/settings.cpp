// SPDX-License-Identifier: GPL-3.0-or-later
// What holds when a setting is given in several places at once.
#include "cli/settings.hpp"

#include "host/failure.hpp"
#include "host/world.hpp"

#include <fmt/format.h>

#include "temporary_folder.hpp"

namespace reklamaatio::cli::tests {
namespace {

using reklamaatio::tests::TemporaryFolder;
using reklamaatio::tests::write_file;

// Somebody's home, with a configuration or without one.
class Home {
  public:
    explicit Home(const std::string& configuration = "") {
        world.variables["HOME"] = m_folder.path().string();
        world.user = "liisa";
        if (configuration.empty()) return;
        std::filesystem::create_directories(m_folder / ".config/reklamaatio");
        write_file(m_folder / ".config/reklamaatio/config.toml", configuration);
    }

    Settings settings(const GlobalOptions& options = {}) {
        return effective_settings(options, world.environment(), "csv");
    }
    std::string path(const std::string& name) const { return (m_folder / name).string(); }

    host::tests::World world;

  private:
    TemporaryFolder m_folder;
};

struct Given {
    const char* flag;
    const char* variable;
    const char* key;
};

// One setting, what is built in, and three other values of it. Colour has but two.
struct Setting {
    const char* key;
    const char* variable;
    std::optional<std::string> GlobalOptions::*flag;
    std::string built_in;
    Given given;
    std::string (*told)(const Settings&);
    Given means{};
};

const Setting k_settings[] = {
    {"db",
     "REKLAMAATIO_DB",
     &GlobalOptions::db,
     ".local/share/reklamaatio/reklamaatio.db",
     {"flag.db", "variable.db", "key.db"},
     [](const Settings& s) { return s.db; }},
    {"format",
     "REKLAMAATIO_FORMAT",
     &GlobalOptions::format,
     "csv",
     {"json", "ids", "tsv"},
     [](const Settings& s) { return std::string(render::row_of(s.format).name); }},
    {"color",
     "REKLAMAATIO_COLOR",
     &GlobalOptions::color,
     "no",
     {"always", "never", "always"},
     [](const Settings& s) { return std::string(s.colour ? "yes" : "no"); },
     {"yes", "no", "yes"}},
    {"width",
     "REKLAMAATIO_WIDTH",
     &GlobalOptions::width,
     "0",
     {"50", "40", "30"},
     [](const Settings& s) { return std::to_string(s.width); }},
    {"as",
     "REKLAMAATIO_AS",
     &GlobalOptions::as,
     "liisa",
     {"flora", "vera", "kaisa"},
     [](const Settings& s) { return s.actor; }},
};

std::optional<host::ExitStatus> status_of(Home& home, const GlobalOptions& options) {
    try {
        home.settings(options);
    } catch (const host::Failure& fault) {
        return fault.status();
    }
    return std::nullopt;
}

GlobalOptions with(std::optional<std::string> GlobalOptions::*option, std::string value) {
    GlobalOptions options;
    options.*option = std::move(value);
    return options;
}

} // namespace

TEST_CASE(
    "a flag goes before the environment and that before the configuration and that before what is built in") {
    for (const auto& setting : k_settings) {
        const Given means = setting.means.flag != nullptr ? setting.means : setting.given;
        for (int places = 0; places < 8; ++places) {
            const bool flag = (places & 1) != 0, variable = (places & 2) != 0, key = (places & 4) != 0;
            CAPTURE(std::string_view(setting.key));
            CAPTURE(flag);
            CAPTURE(variable);
            CAPTURE(key);
            Home home(key ? fmt::format("{} = \"{}\"\n", setting.key, setting.given.key) : "");
            if (variable) home.world.variables[setting.variable] = setting.given.variable;
            const auto options = flag ? with(setting.flag, setting.given.flag) : GlobalOptions{};
            const std::string built_in =
                setting.key == std::string_view("db") ? home.path(setting.built_in) : setting.built_in;
            const std::string expected = flag       ? means.flag
                                         : variable ? means.variable
                                         : key      ? means.key
                                                    : built_in;
            CHECK(setting.told(home.settings(options)) == expected);
        }
    }
}

TEST_CASE("the present time and the configuration itself come from flag and environment alone") {
    Home home;
    CHECK_FALSE(home.settings().now);
    home.world.variables["REKLAMAATIO_NOW"] = "2026-01-02";
    CHECK(home.settings().now == "2026-01-02");
    CHECK(home.settings(with(&GlobalOptions::now, "2026-03-04")).now == "2026-03-04");

    write_file(home.path("a.toml"), "as = \"anna\"\n");
    write_file(home.path("b.toml"), "as = \"berta\"\n");
    home.world.variables["REKLAMAATIO_CONFIG"] = home.path("a.toml");
    CHECK(home.settings().actor == "anna");
    CHECK(home.settings().config == home.path("a.toml"));
    CHECK(home.settings(with(&GlobalOptions::config, home.path("b.toml"))).actor == "berta");
    for (const std::string_view key : {"now", "config"}) {
        Home other(fmt::format("{} = \"x\"\n", key));
        CHECK(status_of(other, {}) == host::ExitStatus::bad_configuration);
    }
}

TEST_CASE("a fault names what it was written in") {
    const auto fault = [](Home& home, const GlobalOptions& options = {}) {
        try {
            home.settings(options);
        } catch (const host::Failure& failure) {
            return std::pair(failure.status(), std::string(failure.what()));
        }
        return std::pair(host::ExitStatus::done, std::string());
    };
    Home flag("format = \"bogus\"\n");
    CHECK(fault(flag, with(&GlobalOptions::format, "odd"))
              .second.starts_with("--format: 'odd' is not a format"));
    flag.world.variables["REKLAMAATIO_FORMAT"] = "strange";
    CHECK(fault(flag).first == host::ExitStatus::usage);
    CHECK(fault(flag).second.starts_with("REKLAMAATIO_FORMAT: 'strange' is not a format"));
    Home file("# defaults\nwidth = 5\n");
    CHECK(fault(file).first == host::ExitStatus::bad_configuration);
    CHECK(fault(file).second
          == file.path(".config/reklamaatio/config.toml")
                 + ":2:9: width: '5' is not a width; write 20 or more columns, or 0 for no limit");
    Home colour("color = \"red\"\n");
    CHECK(fault(colour).second.find("config.toml:1:9: color: 'red' is not a colour mode")
          != std::string::npos);
    Home now;
    now.world.variables["REKLAMAATIO_NOW"] = "soon";
    CHECK(now.settings().now_origin.name == "REKLAMAATIO_NOW");
}

TEST_CASE("a variable that is empty is not set") {
    Home home("width = 33\n");
    for (const char* variable : {"REKLAMAATIO_DB", "REKLAMAATIO_FORMAT", "REKLAMAATIO_WIDTH",
                                 "REKLAMAATIO_AS", "REKLAMAATIO_CONFIG", "REKLAMAATIO_NOW"})
        home.world.variables[variable] = "";
    const auto settings = home.settings();
    CHECK(settings.width == 33);
    CHECK(settings.actor == "liisa");
    CHECK(settings.format == render::Format::csv);
    CHECK_FALSE(settings.now);
}

TEST_CASE("long text goes through the pager that is named nearest to us") {
    Home home("pager = \"key\"\n");
    CHECK(home.settings().pager.empty());
    home.world.out_is_terminal = true;
    home.world.variables["PAGER"] = "everybody's";
    CHECK(home.settings().pager == "key");
    home.world.variables["REKLAMAATIO_PAGER"] = "variable";
    CHECK(home.settings().pager == "variable");
    home.world.variables["REKLAMAATIO_PAGER"] = "";
    CHECK(home.settings().pager.empty());
    GlobalOptions options;
    options.no_pager = true;
    home.world.variables["REKLAMAATIO_PAGER"] = "variable";
    CHECK(home.settings(options).pager.empty());
    CHECK(home.settings(with(&GlobalOptions::output, "file")).pager.empty());

    Home bare;
    bare.world.out_is_terminal = true;
    CHECK(bare.settings().pager == "less -FRX");
    bare.world.variables["PAGER"] = "";
    CHECK(bare.settings().pager.empty());
    bare.world.variables["PAGER"] = "most";
    CHECK(bare.settings().pager == "most");
    bare.world.variables["TERM"] = "dumb";
    CHECK(bare.settings().pager.empty());
}

TEST_CASE("help finds its pager and its width in spite of a faulty configuration") {
    Home home("as = \n");
    home.world.out_is_terminal = true;
    home.world.terminal_width = 60;
    home.world.variables["REKLAMAATIO_WIDTH"] = "5";
    const auto settings = settings_for_help({}, home.world.environment());
    CHECK(settings.pager == "less -FRX");
    CHECK(help_width(settings) == 80);
    Home sound;
    sound.world.out_is_terminal = true;
    for (const auto& [terminal, width] : {std::pair{60, 60}, {80, 80}, {160, 80}}) {
        sound.world.terminal_width = terminal;
        CHECK(help_width(settings_for_help({}, sound.world.environment())) == width);
    }
}

TEST_CASE("one can do without a configuration even where it is faulty") {
    Home home("as = \n");
    CHECK(status_of(home, {}) == host::ExitStatus::bad_configuration);
    GlobalOptions options;
    options.no_config = true;
    CHECK(home.settings(options).actor == "liisa");
}

TEST_CASE("a configuration that was asked for must be there and the usual one need not be") {
    Home home;
    CHECK_FALSE(status_of(home, {}));
    CHECK(status_of(home, with(&GlobalOptions::config, home.path("none.toml")))
          == host::ExitStatus::no_input);
    home.world.variables.clear(); // no HOME either
    CHECK(home.settings().config.empty());
    CHECK(home.settings().db.empty());
}

TEST_CASE("values that cannot be are wrong usage, and in a configuration a fault of that") {
    for (const auto& row :
         {std::pair{"format", &GlobalOptions::format}, std::pair{"color", &GlobalOptions::color},
          std::pair{"width", &GlobalOptions::width}, std::pair{"as", &GlobalOptions::as}}) {
        const std::string_view key = row.first;
        const char* bad = key == "as" ? "liisa " : "19";
        CAPTURE(key);
        Home home;
        CHECK(status_of(home, with(row.second, bad)) == host::ExitStatus::usage);
        Home configured(fmt::format("{} = \"{}\"\n", key, bad));
        CHECK(status_of(configured, {}) == host::ExitStatus::bad_configuration);
    }
    Home home;
    CHECK(status_of(home, with(&GlobalOptions::db, "")) == host::ExitStatus::usage);
    for (const char* bad : {"-1", "1", "20x", "", "4000000000"})
        CHECK(status_of(home, with(&GlobalOptions::width, bad)) == host::ExitStatus::usage);
    CHECK(home.settings(with(&GlobalOptions::width, "20")).width == 20);
    CHECK(home.settings(with(&GlobalOptions::width, "0")).width == 0);
}

TEST_CASE("a text fits its terminal and is as wide as it likes in a pipe or a file") {
    Home home;
    home.world.terminal_width = 100;
    home.world.variables["COLUMNS"] = "70";
    CHECK(home.settings().width == 0);
    home.world.out_is_terminal = true;
    CHECK(home.settings().width == 70);
    CHECK(home.settings().near_times);
    const auto into_file = home.settings(with(&GlobalOptions::output, "list.txt"));
    CHECK(into_file.width == 0);
    CHECK_FALSE(into_file.near_times);
    for (const char* useless : {"", "0", "19", "wide"}) {
        home.world.variables["COLUMNS"] = useless;
        CHECK(home.settings().width == 100);
    }
    home.world.terminal_width = 0;
    CHECK(home.settings().width == 80);
}

TEST_CASE("colour is for terminals that have it and for whoever insists") {
    Home home;
    auto& variables = home.world.variables;
    const auto coloured = [&](const GlobalOptions& options = {}) { return home.settings(options).colour; };
    CHECK_FALSE(coloured());
    variables["CLICOLOR_FORCE"] = "1";
    CHECK(coloured());
    variables["CLICOLOR_FORCE"] = "0";
    CHECK_FALSE(coloured());
    home.world.out_is_terminal = true;
    CHECK(coloured());
    CHECK_FALSE(coloured(with(&GlobalOptions::output, "list.txt")));
    variables["TERM"] = "dumb";
    CHECK_FALSE(coloured());
    variables["TERM"] = "xterm";
    variables["NO_COLOR"] = "1";
    CHECK_FALSE(coloured());
    variables["CLICOLOR_FORCE"] = "1";
    CHECK_FALSE(coloured());
    CHECK(coloured(with(&GlobalOptions::color, "always")));
}

TEST_CASE("columns are told apart by commas") {
    Home home;
    CHECK(home.settings().columns.empty());
    CHECK(home.settings(with(&GlobalOptions::columns, "id, subject,due")).columns
          == std::vector<std::string>{"id", "subject", "due"});
}

TEST_CASE("who is logged in acts unless somebody else is named and nobody is unknown") {
    Home home;
    CHECK(home.settings().actor == "liisa");
    home.world.user.clear();
    CHECK(home.settings().actor == "unknown");
}

} // namespace reklamaatio::cli::tests
