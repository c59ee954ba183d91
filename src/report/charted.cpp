// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/charted.hpp"

#include "complaint/error.hpp"
#include "complaint/volume.hpp"
#include "report/volumes.hpp"
#include "store/figures.hpp"
#include "store/figures_received.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using time::Bucket;
using time::Instant;
using Receipts = std::vector<Instant>;              // in order
using Counts = std::map<std::string, std::int64_t>; // by group

Bucket bucket_for(const Question& question) {
    if (question.by.bucket) return *question.by.bucket;
    const auto span = time::days_of(question.period, question.zone);
    if (const auto bucket = time::bucket_of(span)) return *bucket;
    const auto begins = [](Bucket bucket, time::Date day) { return time::days_of(bucket, day).first == day; };
    const bool is_of_weeks = begins(Bucket::week, span.first) && begins(Bucket::week, span.after);
    const bool is_of_months = begins(Bucket::month, span.first) && begins(Bucket::month, span.after);
    return is_of_weeks && !is_of_months ? Bucket::week : Bucket::month;
}

bool may_have_volumes(std::string_view field) {
    return std::ranges::find(complaint::k_volume_fields, field) != complaint::k_volume_fields.end();
}

// The field that groups are by, where a volume may be of it; else empty.
std::string volume_field_of(const Grouping& by) {
    if (by.field.field == store::GroupField::own) return by.field.own;
    for (const auto& row : k_groupings)
        if (row.field == by.field.field && may_have_volumes(row.name)) return std::string(row.name);
    return "";
}

// The one value that is asked for, in one spelling; empty for none, and for several.
std::string only_value(const std::vector<std::string>& words) {
    if (words.empty()) return "";
    const auto is_same = [&](const std::string& word) {
        return text::folded(word) == text::folded(words.front());
    };
    return std::ranges::all_of(words, is_same) ? words.front() : "";
}

struct Divisor {
    VolumeSource source;
    Volumes volumes;
};

// Of the groups, else of what alone is asked for, else of the whole firm.
Divisor divisor_for(store::Database& database, const Question& question, const time::Days& span) {
    if (const auto field = volume_field_of(question.by); !field.empty())
        if (Volumes own(database, field, span); !own.empty()) return {{field, ""}, std::move(own)};
    std::vector<VolumeSource> asked{{"team", only_value(question.where.team)}};
    for (const auto& condition : question.where.fields)
        asked.push_back({std::string(condition.field->name), only_value(condition.words)});
    for (auto& source : asked) {
        if (source.value.empty()) continue;
        if (Volumes some(database, source.field, span); some.has(source.value))
            return {std::move(source), std::move(some)};
    }
    return {{}, Volumes(database, "", span)};
}

class Charting {
  public:
    Charting(store::Database& database, const Question& question)
        : m_database(database), m_question(question), m_bucket(bucket_for(question)),
          m_known_since(store::first_receipt(database)),
          m_stretches(stretches(whole(), m_bucket, question.zone)),
          m_divisor(divisor_for(database, question, time::days_of(whole(), question.zone))) {
        check_is_readable();
        read();
    }

    Chart chart() {
        Chart chart{m_bucket, m_divisor.source, m_question.by.field.is_none(), whole().from,
                    {},       m_known_since};
        for (const auto& group : m_groups)
            for (std::size_t i = k_periods_before; i < m_stretches.size(); ++i)
                chart.points.push_back(charted(group, i));
        return chart;
    }

  private:
    // With the stretches before.
    time::Period whole() const { return with_twelve_before(m_question.period, m_bucket, m_question.zone); }

    void check_is_readable() const {
        const auto points = m_stretches.size() - k_periods_before;
        if (points > 1 && !m_question.by.field.is_none())
            throw complaint::BadValue(fmt::format(
                "groups are charted over one day, week, month, quarter or year, and this period is {} {}s; "
                "ask for one of them, or for --by {} and one group",
                points, time::name_of(m_bucket), time::name_of(m_bucket)));
    }

    store::Selection selection() const {
        auto which = m_question.selection();
        if (m_question.by.bucket) which.by = {};
        return which;
    }

    // Counted, and not read one by one: most are of the periods before, and those may be years.
    void read() {
        if (m_question.by.field.is_none()) m_groups.insert("");
        for (const auto& stretch : m_stretches) {
            m_counts.push_back(counted(stretch.period));
            for (const auto& [group, number] : m_counts.back())
                m_groups.insert(group);
        }
    }

    Counts counted(const time::Period& period) const {
        return store::count_received(m_database, period.from, period.until, selection());
    }

    bool is_whole(const time::Period& part) const {
        const auto& zone = m_question.zone;
        const auto days = time::days_of(m_bucket, zone.date_at(part.from));
        return part.from == zone.start_of(days.first) && part.until == zone.start_of(days.after)
               && part.from >= m_question.period.from;
    }

    // In the period, of which the first stretch may be cut.
    time::Period shown(std::size_t i) const {
        const auto& part = m_stretches[i].period;
        return {std::max(part.from, m_question.period.from), part.until};
    }

    static std::int64_t number_of(const std::string& group, const Counts& counts) {
        const auto found = counts.find(group);
        return found == counts.end() ? 0 : found->second;
    }

