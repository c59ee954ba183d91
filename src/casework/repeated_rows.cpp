// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/repeated_rows.hpp"

#include "exchange/comparison.hpp"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::casework {

namespace {

using Hash = std::size_t;

Hash hash_of(const RowKey& key) {
    return std::hash<std::string>{}(key.text);
}

// What comes at least twice. Two keys may have one hash, and a row may be at fault, so that these are only suspects.
std::unordered_set<Hash> repeated_hashes(const ReadFile& read) {
    std::vector<Hash> hashes;
    const auto reader = read();
    while (const auto row = reader->next_key())
        if (const auto key = key_of(row->draft); !key.text.empty()) hashes.push_back(hash_of(key));
    std::ranges::sort(hashes);
    std::unordered_set<Hash> repeated;
    for (auto at = hashes.begin(); (at = std::adjacent_find(at, hashes.end())) != hashes.end(); ++at)
        repeated.insert(*at);
    return repeated;
}

} // namespace

RowKey key_of(const exchange::Draft& draft) {
    const auto& complaint = draft.complaint;
    if (!complaint.uid.empty()) return {"uid:" + complaint.uid, "uid"};
    if (complaint.ref.empty()) return {};
    return {fmt::format("ref:{}:{}{}", complaint.source.size(), complaint.source, complaint.ref), "ref"};
}

RepeatedRows::RepeatedRows(const ReadFile& read) {
    const auto suspects = repeated_hashes(read);
    if (suspects.empty()) return;
    const auto reader = read();
    std::size_t number = 0;
    while (const auto row = reader->next()) {
        ++number;
        const auto key = key_of(row->draft);
        if (!row->faults.empty() || key.text.empty() || !suspects.contains(hash_of(key))) continue;
        auto [found, is_first] = m_rows.try_emplace(key.text);
        auto& rows = found->second;
        if (is_first) {
            rows.first_line = row->row.place.line;
            rows.first_content = exchange::content_of(row->draft);
        }
        rows.last_row = number;
        rows.count += 1;
    }
    std::erase_if(m_rows, [](const auto& rows) { return rows.second.count == 1; });
}

const RepeatedRows::Rows* RepeatedRows::find(const exchange::Draft& draft) const {
    if (m_rows.empty()) return nullptr;
    const auto found = m_rows.find(key_of(draft).text);
    return found == m_rows.end() ? nullptr : &found->second;
}

} // namespace reklamaatio::casework
