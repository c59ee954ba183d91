// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/prevention.hpp"

#include "report/comparison.hpp"
#include "report/volumes.hpp"
#include "store/actions.hpp"
#include "store/figures_received.hpp"
#include "store/words_in_use.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <map>

namespace reklamaatio::report {

namespace {

using complaint::Action;

// Of one side of an action.
struct Side {
    std::int64_t received = 0;
    std::int64_t periods = 0;
    std::optional<std::int64_t> volume = 0; // nothing: one of the periods has none

    void add(std::int64_t number, const std::optional<std::int64_t>& of) {
        received += number;
        ++periods;
        volume = volume && of ? std::optional(*volume + *of) : std::nullopt;
    }
    bool has_volume() const { return volume.value_or(0) > 0; }
};

// Receipts in order, by cause, or by product, folded.
using Receipts = std::map<std::string, std::vector<time::Instant>>;

class Prevention {
  public:
    Prevention(store::Database& database, const Question& question, const Chart& chart)
        : m_database(database), m_question(question), m_chart(chart) {}

    std::vector<Prevented> prevented() {
        std::vector<Prevented> all;
        for (const auto& action : store::all_actions(m_database))
            if (concerns(action)) all.push_back({action, line(action)});
        return all;
    }

  private:
    time::Instant begin() const { return m_chart.first_before; }

    bool concerns(const Action& action) const {
        return action.done_at && !action.cause.empty() && *action.done_at >= begin()
               && *action.done_at < m_question.period.until;
    }

    // All that may be asked for: twelve stretches before the earliest action.
    time::Period span() const {
        auto first = m_question.zone.date_at(begin());
        for (std::size_t i = 0; i < k_periods_before; ++i)
            first = time::days_of(m_chart.bucket, first - std::chrono::days{1}).first;
        return {m_question.zone.start_of(first), m_question.period.until};
    }

    Receipts read(store::Selection which) {
        Receipts receipts;
        const auto [from, until] = span();
        store::read_received(m_database, from, until, which, [&](const store::Received& received) {
            receipts[text::folded(received.group)].push_back(received.received_at);
        });
        return receipts;
    }

    // Of all causes in one reading; of a cause and its products in one for each cause.
    const std::vector<time::Instant>& receipts_of(const Action& action) {
        const auto cause = text::folded(action.cause);
        if (action.product.empty()) {
            if (!m_by_cause) m_by_cause = read({store::GroupField::cause, m_question.where});
            return (*m_by_cause)[cause];
        }
        const auto [known, is_first] = m_by_product.try_emplace(cause);
        if (is_first) {
            auto where = m_question.where;
            where.fields.ask("cause", store::spellings_in_use(m_database, "cause", action.cause));
            known->second = read({store::GroupField::product, std::move(where)});
        }
        return known->second[text::folded(action.product)];
    }

    // Of the product alone, where it has volumes.
    const Volumes& volumes_for(const Action& action) {
        if (!m_whole) {
            const auto days = time::days_of(span(), m_question.zone);
            m_whole.emplace(m_database, "", days);
            m_products.emplace(m_database, "product", days);
        }
        return !action.product.empty() && m_products->has(action.product) ? *m_products : *m_whole;
    }

    Side side(const Action& action, const std::vector<Stretch>& stretches) {
        const auto& receipts = receipts_of(action);
        const auto& volumes = volumes_for(action);
        const auto value = &volumes == &*m_products ? action.product : std::string();
        Side side;
        for (const auto& [label, period] : stretches) {
            const auto number = std::ranges::lower_bound(receipts, period.until)
                                - std::ranges::lower_bound(receipts, period.from);
            side.add(number, volumes.of(m_chart.bucket, m_question.zone.date_at(period.from), value));
        }
        return side;
    }

    Stretch stretch_at(time::Date day) const {
        const auto days = time::days_of(m_chart.bucket, day);
        const auto& zone = m_question.zone;
        return {time::bucket_label(m_chart.bucket, day),
                {zone.start_of(days.first), zone.start_of(days.after)}};
    }

    // From the one in which the first complaint of all came.
    std::vector<Stretch> before(const Action& action) const {
        std::vector<Stretch> found;
        auto first = first_day_of(*action.done_at);
        while (found.size() < k_periods_before) {
            auto stretch = stretch_at(first - std::chrono::days{1});
            if (!m_chart.known_since || stretch.period.until <= *m_chart.known_since) break;
            first = m_question.zone.date_at(stretch.period.from);
            found.push_back(std::move(stretch));
        }
        return found;
    }

    std::vector<Stretch> after(const Action& action) const {
        std::vector<Stretch> found;
        auto next = stretch_at(m_question.zone.date_at(*action.done_at));
        const auto end = std::min(m_question.period.until, m_question.now);
        while (found.size() < k_periods_before) {
            next = stretch_at(m_question.zone.date_at(next.period.until));
            if (next.period.until > end) break;
            found.push_back(next);
        }
        return found;
    }

    time::Date first_day_of(time::Instant at) const {
        return time::days_of(m_chart.bucket, m_question.zone.date_at(at)).first;
    }

    Line line(const Action& action) {
        const auto then = side(action, before(action));
        const auto since = side(action, after(action));
        const bool has_volumes = then.has_volume() && since.has_volume();
        const auto volume = [&](const Side& of) { return has_volumes ? of.volume : std::nullopt; };
        Line line{&k_prevention,
                  to_string(action.id),
                  {rate(k_preventions[0], then.received, then.periods, 1, 2),
                   rate(k_preventions[1], since.received, since.periods, 1, 2),
                   rate(k_preventions[2], then.received, volume(then), 1000, 4),
                   rate(k_preventions[3], since.received, volume(since), 1000, 4)}};
        // Sections show what was found even where it is not compared.
        auto& told = line.figures[has_volumes ? 3 : 1];
        told.verdict = verdict_on(told, line.figures[has_volumes ? 2 : 0], {{}, {}, true});
        return line;
    }

    store::Database& m_database;
    const Question& m_question;
    const Chart& m_chart;
    std::optional<Receipts> m_by_cause;
    std::map<std::string, Receipts> m_by_product; // by cause
    std::optional<Volumes> m_whole, m_products;
};

} // namespace

std::vector<Prevented> preventions(store::Database& database, const Question& question, const Chart& chart) {
    return Prevention(database, question, chart).prevented();
}

} // namespace reklamaatio::report
