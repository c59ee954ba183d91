// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/row_faults.hpp"

#include "cli/fault.hpp"
#include "text/visible.hpp"

#include <utility>

#include <fmt/format.h>

namespace reklamaatio::cli {

void RowFaults::note(const std::string& name, const std::vector<exchange::RowFault>& faults) {
    for (const auto& fault : faults)
        note(name, fault);
}

void RowFaults::doubt(const std::string& name, const exchange::CsvRow& row) {
    for (const auto& doubt : row.doubts)
        if (++m_doubted <= k_most_told) tell_at("warning", name, {doubt.place, "", doubt.message});
}

// What programs read has each fault with its own place, as an editor wants it; a person sees what to mend.
void RowFaults::note(const std::string& name, const exchange::RowFault& fault) {
    if (m_session.prints_objects()) {
        if (++m_told <= k_most_told) tell_at("error", name, fault);
        return;
    }
    const auto key = fmt::format("{}\n{}\n{}", name, fault.field, fault.message);
    const auto known = m_places.find(key);
    if (known != m_places.end()) {
        ++m_faults[known->second].rows;
    } else if (++m_told <= k_most_told) {
        m_places.emplace(key, m_faults.size());
        m_faults.push_back({name, fault, 1});
    }
}

void RowFaults::tell(const Told& told) {
    auto fault = told.first;
    if (told.rows > 1)
        fault.message += fmt::format(": {} rows, first at line {}", told.rows, fault.place.line);
    tell_at("error", told.file, fault);
}

void RowFaults::tell() {
    for (const auto& told : std::exchange(m_faults, {}))
        tell(told);
}

void RowFaults::tell_at(std::string_view what, const std::string& name, const exchange::RowFault& fault) {
    const std::string message = text::spelt_out(fault.message);
    const auto fields = fault.field.empty() ? std::vector<std::string>{} : std::vector{fault.field};
    if (m_session.prints_objects())
        m_session.tell_record(
            {{std::string(what), render::Value{message}},
             {"file", render::Value{name}},
             {"line", render::Value{static_cast<std::int64_t>(fault.place.line)}},
             {"column", render::Value{static_cast<std::int64_t>(fault.place.column)}},
             {"field", render::Value{fault.field}},
             {"code", render::Value{std::string(what == "error" ? k_row_not_valid : k_doubtful)}},
             {"ids", std::vector<std::string>{}},
             {"fields", fields}});
    else
        m_session.tell(fmt::format("{}:{}:{}: {}{}{}", name, fault.place.line, fault.place.column,
                                   fault.field, fault.field.empty() ? "" : ": ", message));
}

void RowFaults::tell_how_many_more() const {
    if (m_doubted > k_most_told)
        m_session.tell(fmt::format("and {} more places to look at", m_doubted - k_most_told));
    if (m_told > k_most_told) m_session.tell(fmt::format("and {} more faults", m_told - k_most_told));
}

} // namespace reklamaatio::cli
