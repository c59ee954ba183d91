// SPDX-License-Identifier: GPL-3.0-or-later
// What a report is asked.
#pragma once

#include "store/figures.hpp"
#include "time/period.hpp"
#include "time/zone.hpp"

#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace reklamaatio::report {

// What --by takes: a field of the complaint, ours or the firm's own, or a stretch of time.
struct Grouping {
    store::Group field;
    std::optional<time::Bucket> bucket = {};
    bool is_none() const { return field.is_none() && !bucket; }
};

struct GroupingRow {
    std::string_view name;
    store::GroupField field;
    std::optional<time::Bucket> bucket;
};

inline constexpr std::array<GroupingRow, 20> k_groupings{{
    {"kind", store::GroupField::kind, {}},
    {"priority", store::GroupField::priority, {}},
    {"harm", store::GroupField::harm, {}},
    {"category", store::GroupField::category, {}},
    {"product", store::GroupField::product, {}},
    {"channel", store::GroupField::channel, {}},
    {"team", store::GroupField::team, {}},
    {"assignee", store::GroupField::assignee, {}},
    {"assignee-then", store::GroupField::assignee_then, {}},
    {"source", store::GroupField::source, {}},
    {"status", store::GroupField::status, {}},
    {"cause", store::GroupField::cause, {}},
    {"outcome", store::GroupField::outcome, {}},
    {"remedy", store::GroupField::remedy, {}},
    {"customer", store::GroupField::customer, {}},
    {"day", store::GroupField::none, time::Bucket::day},
    {"week", store::GroupField::none, time::Bucket::week},
    {"month", store::GroupField::none, time::Bucket::month},
    {"quarter", store::GroupField::none, time::Bucket::quarter},
    {"year", store::GroupField::none, time::Bucket::year},
}};

// What is drawn besides: nothing for programs; in text what is over time already, as a line of signs; in a page all that a
// picture helps with.
enum class Draws { nothing, trends, pictures };

struct Question {
    time::Period period;
    Grouping by;
    time::Instant now;
    time::Zone zone = time::Zone::utc();
    store::Filter where = {};                  // of which complaints; all of them when it asks for nothing
    std::optional<time::Period> compared = {}; // with which each measure is compared
    Draws draws = Draws::nothing;

    // Whether the period has ended: what it counts grows no more.
    bool is_over() const { return period.until <= now; }
    store::Selection selection() const { return {by.field, where}; }
    // The group of a row: its field's value, or the label of the stretch that `at` lies in.
    std::string group_of(const std::string& field_value, time::Instant at) const {
        return by.bucket ? time::bucket_label(*by.bucket, zone.date_at(at)) : field_value;
    }
};

// Of what has no instant of its own at which somebody had it: a complaint that changes hands would leave somebody whom it
// never reached. Throws complaint::BadValue.
void refuse_assignee_then(const Grouping& by);

// A period that would be cut into more parts than anybody would read.
class TooManyStretches : public std::runtime_error {
  public:
    TooManyStretches(time::Date from, std::int64_t most)
        : std::runtime_error("the period from " + time::to_iso(from) + " has more than "
                             + std::to_string(most) + " stretches") {}
};

} // namespace reklamaatio::report
