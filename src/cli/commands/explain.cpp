// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/handling_command.hpp"
#include "render/columns.hpp"
#include "text/plural.hpp"
#include "view/explain/explain_page.hpp"
#include "view/explain/explain_table.hpp"

namespace reklamaatio::cli {

namespace {

class Explain final : public Command {
  public:
    void declare(Options& options) override {
        options.argument(
            "ID", m_id,
            "a complaint, or several: R-124, R-120..R-124, ref:X, with commas; - reads them from "
            "standard input",
            true);
        const auto& clocks = complaint::Vocabulary<complaint::Clock>::k_words;
        options.choice_argument("CLOCK", {clocks.begin(), clocks.end()},
                                std::string(complaint::Vocabulary<complaint::Clock>::k_noun), m_clock,
                                text::alternatives(clocks) + "; else all of them");
    }

    void prepare(const host::Environment& environment) override {
        m_ids = with_standard_input({*m_id}, environment.in);
    }

    host::ExitStatus run(Session& session) override {
        if (render::asks_for_help(session.settings().columns)) {
            session.show({view::explanation_columns(), {}});
            return host::ExitStatus::done;
        }
        const auto complaints = session.desk().complaints(m_ids);
        const auto clock = m_clock ? complaint::find_word<complaint::Clock>(*m_clock) : std::nullopt;
        const bool is_page = session.prints_page();
        render::Table table{view::explanation_columns(), {}};
        render::Page page(session.style());
        for (const auto& complaint : complaints) {
            const auto about = casework::explain(session.desk().store(), complaint, session.desk().now());
            if (is_page)
                view::show_explanation(about, clock, page);
            else
                view::add_explanation(about, clock, table);
        }
        if (is_page)
            session.out() << page.text();
        else
            session.show(table);
        return host::ExitStatus::done;
    }

  private:
    std::optional<std::string> m_id, m_clock;
    std::vector<std::string> m_ids;
};

} // namespace

std::unique_ptr<Command> make_explain() {
    return std::make_unique<Explain>();
}

} // namespace reklamaatio::cli
