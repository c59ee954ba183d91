// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a profile's tables with a memory of what was asked for, so that what nobody asked for is a fault.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace reklamaatio::exchange {

// Collects what is wrong with a file of TOML; nothing is thrown before all of it is known.
class ProfileFaults {
  public:
    explicit ProfileFaults(std::string_view file) : m_file(file) {}

    void add(const toml::source_region& place, std::string_view message);
    // Throws ProfileError with every fault, in the order of the file, when there is any.
    void raise() const;

  private:
    struct Fault {
        toml::source_position place;
        std::string message;
    };
    std::string m_file;
    std::vector<Fault> m_faults;
};

// One table. Ask for keys, then call finish(), which reports the keys that nobody asked for.
class ProfileTable {
  public:
    // `name` is how messages call the table: "[columns]".
    ProfileTable(const toml::table& table, std::string name, ProfileFaults& faults)
        : m_table(table), m_name(std::move(name)), m_faults(faults) {}

    // Calls `take` with the value; what it throws (complaint::BadValue, time::Error) becomes a fault at its
    // place.
    void with_text(std::string_view key, const std::function<void(const std::string&)>& take);
    void with_number(std::string_view key, const std::function<void(std::int64_t)>& take);
    void with_texts(std::string_view key, const std::function<void(const std::string&)>& take);

    // Nothing when it is not there.
    std::optional<ProfileTable> table(std::string_view key);
    // Every key of this table, each with a text.
    std::map<std::string, std::string> texts();
    // Every key of this table that is one of ours, others being faults.
    std::vector<std::string> field_names();

    // A fault at the key.
    void blame(std::string_view key, std::string_view message);
    void finish();

  private:
    const toml::node* find(std::string_view key);
    void convert(const toml::node& node, const std::function<void()>& take);

    const toml::table& m_table;
    std::string m_name;
    ProfileFaults& m_faults;
    std::vector<std::string> m_asked;
};

} // namespace reklamaatio::exchange
