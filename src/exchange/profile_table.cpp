// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile_table.hpp"

#include "complaint/error.hpp"
#include "exchange/error.hpp"
#include "exchange/field.hpp"
#include "text/nearest.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace reklamaatio::exchange {

void ProfileFaults::add(const toml::source_region& place, std::string_view message) {
    m_faults.push_back({place.begin, std::string(message)});
}

void ProfileFaults::raise() const {
    if (m_faults.empty()) return;
    auto faults = m_faults;
    std::ranges::stable_sort(faults, {}, [](const Fault& fault) {
        return std::pair{fault.place.line, fault.place.column};
    });
    std::string message;
    for (const auto& [place, what] : faults)
        message += fmt::format("{}{}:{}:{}: {}", message.empty() ? "" : "\n", m_file, place.line,
                               place.column, what);
    throw ProfileError(message);
}

const toml::node* ProfileTable::find(std::string_view key) {
    m_asked.emplace_back(key);
    return m_table.get(key);
}

void ProfileTable::convert(const toml::node& node, const std::function<void()>& take) {
    try {
        take();
    } catch (const complaint::BadValue& fault) {
        m_faults.add(node.source(), fault.what());
    } catch (const time::Error& fault) {
        m_faults.add(node.source(), fault.what());
    }
}

void ProfileTable::with_text(std::string_view key, const std::function<void(const std::string&)>& take) {
    const auto* node = find(key);
    if (node == nullptr) return;
    if (const auto* text = node->as_string())
        convert(*node, [&] { take(text->get()); });
    else
        m_faults.add(node->source(), fmt::format("{}: {} must be a text in quotes", m_name, key));
}

void ProfileTable::with_number(std::string_view key, const std::function<void(std::int64_t)>& take) {
    const auto* node = find(key);
    if (node == nullptr) return;
    if (const auto* number = node->as_integer())
        convert(*node, [&] { take(number->get()); });
    else
        m_faults.add(node->source(), fmt::format("{}: {} must be a whole number", m_name, key));
}

void ProfileTable::with_texts(std::string_view key, const std::function<void(const std::string&)>& take) {
    const auto* node = find(key);
    if (node == nullptr) return;
    if (const auto* text = node->as_string()) return convert(*node, [&] { take(text->get()); });
    const auto* array = node->as_array();
    const bool fits = array != nullptr && std::all_of(array->begin(), array->end(), [](auto& item) {
                          return item.is_string();
                      });
    if (!fits)
        return m_faults.add(
            node->source(),
            fmt::format("{}: {} must be a list of texts, such as [\"?\", \"N/A\"]", m_name, key));
    for (const auto& item : *array)
        convert(item, [&] { take(item.as_string()->get()); });
}

std::optional<ProfileTable> ProfileTable::table(std::string_view key) {
    const auto* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* table = node->as_table()) return ProfileTable(*table, fmt::format("[{}]", key), m_faults);
    m_faults.add(node->source(), fmt::format("{}: {} must be a table", m_name, key));
    return std::nullopt;
}

std::map<std::string, std::string> ProfileTable::texts() {
    std::map<std::string, std::string> texts;
    for (const auto& [key, node] : m_table)
        with_text(key.str(), [&, &name = key](const std::string& text) { texts.emplace(name.str(), text); });
    return texts;
}

std::vector<std::string> ProfileTable::field_names() {
    std::vector<std::string_view> known;
    for (const Field& field : fields())
        known.push_back(field.name);
    std::vector<std::string> names;
    for (const auto& [key, node] : m_table) {
        if (field_named(key.str()) != nullptr)
            names.emplace_back(key.str());
        else
            m_faults.add(key.source(), fmt::format("{}: '{}' is not a field{}", m_name, key.str(),
                                                   text::did_you_mean(key.str(), known)));
    }
    return names;
}

void ProfileTable::blame(std::string_view key, std::string_view message) {
    const auto found = m_table.find(key);
    m_faults.add(found == m_table.end() ? m_table.source() : found->first.source(), message);
}

void ProfileTable::finish() {
    const std::vector<std::string_view> known(m_asked.begin(), m_asked.end());
    for (const auto& [key, node] : m_table)
        if (std::ranges::find(m_asked, key.str()) == m_asked.end())
            m_faults.add(key.source(), fmt::format("{} has no key '{}'{}", m_name, key.str(),
                                                   text::did_you_mean(key.str(), known)));
}

} // namespace reklamaatio::exchange
