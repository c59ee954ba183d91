// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/alerts/surge.hpp"

#include <cmath>

namespace reklamaatio::rulebook {

namespace {

// Each term from its logarithm, since exp(-mean) alone is 0 beyond a mean of 745. lgamma is not used: it
// writes a global.
class Terms {
  public:
    explicit Terms(double mean) : m_log_mean(std::log(mean)), m_log_term(-mean) {}
    double value() const { return std::exp(m_log_term); }
    void step() {
        m_i += 1;
        m_log_term += m_log_mean - std::log(m_i);
    }

  private:
    double m_log_mean;
    double m_log_term;
    double m_i = 0;
};

} // namespace

double poisson_up_to(std::int64_t k, double mean) {
    if (k < 0) return 0;
    if (mean <= 0) return 1;
    Terms terms(mean);
    double sum = terms.value();
    for (std::int64_t i = 0; i < k; ++i) {
        terms.step();
        sum += terms.value();
    }
    return sum;
}

std::int64_t upper_poisson_limit(double mean, double confidence) {
    if (mean <= 0) return 0;
    Terms terms(mean);
    double sum = terms.value();
    std::int64_t k = 0;
    // Ends long before, where the sum comes as near to 1 as doubles do.
    const auto farthest = static_cast<std::int64_t>(mean + 100 * std::sqrt(mean) + 1000);
    for (; sum < confidence && k < farthest; ++k) {
        terms.step();
        sum += terms.value();
    }
    return k;
}

} // namespace reklamaatio::rulebook
