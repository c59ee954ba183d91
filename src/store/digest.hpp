// SPDX-License-Identifier: GPL-3.0-or-later
// Fingerprints and randomness.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::store {

// BLAKE2b with 32 bytes, as `b2sum -l 256` computes it.
std::string digest(std::string_view bytes);
// The first half of it in 22 signs of base64: to tell whether something is the same, not to vouch for it.
std::string short_digest(std::string_view bytes);
std::string hex(std::string_view bytes);
// Nothing when these are no hexadecimal digits, two a byte.
std::optional<std::string> from_hex(std::string_view digits);

// 16 random bytes, so that a digest of short text cannot be guessed.
std::string new_salt();

// A UUID of version 7 (RFC 9562): sorts by that time, and those of one millisecond as this process made them.
std::string new_uid(std::chrono::milliseconds since_1970);

} // namespace reklamaatio::store
