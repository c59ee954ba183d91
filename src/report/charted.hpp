// SPDX-License-Identifier: GPL-3.0-or-later
// Complaints set against the volume, stretch by stretch, and what control charts make of them.
#pragma once

#include "report/control_chart.hpp"
#include "report/question.hpp"
#include "report/stretches.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::report {

// What volumes a report divides by.
struct VolumeSource {
    std::string field; // empty: those of the whole firm
    std::string value; // of all groups, because no other is asked for; empty: each group has its own
};

// Times between the complaints of a group that are too rare for a rate.
struct TimesBetween {
    TimeJudgement judged;
    std::size_t before = 0; // how many ended before the stretch
    std::size_t now = 0;    // and in it
    double shortest = 0;    // days, of those in it; 0 without any
};

struct Charted {
    std::string group; // of --by; empty without, and where the stretches themselves are what it is by
    Stretch stretch;
    std::int64_t received = 0;
    std::optional<std::int64_t> volume;
    Sample before = {}; // of the stretches before whose volumes are known: all complaints, all volumes
    std::size_t periods_before = 0; // how many they are
    RateJudgement judged = {};
    std::optional<TimesBetween> between = {}; // where complaints are rare
};

struct Chart {
    time::Bucket bucket;
    VolumeSource source;
    bool is_along_time = true;                // each point is of another stretch, and not of another group
    time::Instant first_before;               // where the periods before begin
    std::vector<Charted> points;              // group by group, in order of time
    std::optional<time::Instant> known_since; // when the first complaint of all was received
};

// A period that is one day, week, month, quarter or year is judged as that, against the twelve before it; any other as
// the weeks that it is made of, else as months; --by day and the like says which. Stretches from the one in which the
// first complaint of all was received on count as periods before. Throws complaint::BadValue for several stretches and
// groups at once.
Chart chart(store::Database& database, const Question& question);

// Whether anybody set a volume by which some stretch of such a chart, or of those before, could be divided.
bool has_volumes(store::Database& database, const Question& question);

// With the twelve stretches before the one in which it begins.
time::Period with_twelve_before(const time::Period& period, time::Bucket bucket, const time::Zone& zone);

// By which such a chart divides what was received in the period, where that is one stretch; nothing where it is not, of
// groups, and where nobody set it.
std::optional<std::int64_t> volume_of(store::Database& database, const Question& question);

} // namespace reklamaatio::report
