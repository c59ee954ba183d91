// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a profile says, it is a ProfileError or a profile that a file can be read by: to its end, or to a DataError.
#include "exchange/profile.hpp"

#include "exchange/error.hpp"
#include "exchange/row_reader.hpp"

#include <cstdint>
#include <sstream>

using namespace reklamaatio;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string toml(reinterpret_cast<const char*>(data), size);
    constexpr const char* k_file = "ref;Date;Time;Title;State;Sum;Tags;received_at;subject\n"
                                   "1;21.11.2026;14:05;\"a\";Open;1 234,50;x,y;2026-11-21;s\n"
                                   "2;;;b;?;n/a;;11/21/2026 2:05 PM;\n";
    try {
        const auto profile = exchange::read_profile(toml, "fuzz.toml");
        std::istringstream in(k_file);
        exchange::RowReader reader(in, "fuzz.csv", profile, time::Zone::utc(), "EUR");
        while (reader.next()) {
        }
    } catch (const exchange::ProfileError&) {
    } catch (const exchange::DataError&) {
    }
    return 0;
}
