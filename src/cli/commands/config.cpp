// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/registry.hpp"
#include "host/failure.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

class Config final : public Command {
  public:
    void declare(Options& options) override {
        options.choice_argument("ACTION", {"list", "path"}, "an action", m_action,
                                "list (the settings in effect, the default) or path (of the file)");
    }

    bool is_for_trouble() const override { return m_action == "path"; }

    std::vector<view::DescribedTable> tables() const override {
        return {{"config list", "the settings in effect", data_columns}};
    }

    host::ExitStatus run(Session& session) override {
        const auto& settings = session.settings();
        if (m_action == "path") {
            session.out() << settings.config << '\n';
            return host::ExitStatus::done;
        }
        const auto row = [](const char* name, const std::string& value) {
            return render::Row{render::Value{std::string(name)},
                               value.empty() ? render::Value{} : render::Value{value}};
        };
        const auto format = std::find_if(render::k_formats.begin(), render::k_formats.end(),
                                         [&](const auto& f) { return f.format == settings.format; });
        session.show(
            {data_columns(),
             {row("db", settings.db), row("config", settings.config),
              row("format", std::string(format->name)), row("color", settings.colour ? "always" : "never"),
              row("width", std::to_string(settings.width)), row("as", settings.actor),
              row("now", settings.now.value_or("")), row("channel", settings.channel),
              row("pager", settings.pager), row("seal_key", settings.seal_key),
              row("answered", fmt::format("{}", fmt::join(settings.answered, ",")))}});
        return host::ExitStatus::done;
    }

  private:
    static std::vector<render::Column> data_columns() {
        using render::Column;
        using render::Kind;
        return {Column{"setting", "Setting"}.holding(Kind::text, "its name"),
                Column{"value", "Value"}.holding(Kind::text, "what holds")};
    }

    std::optional<std::string> m_action;
};

} // namespace

extern constexpr CommandRow k_config{
    "config",
    Group::program,
    Access::none,
    "show the settings",
    R"(The settings in effect, from options, environment and configuration file; or where that file is.

The file has lines such as db = "/srv/complaints.db" or format = "json", with the keys db, format, color, width, as and
seal_key, which mean what the options mean. Two are for whoever sits at a terminal: channel is the channel of open and contact where --channel says none,
and answered names the channels, separated by commas, by which whoever logs a complaint is talking to the customer: open takes
--answered for said there, unless it is --no-answered, or --received or --at tells of an earlier time. With channel = "phone" and
answered = "phone" a call needs neither option. A script, whose standard input is no terminal, says what it means.)",
    {{{"reklamaatio config list", "the settings in effect"},
      {"reklamaatio config path", "where the file is"},
      {"", ""}}},
    make<Config>};

} // namespace reklamaatio::cli
