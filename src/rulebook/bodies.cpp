// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/bodies.hpp"

#include "rulebook/clocks/term_count.hpp"
#include "text/fold.hpp"
#include "text/names.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

const Body* body_named(std::span<const Body> bodies, std::string_view key) {
    const auto found = std::ranges::find(bodies, key, &Body::key);
    return found == bodies.end() ? nullptr : &*found;
}

std::optional<time::Instant> answer_term_end(const Body& body, time::Instant since,
                                             const time::Calendar& calendar) {
    if (!body.answer) return std::nullopt;
    LegalTerm term;
    term.term = *body.answer;
    return count_term(term, since, calendar).due;
}

std::string known_body(std::span<const Body> bodies, const std::string& name) {
    if (bodies.empty()) return name;
    const auto folded = text::folded(name);
    for (const auto& body : bodies)
        for (const auto* known : {&body.key, &body.name, &body.email})
            if (!known->empty() && text::folded(*known) == folded) return body.key;
    complaint::refuse_word(name, "an outside body of the policy", text::names_of(bodies, &Body::key));
}

} // namespace reklamaatio::rulebook
