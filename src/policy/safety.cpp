// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/error.hpp"
#include "policy/sections.hpp"

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::BadValue;

bool is_longer(rulebook::Age one, rulebook::Age other) {
    using namespace std::chrono;
    const time::Date day{year{2025} / March / 1}; // leap days count alike in both
    return rulebook::date_at_age(day, one) > rulebook::date_at_age(day, other);
}

rulebook::Age read_keep(const std::string& text) {
    const auto keep = rulebook::parse_age(text);
    if (is_longer(keep, rulebook::k_longest_register))
        throw BadValue(
            fmt::format("'{}' is too long: Regulation (EU) 2023/988 lets a register of safety keep "
                        "personal data for {} at most",
                        text, to_string(rulebook::k_longest_register)));
    return keep;
}

} // namespace

void read_safety(toml::Reader& file, rulebook::Policy& policy) {
    const toml::Node table = file.subtable("safety", "[safety]");
    if (!table) return;
    toml::Reader reader(table, "[safety]", file.faults());
    rulebook::Safety safety;
    reader.with(reader.string("authority"), [&](const std::string& text) {
        const auto target = time::parse_target(text);
        check_has_calendar(file, target, text);
        safety.authority = target;
    });
    reader.with(reader.string("keep"), [&](const std::string& text) { safety.keep = read_keep(text); });
    reader.with(reader.string("lot"), [&](const std::string& text) {
        complaint::check_own_name(text);
        if (own_field_named(policy.own, text) == nullptr)
            throw BadValue(fmt::format("there is no field '{}'; declare it with [field.{}]", text, text));
        safety.lot = text;
    });
    if (policy.erase_after && is_longer(*policy.erase_after, safety.keep))
        file.faults().add(
            table.place(),
            fmt::format("[retention] keeps personal data for {}, and a register of safety may keep "
                        "them for {}; shorten erase_after",
                        to_string(*policy.erase_after), to_string(safety.keep)));
    reader.finish();
    policy.safety = safety;
}

} // namespace reklamaatio::policy
