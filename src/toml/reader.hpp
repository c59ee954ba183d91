// SPDX-License-Identifier: GPL-3.0-or-later
// Reading tables with a memory of what was asked for, so that what nobody asked for is a fault.
#pragma once

#include "toml/document.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::toml {

// A text and where it stands.
struct Placed {
    std::string text;
    Place place;
};

struct NamedTable {
    std::string_view name;
    Node table;
};

// One table of a file. Ask for keys, then call finish(), which reports the keys that nobody asked for. A key
// that is there with a value of another type is a fault, and its value is none. Keys that are asked for must
// outlive the reader.
class Reader {
  public:
    // `name` is how messages call the table: "[organisation]".
    Reader(Node table, std::string name, Faults& faults)
        : m_table(table), m_name(std::move(name)), m_faults(faults) {}

    Node table() const { return m_table; }
    const std::string& name() const { return m_name; }
    Faults& faults() { return m_faults; }
    // "[calendar.office]: hours" and the like: what a key is called in messages.
    std::string called(std::string_view key) const;

    // Of any type.
    Node find(std::string_view key);
    std::optional<Placed> string(std::string_view key);
    std::optional<double> number(std::string_view key);
    std::optional<std::int64_t> whole_number(std::string_view key);
    std::optional<bool> truth(std::string_view key);
    // A whole number as its digits.
    std::optional<std::string> string_or_whole_number(std::string_view key);
    // A list of texts; one text alone is taken as a list of it.
    std::vector<Placed> strings(std::string_view key);
    // The same where numbers are texts as well, by `as_text`: of the number, and what messages call the key. What it throws
    // as a std::runtime_error becomes a fault.
    std::vector<Placed>
    strings_or(std::string_view key,
               const std::function<std::string(std::int64_t, const std::string&)>& as_text);
    // What is no table is a fault, which says how `example` writes it.
    Node subtable(std::string_view key, std::string_view example);
    // The tables in the table of that key, such as [person.maria] and [person.pekka], in the order of the
    // file.
    std::vector<NamedTable> named_tables(std::string_view key);
    // The tables that are written [[key]]. `what` they are begins the message when they are not: "rules are".
    std::vector<Node> tables(std::string_view key, std::string_view what);
    // Every key of this table with its text.
    std::map<std::string, std::string> all_strings();

    // Calls `convert` with the text; what it throws as a std::runtime_error becomes a fault at its place.
    void with(const std::optional<Placed>& placed, const std::function<void(const std::string&)>& convert);
    void with_each(std::string_view key, const std::function<void(const std::string&)>& convert);

    // A fault at the value of that key, or at the key itself; at the table when it is not there.
    void blame_value(std::string_view key, std::string message);
    void blame_key(std::string_view key, std::string message);

    void finish();

  private:
    void blame(Node node, std::string_view key, std::string_view demand);

    Node m_table;
    std::string m_name;
    Faults& m_faults;
    std::vector<std::string_view> m_asked;
};

} // namespace reklamaatio::toml
