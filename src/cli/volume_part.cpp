// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/volume_part.hpp"

#include "cli/own_options.hpp"
#include "host/failure.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::cli {

void VolumePart::declare(Options& options) {
    for (std::size_t i = 0; i < m_values.size(); ++i)
        options.text(fmt::format("--{}", complaint::k_volume_fields[i]), "NAME", m_values[i],
                     fmt::format("of this {} alone", complaint::k_volume_fields[i]));
    options.text("--where", "NAME=VALUE", m_own, "of this value of a field of your own alone");
}

void VolumePart::take_product(const std::string& product) {
    if (m_values.front()) throw host::UsageError("the product is said twice; leave one out");
    m_values.front() = product;
}

bool VolumePart::empty() const {
    return !m_own && std::ranges::none_of(m_values, [](const auto& value) { return value.has_value(); });
}

void VolumePart::check() const {
    const auto number = std::ranges::count_if(m_values, [](const auto& value) { return value.has_value(); });
    if (number + (m_own ? 1 : 0) > 1)
        throw host::UsageError(
            "a volume is of one thing; say one of --product, --category, --channel, --team and --where");
}

complaint::VolumeOf VolumePart::of(Session& session, std::string period) const {
    for (std::size_t i = 0; i < m_values.size(); ++i)
        if (m_values[i])
            return {std::move(period), std::string(complaint::k_volume_fields[i]),
                    Options::some_text(*m_values[i])};
    if (!m_own) return {std::move(period), "", ""};
    auto [field, text] = own_assignment(session, "--where", *m_own);
    return {std::move(period), field.name(), Options::some_text(text)};
}

} // namespace reklamaatio::cli
