// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/handling_command.hpp"
#include "cli/owner.hpp"

namespace reklamaatio::cli {

namespace {

class Assign final : public HandlingCommand {
  protected:
    bool takes_ids() const override { return false; }

    void declare_own(Options& options) override {
        options.arguments("ID", arguments(), "complaints, and behind them WHO: a person, or team:NAME");
        options.flag("--nobody", m_nobody, "take it from whoever has it; then there is no WHO");
    }

  public:
    ExitStatus run(Session& session) override {
        std::vector<std::string> references = ids();
        std::string who;
        if (!m_nobody) {
            if (typed().size() < 2 || typed().back() == "-")
                throw UsageError(
                    "assign needs complaints and who is to handle them: reklamaatio assign R-12 maria");
            who = references.back();
            references.pop_back();
        }
        return change_each(
            session, references,
            [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
                const auto to = m_nobody ? complaint::Assignment{} : parse_owner(who, complaint.team);
                return complaint::with_note(complaint::assign(complaint, to, occasion), message());
            });
    }

  private:
    bool m_nobody = false;
};

} // namespace

std::unique_ptr<Command> make_assign() {
    return std::make_unique<Assign>();
}

} // namespace reklamaatio::cli
