// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/handling_command.hpp"
#include "complaint/tags.hpp"

namespace reklamaatio::cli {

namespace {

class Classify final : public HandlingCommand {
  protected:
    void declare_own(Options& options) override {
        options.word("-k,--kind", "KIND", m_to.kind, "praise, remark, complaint or claim");
        options.text("--category", "CATEGORY", m_to.category,
                     "what it is about; an empty text takes it away, here and below");
        options.text("--product", "PRODUCT", m_to.product, "the product or service");
        options.text("--cause", "CAUSE", m_to.cause, "what was behind it");
        options.word("--priority", "PRIORITY", m_to.priority, "low, normal, high or urgent");
        options.word("--harm", "HARM", m_to.harm, "none, safety or injury");
        options.list("--tag", "TAG", m_to.tag, "add a word of your own; several with commas");
        options.list("--untag", "TAG", m_to.untag, "take such a word away");
    }

  public:
    ExitStatus run(Session& session) override {
        for (const auto& tag : m_to.tag)
            complaint::check_tag(tag);
        const auto& to = m_to;
        if (!to.kind && !to.category && !to.product && !to.cause && !to.priority && !to.harm && to.tag.empty()
            && to.untag.empty())
            throw UsageError("classify needs to be told what: --kind, --category, --product, --cause, "
                             "--priority, --harm, --tag or --untag");
        return change_each(
            session, ids(), [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
                return complaint::with_note(complaint::classify(complaint, to, occasion), message());
            });
    }

  private:
    complaint::Classification m_to;
};

} // namespace

std::unique_ptr<Command> make_classify() {
    return std::make_unique<Classify>();
}

} // namespace reklamaatio::cli