    std::int64_t count(const std::string& group, std::size_t i) const {
        return number_of(group, m_counts[i]);
    }

    std::int64_t count_shown(const std::string& group, std::size_t i) {
        const auto part = shown(i);
        if (part.from == m_stretches[i].period.from) return count(group, i);
        if (!m_counts_shown) m_counts_shown = counted(part); // the first is the only one that is cut
        return number_of(group, *m_counts_shown);
    }

    // Of those before as well.
    const Receipts& receipts(const std::string& group) {
        if (m_receipts.empty()) {
            const auto [from, until] = whole();
            store::read_received(m_database, from, until, selection(), [&](const store::Received& received) {
                m_receipts[received.group].push_back(received.received_at);
            });
        }
        return m_receipts[group];
    }

    std::optional<std::int64_t> volume(const std::string& group, std::size_t i) const {
        const auto& [source, volumes] = m_divisor;
        const auto& value = source.field.empty() || !source.value.empty() ? source.value : group;
        // Of what is in no group nobody has a volume.
        if (!source.field.empty() && value.empty()) return std::nullopt;
        return volumes.of(m_bucket, m_question.zone.date_at(m_stretches[i].period.from), value);
    }

    std::vector<Sample> samples_before(const std::string& group, std::size_t i) const {
        std::vector<Sample> samples;
        for (auto j = i - k_periods_before; j < i; ++j) {
            const bool is_known = m_known_since && m_stretches[j].period.until > *m_known_since;
            const auto number = is_known ? volume(group, j) : std::nullopt;
            if (number) samples.push_back({count(group, j), *number});
        }
        return samples;
    }

    Charted charted(const std::string& group, std::size_t i) {
        Charted point{group, {m_stretches[i].label, shown(i)}, count_shown(group, i), volume(group, i)};
        const auto before = samples_before(group, i);
        for (const auto& [number, of] : before)
            point.before = {point.before.count + number, point.before.volume + of};
        point.periods_before = before.size();
        point.judged.mean = mean_rate(before);
        if (!is_whole(point.stretch.period))
            point.judged.finding = Finding::not_whole;
        else if (m_question.now < point.stretch.period.until)
            point.judged.finding = Finding::not_over;
        else if (!point.volume)
            point.judged.finding = Finding::no_volume;
        else
            point.judged = judge_rate(before, {point.received, *point.volume});
        if (is_rare(point, i)) point.between = times_between(receipts(group), i);
        return point;
    }

    // So rare that no rate tells.
    bool is_rare(const Charted& point, std::size_t i) const {
        const auto finding = point.judged.finding;
        if (finding != Finding::too_few_expected && finding != Finding::no_volume) return false;
        std::int64_t before = 0;
        for (auto j = i - k_periods_before; j < i; ++j)
            before += count(point.group, j);
        const auto number = static_cast<double>(before);
        return number > 0 && number < k_fewest_expected * static_cast<double>(k_periods_before);
    }

    // Between complaints of these stretches; each belongs to the stretch in which it ended.
    TimesBetween times_between(const Receipts& receipts, std::size_t i) const {
        const time::Period period = m_stretches[i].period;
        std::vector<double> before, now;
        auto at = std::ranges::lower_bound(receipts, m_stretches[i - k_periods_before].period.from);
        for (auto next = at; at != receipts.end() && ++next != receipts.end() && *next < period.until; ++at)
            (*next < period.from ? before : now)
                .push_back(std::chrono::duration<double, std::ratio<86400>>(*next - *at).count());
        return {judge_times(before, now), before.size(), now.size(), now.empty() ? 0 : std::ranges::min(now)};
    }

    store::Database& m_database;
    const Question& m_question;
    Bucket m_bucket;
    std::optional<Instant> m_known_since;
    std::vector<Stretch> m_stretches;
    Divisor m_divisor;
    std::set<std::string> m_groups;
    std::vector<Counts> m_counts; // of each stretch
    std::optional<Counts> m_counts_shown;
    std::map<std::string, Receipts> m_receipts; // by group; read where complaints are rare
};

} // namespace

time::Period with_twelve_before(const time::Period& period, Bucket bucket, const time::Zone& zone) {
    auto first = time::days_of(bucket, zone.date_at(period.from)).first;
    for (std::size_t i = 0; i < k_periods_before; ++i)
        first = time::days_of(bucket, first - std::chrono::days{1}).first;
    return {zone.start_of(first), period.until};
}

Chart chart(store::Database& database, const Question& question) {
    return Charting(database, question).chart();
}

bool has_volumes(store::Database& database, const Question& question) {
    const auto whole = with_twelve_before(question.period, bucket_for(question), question.zone);
    return !divisor_for(database, question, time::days_of(whole, question.zone)).volumes.empty();
}

std::optional<std::int64_t> volume_of(store::Database& database, const Question& question) {
    const auto span = time::days_of(question.period, question.zone);
    const auto bucket = time::bucket_of(span);
    if (!bucket || !question.by.is_none()) return std::nullopt;
    const auto [source, volumes] = divisor_for(database, question, span);
    return volumes.of(*bucket, span.first, source.value);
}

} // namespace reklamaatio::report
