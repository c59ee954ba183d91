// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/hand_over.hpp"

#include "store/changes.hpp"
#include "store/store.hpp"
#include "text/plural.hpp"

#include <exception>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

std::vector<std::string> touched(const std::string& database, std::int64_t change) {
    constexpr std::size_t k_most = 3;
    std::vector<std::string> names;
    std::size_t more = 0;
    auto store = store::Store::open_for_reading(database);
    store::read_touched(store.database(), change, [&](const store::Touched& each) {
        if (names.size() < k_most)
            names.push_back(to_string(each));
        else
            ++more;
        return true;
    });
    if (more > 0) names.push_back(fmt::format("{} more", more));
    return names;
}

} // namespace

std::string what_stands(const std::string& database, std::int64_t change) {
    try {
        return fmt::format("change {} stands all the same, of {}", change,
                           text::listed(touched(database, change), "and"));
    } catch (const std::exception&) {
        return fmt::format("change {} stands all the same", change);
    }
}

void hand_over(const std::vector<std::function<void()>>& work, host::Output& output) {
    for (const auto& each : work)
        each();
    output.finish();
}

} // namespace reklamaatio::cli
