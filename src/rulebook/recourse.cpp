// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/recourse.hpp"

#include "text/fold.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

namespace {

constexpr std::string_view k_country = "country";

std::vector<const RecourseText*> of_country(const Recourse& recourse, std::string_view country) {
    std::vector<const RecourseText*> found;
    for (const auto& each : recourse.texts)
        if (text::folded(each.country) == text::folded(country)) found.push_back(&each);
    return found;
}

// Letters alike, and one blank for each gap.
std::string run_together(std::string_view message) {
    std::string words;
    for (const char letter : text::folded(message)) {
        const bool is_gap = letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
        if (!is_gap)
            words += letter;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    return words;
}

} // namespace

std::vector<const RecourseText*> recourse_for(const Recourse& recourse, const complaint::Complaint& complaint,
                                              std::string_view country) {
    const auto said = complaint::text_in(complaint.own, k_country);
    auto found = of_country(recourse, said.empty() ? country : said);
    if (!found.empty()) return found;
    for (const auto& each : recourse.texts)
        found.push_back(&each);
    return found;
}

bool carries(std::string_view message, const std::vector<const RecourseText*>& texts) {
    const auto said = run_together(message);
    return std::ranges::any_of(texts, [&](const RecourseText* each) {
        const auto sentence = run_together(each->text);
        return said.find(sentence) != std::string::npos;
    });
}

} // namespace reklamaatio::rulebook
