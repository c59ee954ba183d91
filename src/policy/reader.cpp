// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/reader.hpp"

#include "complaint/error.hpp"
#include "text/nearest.hpp"
#include "time/instant.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::policy {

void Faults::add(const toml::source_region& place, std::string message) {
    m_faults.push_back({place.begin.line, place.begin.column, std::move(message)});
}

std::vector<Fault> Faults::sorted() const {
    std::vector<Fault> faults = m_faults;
    std::ranges::stable_sort(faults, {}, [](const Fault& f) { return std::pair{f.line, f.column}; });
    return faults;
}

std::string in_table(const std::string& table, std::string_view key) {
    return fmt::format("{}: {}", table, key);
}

const toml::node* Reader::find(std::string_view key) {
    if (std::ranges::find(m_asked, key) == m_asked.end()) m_asked.push_back(key);
    return m_table.get(key);
}

std::optional<Placed> Reader::string(std::string_view key) {
    const auto* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (const auto* text = node->as_string()) return Placed{text->get(), node};
    m_faults.add(*node, fmt::format("{} must be a text in quotes", in_table(m_name, key)));
    return std::nullopt;
}

std::optional<double> Reader::number(std::string_view key) {
    const auto* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (const auto value = node->value<double>(); value && node->is_number()) return value;
    m_faults.add(*node, fmt::format("{} must be a number", in_table(m_name, key)));
    return std::nullopt;
}

std::vector<Placed> Reader::strings(std::string_view key) {
    const auto* node = find(key);
    return node == nullptr ? std::vector<Placed>{} : strings_in(*node, key);
}

std::vector<Placed> Reader::strings_in(const toml::node& node, std::string_view key) {
    if (const auto* text = node.as_string()) return {{text->get(), &node}};
    std::vector<Placed> found;
    const auto* array = node.as_array();
    if (array == nullptr) {
        m_faults.add(
            node, fmt::format("{} must be a list of texts, such as [\"a\", \"b\"]", in_table(m_name, key)));
        return found;
    }
    for (const auto& item : *array) {
        if (const auto* text = item.as_string())
            found.push_back({text->get(), &item});
        else
            m_faults.add(item, fmt::format("{} must have texts in quotes only", in_table(m_name, key)));
    }
    return found;
}

const toml::table* Reader::subtable(std::string_view key, std::string_view example) {
    const auto* node = find(key);
    if (node == nullptr) return nullptr;
    if (const auto* table = node->as_table()) return table;
    m_faults.add(*node, fmt::format("{} must be a table; write {}", in_table(m_name, key), example));
    return nullptr;
}

std::vector<NamedTable> Reader::named_tables(std::string_view key) {
    std::vector<NamedTable> named;
    const auto* all = subtable(key, fmt::format("[{}.NAME]", key));
    if (all == nullptr) return named;
    for (const auto& [name, node] : *all) {
        if (const auto* table = node.as_table())
            named.push_back({name.str(), table});
        else
            m_faults.add(node, fmt::format("{0}.{1} must be a table; write [{0}.{1}]", key, name.str()));
    }
    // The parser sorts tables by name; their places tell the order of the file.
    std::ranges::sort(named, {}, [](const NamedTable& item) {
        const auto& begin = item.table->source().begin;
        return std::pair{begin.line, begin.column};
    });
    return named;
}

std::vector<const toml::table*> Reader::tables(std::string_view key, std::string_view what) {
    std::vector<const toml::table*> found;
    const auto* node = find(key);
    if (node == nullptr) return found;
    const auto* array = node->as_array();
    if (array == nullptr || !array->is_array_of_tables()) {
        m_faults.add(*node, fmt::format("{} written [[{}]], with two brackets", what, key));
        return found;
    }
    for (const auto& item : *array)
        found.push_back(item.as_table());
    return found;
}

void Reader::with(const std::optional<Placed>& placed,
                  const std::function<void(const std::string&)>& convert) {
    if (!placed) return;
    try {
        convert(placed->text);
    } catch (const time::Error& fault) {
        m_faults.add(*placed->node, fault.what());
    } catch (const complaint::BadValue& fault) {
        m_faults.add(*placed->node, fault.what());
    }
}

void Reader::with_each(std::string_view key, const std::function<void(const std::string&)>& convert) {
    for (const auto& placed : strings(key))
        with(placed, convert);
}

void Reader::finish() {
    for (const auto& [key, node] : m_table) {
        if (std::ranges::find(m_asked, key.str()) != m_asked.end()) continue;
        const auto meant = text::did_you_mean(key.str(), m_asked);
        m_faults.add(
            key.source(),
            fmt::format("{} has no key '{}'{}", m_name, key.str(),
                        meant.empty() ? fmt::format("; it has {}", fmt::join(m_asked, ", ")) : meant));
    }
}

} // namespace reklamaatio::policy
