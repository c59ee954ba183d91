// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sums.hpp"

#include "complaint/word.hpp"

#include <numeric>

namespace reklamaatio::report {

void Sums::add(const store::Sum& sum) {
    ++m_number;
    if (sum.cents)
        m_cents[sum.currency].push_back(*sum.cents);
    else
        ++m_without_amount;
}

Totals Sums::totals() const {
    Totals totals;
    for (const auto& [currency, cents] : m_cents)
        totals[currency] = std::accumulate(cents.begin(), cents.end(), std::int64_t{0});
    return totals;
}

std::vector<Figure> Sums::figures(const MeasureRow& total, const MeasureRow& middle,
                                  const MeasureRow& most) const {
    std::vector<Figure> figures;
    for (const auto& [currency, sum] : totals()) {
        const auto cents = in_order(m_cents.at(currency));
        figures.push_back(money(total, sum, currency));
        figures.push_back(median(middle, cents, currency));
        figures.push_back(largest(most, cents, currency));
    }
    return figures;
}

bool is_given(const store::Sum& sum) {
    return sum.cents || (!sum.remedy.empty() && sum.remedy != complaint::k_no_remedy);
}

void add_totals(std::vector<Figure>& figures, const MeasureRow& row, const Totals& totals) {
    for (const auto& [currency, cents] : totals)
        figures.push_back(money(row, cents, currency));
}

Figure work(const MeasureRow& row, std::int64_t minutes) {
    return {&row, render::Length{std::chrono::minutes{minutes}, true}};
}

} // namespace reklamaatio::report
