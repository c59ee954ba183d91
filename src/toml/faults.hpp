// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a file, and where.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::toml {

// Counted from 1, columns in characters.
struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    friend auto operator<=>(const Place&, const Place&) = default;
};

// Collects faults, so that all of them are told at once.
class Faults {
  public:
    void add(Place place, std::string message) { m_faults.push_back({place, std::move(message)}); }
    bool empty() const { return m_faults.empty(); }
    std::size_t count() const { return m_faults.size(); }
    // Each as "file:line:column: message", in the order of their places; `before` begins each message.
    std::vector<std::string> lines(std::string_view file, std::string_view before = "") const;

  private:
    struct Fault {
        Place place;
        std::string message;
    };
    std::vector<Fault> m_faults;
};

} // namespace reklamaatio::toml
