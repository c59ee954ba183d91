// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/refusal_text.hpp"

#include "complaint/fact_names.hpp"
#include "view/words/act_text.hpp"
#include "view/words/leftover_text.hpp"
#include "view/words/refusal_sentences.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::view {

namespace {

using complaint::Refusal;

constexpr auto k_sentences = refusal_sentences();

// Of a longer list only the beginning is told.
constexpr std::size_t k_most_listed = 8;

// A sentence as far as its first placeholder, and what comes after that.
struct Piece {
    std::string_view before;
    std::string_view name; // empty: there is no placeholder
    std::string_view joint;
    std::string_view behind;
};

constexpr Piece first_piece(std::string_view sentence) {
    const auto open = sentence.find('{');
    if (open == std::string_view::npos) return {sentence, "", "", ""};
    const auto close = sentence.find('}', open);
    const auto placeholder = sentence.substr(open + 1, close - open - 1);
    const auto name = placeholder.substr(0, placeholder.find(':'));
    const auto joint = placeholder.substr(std::min(placeholder.size(), name.size() + 1));
    return {sentence.substr(0, open), name, joint, sentence.substr(close + 1)};
}

constexpr bool names_only_facts(const RefusalSentence& sentence) {
    for (auto piece = first_piece(sentence.text); !piece.name.empty(); piece = first_piece(piece.behind))
        if (!complaint::has_name(row_of(sentence.reason).facts, piece.name)) return false;
    return true;
}

constexpr bool tells_every_reason() {
    std::size_t next = 0;
    for (const auto& sentence : k_sentences) {
        const auto reason = static_cast<std::size_t>(sentence.reason);
        if (reason == next) ++next;
        if (reason + 1 != next) return false;
    }
    return next == complaint::k_reasons.size();
}

static_assert(std::ranges::all_of(k_sentences, names_only_facts),
              "a sentence names a fact that nobody gives");
static_assert(tells_every_reason(), "a reason has no sentence, or the sentences are not in its order");

bool knows_all(const Refusal& refusal, std::string_view sentence) {
    for (auto piece = first_piece(sentence); !piece.name.empty(); piece = first_piece(piece.behind))
        if (refusal.fact(piece.name).texts.empty()) return false;
    return true;
}

std::string_view sentence_for(const Refusal& refusal) {
    std::string_view found;
    for (const auto& [reason, text] : k_sentences) {
        if (reason != refusal.reason()) continue;
        found = text;
        if (knows_all(refusal, text)) break;
    }
    return found;
}

std::string listed(const std::vector<std::string>& texts, std::string_view joint) {
    if (!joint.empty()) return fmt::format("{}", fmt::join(texts, fmt::format(" {} ", joint)));
    const std::span shown(texts.data(), std::min(texts.size(), k_most_listed));
    const auto more = texts.size() - shown.size();
    return fmt::format("{}{}", fmt::join(shown, ", "), more == 0 ? "" : fmt::format(", {} more", more));
}

// What is left to do is told with the way out of each.
std::string left_to_do(const Refusal& refusal) {
    std::vector<complaint::Leftover> left;
    std::vector<complaint::Offer> offers;
    const auto& remedies = refusal.fact("remedies").texts;
    for (const auto& text : refusal.fact("left").texts) {
        left.push_back(complaint::parse_leftovers(text).front());
        if (left.back().kind != complaint::LeftoverKind::offer) continue;
        complaint::Offer offer;
        offer.number = std::stoll(left.back().what);
        offer.remedy = remedies.at(offers.size());
        offers.push_back(offer);
    }
    return ways_out_text(left, offers, refusal.fact("complaint").texts.front());
}

std::string told(const Refusal& refusal, std::string_view name, std::string_view joint) {
    if (name == "left") return left_to_do(refusal);
    const auto& fact = refusal.fact(name);
    // An act is told by what is typed for it.
    if (name == "act")
        if (const auto act = complaint::find_word<complaint::Act>(fact.texts.front()))
            return std::string(command_of(*act));
    return listed(fact.texts, joint);
}

} // namespace

std::string refusal_text(const Refusal& refusal) {
    std::string text;
    auto piece = first_piece(sentence_for(refusal));
    for (; !piece.name.empty(); piece = first_piece(piece.behind))
        text.append(piece.before).append(told(refusal, piece.name, piece.joint));
    return text.append(piece.before);
}

} // namespace reklamaatio::view
