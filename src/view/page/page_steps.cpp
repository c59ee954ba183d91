// SPDX-License-Identifier: GPL-3.0-or-later
// How far we have gone with the customer, step by step.
#include "text/visible.hpp"
#include "text/width.hpp"
#include "view/page/page_view.hpp"
#include "view/words/in_words.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using render::Tone;

constexpr int k_step_width = 12;

std::string_view step_name(std::int64_t number) {
    return complaint::Vocabulary<complaint::Step>::k_words.at(static_cast<std::size_t>(number - 1));
}

std::string found_out(const complaint::StepRecord& step) {
    std::string line;
    const auto add = [&](std::string_view name, const std::string& text) {
        if (!text.empty()) join(line, fmt::format("{}: {}", name, text), "; ");
    };
    add("what", step.what);
    add("where", step.where);
    add("why", step.why);
    // Of the others the conversation tells it; of this one it is what all that follows rests on.
    if (step.number == complaint::number_of(complaint::Step::understand)) join(line, step.text, "; ");
    return line;
}

std::string names_left(const complaint::Procedure& procedure) {
    std::string names;
    for (const auto step : complaint::steps_left(procedure))
        join(names, in_words(step));
    return names;
}

} // namespace

void show_steps(const PageView& view, render::Page& page) {
    const auto& procedure = view.dossier.procedure;
    const bool is_expected =
        has_outcome(view.complaint().kind) && view.complaint().status != complaint::Status::void_;
    if (procedure.steps.empty() && !is_expected) return;
    std::string label = "Steps";
    for (const auto& step : procedure.steps) {
        const std::string prefix =
            render::label_column(label) + text::padded_right(step_name(step.number), k_step_width);
        std::string line = " " + (step.done_at ? view.when(*step.done_at) : "");
        if (!step.done_by.empty()) line += " by " + text::visible_line(step.done_by);
        page.wrapped(prefix, {{"done", Tone::good}, {line}});
        label.clear();
        if (const auto found = found_out(step); !found.empty())
            page.wrapped(render::label_column("") + text::padded_right("", k_step_width), found);
    }
    const auto left = names_left(procedure);
    if (left.empty()) return;
    const bool is_over = !is_unresolved(view.complaint().status);
    page.labelled(label, {{is_over ? "skipped" : "open", is_over ? Tone::dim : Tone::plain}, {": " + left}});
}

} // namespace reklamaatio::view
