// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml/document.hpp"

#include "toml/library.hpp"
#include "toml/syntax_faults.hpp"
#include "toml/unquoted_letter.hpp"

namespace reklamaatio::toml {

namespace {

const ::toml::node* library_node(const void* node) {
    return static_cast<const ::toml::node*>(node);
}

const ::toml::table* as_table(const void* node) {
    return node == nullptr ? nullptr : library_node(node)->as_table();
}

const ::toml::array* as_array(const void* node) {
    return node == nullptr ? nullptr : library_node(node)->as_array();
}

Place place_of(const ::toml::source_region& source) {
    return {source.begin.line, source.begin.column};
}

} // namespace

Place Node::place() const {
    return m_node == nullptr ? Place{} : place_of(library_node(m_node)->source());
}

const std::string* Node::text() const {
    const auto* text = m_node == nullptr ? nullptr : library_node(m_node)->as_string();
    return text == nullptr ? nullptr : &text->get();
}

std::optional<double> Node::number() const {
    if (m_node == nullptr || !library_node(m_node)->is_number()) return std::nullopt;
    return library_node(m_node)->value<double>();
}

std::optional<std::int64_t> Node::whole_number() const {
    const auto* number = m_node == nullptr ? nullptr : library_node(m_node)->as_integer();
    return number == nullptr ? std::nullopt : std::optional(number->get());
}

std::optional<bool> Node::truth() const {
    const auto* truth = m_node == nullptr ? nullptr : library_node(m_node)->as_boolean();
    return truth == nullptr ? std::nullopt : std::optional(truth->get());
}

bool Node::is_list() const {
    return as_array(m_node) != nullptr;
}

bool Node::is_table() const {
    return as_table(m_node) != nullptr;
}

std::size_t Node::count() const {
    if (const auto* array = as_array(m_node)) return array->size();
    const auto* table = as_table(m_node);
    return table == nullptr ? 0 : table->size();
}

Node Node::operator[](std::size_t index) const {
    const auto* array = as_array(m_node);
    return Node(array == nullptr ? nullptr : array->get(index));
}

Node Node::operator[](std::string_view key) const {
    const auto* table = as_table(m_node);
    return Node(table == nullptr ? nullptr : table->get(key));
}

std::vector<Entry> Node::entries() const {
    std::vector<Entry> entries;
    const auto* table = as_table(m_node);
    if (table == nullptr) return entries;
    entries.reserve(table->size());
    for (const auto& [key, node] : *table)
        entries.push_back({key.str(), place_of(key.source()), Node(&node)});
    return entries;
}

Document parse(std::string_view text, Faults& faults) {
    std::shared_ptr<const ::toml::node> root;
    try {
        if (!unquoted_letter(text))
            root = std::make_shared<const ::toml::table>(::toml::parse(parsable(text)));
    } catch (const ::toml::parse_error&) {
        // It is read once more for its faults, which files that are in use do not have.
    }
    if (root == nullptr) {
        add_syntax_faults(text, faults);
        root = std::make_shared<const ::toml::table>();
    }
    Document document;
    document.m_root = std::move(root);
    return document;
}

} // namespace reklamaatio::toml
