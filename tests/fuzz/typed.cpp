// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed for a time, a period, a target, an effort or a complaint, it is refused, or it means something that can be
// written and read back. The first byte chooses which of them.
#include "complaint/error.hpp"
#include "complaint/id.hpp"
#include "time/builders.hpp"
#include "time/effort.hpp"
#include "time/moment.hpp"
#include "time/period.hpp"
#include "time/target.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace reklamaatio;

namespace {

constexpr time::Instant k_now{std::chrono::seconds{1'793'606'400}}; // a Monday of November 2026

void demand(bool holds) {
    if (!holds) std::abort();
}

const time::Zone& helsinki() {
    static const auto zone = time::Zone::named("Europe/Helsinki").value_or(time::Zone::utc());
    return zone;
}

void read_moment(std::string_view text, unsigned choice) {
    static const time::Calendar calendar(time::tests::office_rules());
    const auto means = static_cast<time::DateMeans>(choice % 3);
    const auto direction = static_cast<time::Direction>(choice / 3 % 3);
    const auto moment = time::parse_moment(text, {k_now, helsinki(), calendar}, means, direction);
    const auto again = time::parse_moment(time::to_iso(moment), {k_now, helsinki(), calendar}, means);
    demand(again == moment);
}

void read_period(std::string_view text) {
    const auto period = time::parse_period(text, k_now, helsinki());
    demand(period.from < period.until && !time::describe(period, helsinki()).empty());
    const auto days = time::days_of(period, helsinki());
    if (const auto bucket = time::bucket_of(days))
        demand(time::parse_period(time::bucket_label(*bucket, days.first), k_now, helsinki()) == period);
}

void read_target(std::string_view text) {
    const auto target = time::parse_target(text);
    demand(time::parse_target(time::to_string(target)) == target);
}

void read_references(std::string_view text) {
    for (const auto& reference : complaint::parse_references(text)) {
        if (const auto* id = std::get_if<complaint::Id>(&reference))
            demand(id->number > 0 && complaint::parse_id(to_string(*id)) == *id);
        if (const auto* range = std::get_if<complaint::IdRange>(&reference))
            demand(range->first <= range->last);
    }
}

void read_effort(std::string_view text) {
    const auto effort = time::parse_effort(text);
    demand(effort.count() > 0 && effort <= time::k_longest_effort);
}

void read(unsigned choice, std::string_view text) {
    switch (choice % 5) {
    case 0:
        return read_moment(text, choice / 5);
    case 1:
        return read_period(text);
    case 2:
        return read_target(text);
    case 3:
        return read_references(text);
    default:
        return read_effort(text);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    try {
        read(data[0], {reinterpret_cast<const char*>(data) + 1, size - 1});
    } catch (const time::Error&) {
    } catch (const complaint::BadValue&) {
    }
    return 0;
}
