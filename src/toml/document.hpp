// SPDX-License-Identifier: GPL-3.0-or-later
// A parsed file, and what stands where in it.
#pragma once

#include "toml/faults.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::toml {

struct Entry;

// A value, a list or a table of a Document, which must outlive it; or nothing. What is asked of nothing, or of
// something of another kind, is nothing as well.
class Node {
  public:
    Node() = default;
    explicit operator bool() const { return m_node != nullptr; }

    // Line 1, column 1 for nothing.
    Place place() const;

    const std::string* text() const; // no null but for what is no text
    std::optional<double> number() const;
    std::optional<std::int64_t> whole_number() const;
    std::optional<bool> truth() const;

    bool is_list() const;
    bool is_table() const;
    // How many items a list has, or keys a table.
    std::size_t count() const;
    Node operator[](std::size_t index) const;
    Node operator[](std::string_view key) const;
    // What a table has, in the order of its keys' letters.
    std::vector<Entry> entries() const;

  private:
    friend class Document;
    explicit Node(const void* node) : m_node(node) {}

    const void* m_node = nullptr; // the library's node
};

struct Entry {
    std::string_view key;
    Place key_place;
    Node value;
};

class Document {
  public:
    // A table; an empty one when the text was no TOML.
    Node root() const { return Node(m_root.get()); }

  private:
    friend Document parse(std::string_view text, Faults& faults);

    std::shared_ptr<const void> m_root;
};

// Adds every fault of a text that is no TOML, as add_syntax_faults() does; nothing is thrown for it.
Document parse(std::string_view text, Faults& faults);

} // namespace reklamaatio::toml
