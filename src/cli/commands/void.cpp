// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "store/messages.hpp"
#include "text/plural.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

class Void final : public HandlingCommand {
  protected:
    void declare_own(Options&) override {}
    std::string message_help() const override { return "why"; }

  public:
    host::ExitStatus run(Session& session) override {
        const auto status = change_each(
            session, ids(), [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
                note_duplicates(session, complaint.id);
                return complaint::void_entry(complaint, message(), occasion);
            });
        for (const auto& hint : m_hints)
            announce(session, hint);
        return status;
    }

  private:
    // What was merged into it has nowhere else to go on.
    void note_duplicates(Session& session, complaint::Id id) {
        std::vector<std::string> names;
        for (const auto duplicate : store::merged_into(session.desk().database(), id))
            names.push_back(to_string(duplicate));
        if (names.empty()) return;
        m_hints.push_back(
            fmt::format("{} {} merged into {} and {} with it; reklamaatio undo brings {} back",
                        fmt::join(names, ", "), text::one_or_many(names.size(), "was", "were"), to_string(id),
                        tense().would ? "would go" : text::one_or_many(names.size(), "goes", "go"),
                        text::one_or_many(names.size(), "it", "them")));
    }

    std::vector<std::string> m_hints;
};

} // namespace

extern constexpr CommandRow k_void{
    "void",
    Group::handling,
    Access::write,
    "void a complaint entered by mistake",
    R"(A void complaint keeps its number and its history, and is in no list of work; all its deadlines are
cancelled, and reports on service levels leave it out.)",
    {{{"reklamaatio void R-12 -m \"entered twice, see R-11\"", "with the reason"}, {"", ""}, {"", ""}}},
    make<Void>};

} // namespace reklamaatio::cli
