// SPDX-License-Identifier: GPL-3.0-or-later
// What passes through on its way to another stream is counted and digested.
#pragma once

#include <array>
#include <cstdint>
#include <ostream>
#include <streambuf>
#include <string>

#include <sodium.h>

namespace reklamaatio::host {

struct Measure {
    std::int64_t bytes = 0;
    std::string sha256; // hexadecimal, as `sha256sum` prints it
};

class MeasuringBuffer final : public std::streambuf {
  public:
    explicit MeasuringBuffer(std::ostream& target);
    Measure measure() const;

  protected:
    int_type overflow(int_type character) override;
    std::streamsize xsputn(const char* bytes, std::streamsize count) override;
    int sync() override;

  private:
    std::ostream& m_target;
    std::int64_t m_bytes = 0;
    crypto_hash_sha256_state m_digest;
};

// The target must outlive it, and knows when it could not take something.
class MeasuringStream final : public std::ostream {
  public:
    explicit MeasuringStream(std::ostream& target) : std::ostream(nullptr), m_buffer(target) {
        rdbuf(&m_buffer);
    }
    // Of what was written so far.
    Measure measure() const { return m_buffer.measure(); }

  private:
    MeasuringBuffer m_buffer;
};

} // namespace reklamaatio::host
