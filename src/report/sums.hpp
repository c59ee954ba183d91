// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of money, each in its currency: nothing is ever added up across currencies.
#pragma once

#include "report/measure.hpp"
#include "store/figures_money.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace reklamaatio::report {

// Cents by currency.
using Totals = std::map<std::string, std::int64_t>;

// What was given or paid, and how often nobody said how much.
class Sums {
  public:
    void add(const store::Sum& sum);

    std::int64_t number() const { return m_number; }
    std::int64_t without_amount() const { return m_without_amount; }
    Totals totals() const;
    // The total, the median and the largest of each currency, in the order of the currencies.
    std::vector<Figure> figures(const MeasureRow& total, const MeasureRow& middle,
                                const MeasureRow& most) const;

  private:
    std::int64_t m_number = 0;
    std::int64_t m_without_amount = 0;
    std::map<std::string, Values> m_cents;
};

// Whether it is something: a sum, or a remedy that is not the word for none.
bool is_given(const store::Sum& sum);

// A figure for each currency.
void add_totals(std::vector<Figure>& figures, const MeasureRow& row, const Totals& totals);

// So many minutes of work, as the time that they take.
Figure work(const MeasureRow& row, std::int64_t minutes);

} // namespace reklamaatio::report
