// SPDX-License-Identifier: GPL-3.0-or-later
// Reading TOML tables with a memory of what was asked for, so that what nobody asked for is a fault.
#pragma once

#include "policy/policy.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace reklamaatio::policy {

// Collects faults; nothing here throws for what the file says.
class Faults {
  public:
    void add(const toml::source_region& place, std::string message);
    void add(const toml::node& node, std::string message) { add(node.source(), std::move(message)); }
    bool empty() const { return m_faults.empty(); }
    std::size_t count() const { return m_faults.size(); }
    std::vector<Fault> sorted() const;

  private:
    std::vector<Fault> m_faults;
};

// A string and where it stands.
struct Placed {
    std::string text;
    const toml::node* node;
};

struct NamedTable {
    std::string_view name;
    const toml::table* table;
};

// One table of the file. Ask for keys, then call finish(), which reports the keys that nobody asked for.
class Reader {
  public:
    // `name` is how messages call the table: "[organisation]".
    Reader(const toml::table& table, std::string name, Faults& faults)
        : m_table(table), m_name(std::move(name)), m_faults(faults) {}

    const toml::table& table() const { return m_table; }
    const std::string& name() const { return m_name; }
    Faults& faults() { return m_faults; }

    const toml::node* find(std::string_view key);
    std::optional<Placed> string(std::string_view key);
    std::optional<double> number(std::string_view key);
    // An array of strings; one string alone is taken as an array of it.
    std::vector<Placed> strings(std::string_view key);
    // What is no table is a fault, which says how `example` writes it.
    const toml::table* subtable(std::string_view key, std::string_view example);
    // The tables in the table of that key, such as [person.maria] and [person.pekka], in the order of the
    // file.
    std::vector<NamedTable> named_tables(std::string_view key);
    // The tables that are written [[key]]. `what` they are begins the message when they are not: "rules are".
    std::vector<const toml::table*> tables(std::string_view key, std::string_view what);

    // Calls `convert` with the text; what it throws (time::Error, complaint::BadValue) becomes a fault at its
    // place.
    void with(const std::optional<Placed>& placed, const std::function<void(const std::string&)>& convert);
    void with_each(std::string_view key, const std::function<void(const std::string&)>& convert);

    void finish();

  private:
    std::vector<Placed> strings_in(const toml::node& node, std::string_view key);

    const toml::table& m_table;
    std::string m_name;
    Faults& m_faults;
    std::vector<std::string_view> m_asked;
};

// "[calendar.office]: hours.mon" and the like: what a key is called in messages.
std::string in_table(const std::string& table, std::string_view key);

} // namespace reklamaatio::policy
