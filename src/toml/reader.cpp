// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml/reader.hpp"

#include "text/nearest.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::toml {

std::string Reader::called(std::string_view key) const {
    return fmt::format("{}: {}", m_name, key);
}

void Reader::blame(Node node, std::string_view key, std::string_view demand) {
    m_faults.add(node.place(), fmt::format("{} must {}", called(key), demand));
}

Node Reader::find(std::string_view key) {
    if (std::ranges::find(m_asked, key) == m_asked.end()) m_asked.push_back(key);
    return m_table[key];
}

std::optional<Placed> Reader::string(std::string_view key) {
    const Node node = find(key);
    if (!node) return std::nullopt;
    if (const auto* text = node.text()) return Placed{*text, node.place()};
    blame(node, key, "be a string in quotes");
    return std::nullopt;
}

std::optional<double> Reader::number(std::string_view key) {
    const Node node = find(key);
    const auto number = node.number();
    if (node && !number) blame(node, key, "be a number");
    return number;
}

std::optional<std::int64_t> Reader::whole_number(std::string_view key) {
    const Node node = find(key);
    const auto number = node.whole_number();
    if (node && !number) blame(node, key, "be a whole number");
    return number;
}

std::optional<bool> Reader::truth(std::string_view key) {
    const Node node = find(key);
    const auto truth = node.truth();
    if (node && !truth) blame(node, key, "be true or false, without quotes");
    return truth;
}

std::optional<std::string> Reader::string_or_whole_number(std::string_view key) {
    const Node node = find(key);
    if (const auto* text = node.text()) return *text;
    if (const auto number = node.whole_number()) return std::to_string(*number);
    if (node) blame(node, key, "be a string in quotes or a whole number");
    return std::nullopt;
}

std::vector<Placed> Reader::strings(std::string_view key) {
    const Node node = find(key);
    if (const auto* text = node.text()) return {{*text, node.place()}};
    if (node && !node.is_list()) blame(node, key, "be a list of strings, such as [\"a\", \"b\"]");
    std::vector<Placed> found;
    for (std::size_t i = 0; node.is_list() && i < node.count(); ++i) {
        if (const auto* text = node[i].text())
            found.push_back({*text, node[i].place()});
        else
            blame(node[i], key, "have only strings in quotes");
    }
    return found;
}

std::vector<Placed>
Reader::strings_or(std::string_view key,
                   const std::function<std::string(std::int64_t, const std::string&)>& as_text) {
    const Node node = find(key);
    std::vector<Placed> found;
    const auto add = [&](Node item) {
        if (const auto* text = item.text()) return found.push_back({*text, item.place()});
        const auto number = item.whole_number();
        if (!number) return blame(item, key, "have only strings in quotes, or whole numbers");
        try {
            found.push_back({as_text(*number, called(key)), item.place()});
        } catch (const std::runtime_error& fault) {
            m_faults.add(item.place(), fault.what());
        }
    };
    if (node.text() != nullptr || node.whole_number())
        add(node);
    else if (node && !node.is_list())
        blame(node, key, "be a list of strings, such as [\"a\", \"b\"]");
    for (std::size_t i = 0; node.is_list() && i < node.count(); ++i)
        add(node[i]);
    return found;
}

Node Reader::subtable(std::string_view key, std::string_view example) {
    const Node node = find(key);
    if (!node || node.is_table()) return node;
    blame(node, key, fmt::format("be a table; write {}", example));
    return {};
}

std::vector<NamedTable> Reader::named_tables(std::string_view key) {
    std::vector<NamedTable> named;
    for (const auto& [name, place, node] : subtable(key, fmt::format("[{}.NAME]", key)).entries()) {
        if (node.is_table())
            named.push_back({name, node});
        else
            m_faults.add(node.place(), fmt::format("{0}.{1} must be a table; write [{0}.{1}]", key, name));
    }
    // The parser sorts tables by name; their places tell the order of the file.
    std::ranges::sort(named, {}, [](const NamedTable& item) { return item.table.place(); });
    return named;
}

std::vector<Node> Reader::tables(std::string_view key, std::string_view what) {
    std::vector<Node> found;
    const Node node = find(key);
    if (!node) return found;
    for (std::size_t i = 0; node.is_list() && i < node.count(); ++i)
        found.push_back(node[i]);
    if (!found.empty() && std::ranges::all_of(found, &Node::is_table)) return found;
    m_faults.add(node.place(), fmt::format("{} written [[{}]], with two brackets", what, key));
    return {};
}

std::map<std::string, std::string> Reader::all_strings() {
    std::map<std::string, std::string> texts;
    for (const auto& entry : m_table.entries())
        if (auto placed = string(entry.key)) texts.emplace(entry.key, std::move(placed->text));
    return texts;
}

void Reader::with(const std::optional<Placed>& placed,
                  const std::function<void(const std::string&)>& convert) {
    if (!placed) return;
    try {
        convert(placed->text);
    } catch (const std::runtime_error& fault) {
        m_faults.add(placed->place, fault.what());
    }
}

void Reader::with_each(std::string_view key, const std::function<void(const std::string&)>& convert) {
    for (const auto& placed : strings(key))
        with(placed, convert);
}

void Reader::blame_value(std::string_view key, std::string message) {
    const Node node = m_table[key];
    m_faults.add((node ? node : m_table).place(), std::move(message));
}

void Reader::blame_key(std::string_view key, std::string message) {
    const auto entries = m_table.entries();
    const auto found = std::ranges::find(entries, key, &Entry::key);
    m_faults.add(found == entries.end() ? m_table.place() : found->key_place, std::move(message));
}

void Reader::finish() {
    for (const auto& [key, place, node] : m_table.entries()) {
        if (std::ranges::find(m_asked, key) != m_asked.end()) continue;
        const auto meant = text::did_you_mean(key, m_asked);
        m_faults.add(
            place, fmt::format("{} has no key '{}'{}", m_name, key,
                               meant.empty() ? fmt::format("; it has {}", fmt::join(m_asked, ", ")) : meant));
    }
}

} // namespace reklamaatio::toml
