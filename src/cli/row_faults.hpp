// SPDX-License-Identifier: GPL-3.0-or-later
// What does not fit in the rows of files, told with its place: to people equal faults together, to programs each.
#pragma once

#include "cli/session.hpp"
#include "exchange/row_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::cli {

class RowFaults {
  public:
    explicit RowFaults(Session& session) : m_session(session) {}
    // Tells what was wrong so far where something else has ended the import.
    ~RowFaults() { tell(); }
    RowFaults(const RowFaults&) = delete;
    RowFaults& operator=(const RowFaults&) = delete;

    // More than these are counted, not told one by one.
    static constexpr std::size_t k_most_told = 100;

    // Keeps faults of a row for tell(); programs are told at once. `name` is what the file is called.
    void note(const std::string& name, const std::vector<exchange::RowFault>& faults);
    // Tells at once what may have been meant otherwise.
    void doubt(const std::string& name, const exchange::CsvRow& row);
    // Equal faults together.
    void tell();
    // That there was more than was told, if there was.
    void tell_how_many_more() const;

  private:
    // A fault, where it was met first, and how often it was met.
    struct Told {
        std::string file;
        exchange::RowFault first;
        std::int64_t rows = 0;
    };
    void note(const std::string& name, const exchange::RowFault& fault);
    void tell(const Told& told);
    void tell_at(std::string_view what, const std::string& name, const exchange::RowFault& fault);

    Session& m_session;
    std::vector<Told> m_faults;                  // in the order in which they were met
    std::map<std::string, std::size_t> m_places; // in m_faults, by what they say
    std::size_t m_told = 0, m_doubted = 0;
};

} // namespace reklamaatio::cli
