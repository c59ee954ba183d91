// SPDX-License-Identifier: GPL-3.0-or-later
// The secret by which the owner of a database seals its changes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace reklamaatio::store {

class SealKey {
  public:
    // 32 bytes as they are, or as 64 hexadecimal digits, which a line end may follow. Throws complaint::BadValue.
    explicit SealKey(std::string_view content);
    ~SealKey();
    SealKey(const SealKey&) = default;
    SealKey& operator=(const SealKey&) = delete;

    // BLAKE2b of 32 bytes under the key. `hash` is that of the last event of the change, and stands for all before it.
    std::string seal_of(std::int64_t change, std::int64_t last_event, std::string_view hash) const;

  private:
    std::array<unsigned char, 32> m_bytes{};
};

} // namespace reklamaatio::store
