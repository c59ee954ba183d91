// SPDX-License-Identifier: GPL-3.0-or-later
// How people are shown a figure.
#pragma once

#include "report/measure.hpp"
#include "report/question.hpp"
#include "rulebook/policy.hpp"

#include <string_view>

namespace reklamaatio::report {

// Of one figure after the other, in the days of the policy's first calendar. Both outlive it.
class Look {
  public:
    // Figures that are read one by one have behind them how many values they are of; in a table of one period these have a
    // column of their own, but for means and rates.
    enum class Bases { few, all };

    Look(const rulebook::Policy& policy, const Question& question, Bases bases)
        : m_policy(policy), m_question(question), m_bases(bases) {}

    const Question& question() const { return m_question; }
    bool compares() const { return m_question.compared.has_value(); }
    render::Value shown(const Figure& figure) const;

  private:
    render::Value in_words(const Figure& figure) const;

    const rulebook::Policy& m_policy;
    const Question& m_question;
    Bases m_bases;
};

// Of a verdict: better, worse, or anything else.
render::Tone tone_of(std::string_view verdict);

} // namespace reklamaatio::report
