// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a holiday file has, it is refused, or it is days that end after they begin, those that recur within their bounds.
#include "complaint/error.hpp"
#include "policy/icalendar.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace reklamaatio;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace std::chrono;
    const policy::DateRange recurring{time::Date{year{2020} / January / 1},
                                      time::Date{year{2030} / December / 31}};
    try {
        const auto file = policy::read_icalendar({reinterpret_cast<const char*>(data), size}, recurring);
        for (const auto& closure : file.closures)
            if (!(closure.dates.first <= closure.dates.last)) std::abort();
    } catch (const complaint::BadValue&) {
    }
    return 0;
}
