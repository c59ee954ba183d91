// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/measuring_stream.hpp"

#include <fmt/format.h>

namespace reklamaatio::host {

MeasuringBuffer::MeasuringBuffer(std::ostream& target) : m_target(target), m_digest() {
    crypto_hash_sha256_init(&m_digest);
}

Measure MeasuringBuffer::measure() const {
    crypto_hash_sha256_state digest = m_digest;
    std::array<unsigned char, crypto_hash_sha256_BYTES> bytes{};
    crypto_hash_sha256_final(&digest, bytes.data());
    Measure measure{m_bytes, ""};
    for (const unsigned char byte : bytes)
        measure.sha256 += fmt::format("{:02x}", byte);
    return measure;
}

MeasuringBuffer::int_type MeasuringBuffer::overflow(int_type character) {
    if (traits_type::eq_int_type(character, traits_type::eof())) return traits_type::not_eof(character);
    const char byte = traits_type::to_char_type(character);
    return xsputn(&byte, 1) == 1 ? character : traits_type::eof();
}

std::streamsize MeasuringBuffer::xsputn(const char* bytes, std::streamsize count) {
    if (!m_target.write(bytes, count)) return 0;
    m_bytes += count;
    crypto_hash_sha256_update(&m_digest, reinterpret_cast<const unsigned char*>(bytes),
                              static_cast<unsigned long long>(count));
    return count;
}

int MeasuringBuffer::sync() {
    return m_target.flush() ? 0 : -1;
}

} // namespace reklamaatio::host
