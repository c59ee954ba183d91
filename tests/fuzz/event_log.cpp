// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a log tells, it is refused, or the database that it makes is sound. Its lines are sealed anew, as somebody
// could who wants to be believed; else every change would be found by its hash, and nothing behind that would be tried.
#include "store/event_log.hpp"

#include "complaint/error.hpp"
#include "store/event_line.hpp"
#include "store/sealed.hpp"
#include "store/store.hpp"
#include "store/verify.hpp"

#include <cstdint>
#include <cstdlib>
#include <sstream>

using namespace reklamaatio;

namespace {

std::vector<std::string> sealed_anew(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    std::string previous;
    for (std::string line; std::getline(in, line);) {
        auto read = store::event_line_in(line);
        read.event.sealed.number = static_cast<std::int64_t>(lines.size()) + 1;
        previous = read.event.hash = store::sealed_hash(previous, read.event.sealed);
        lines.push_back(store::text_of(read));
    }
    return lines;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const auto lines = sealed_anew(std::string(reinterpret_cast<const char*>(data), size));
        auto store = store::Store::in_memory([] {
            return store::Change{0, time::Instant{}, "fuzz", "init"};
        });
        store::Restoration restoration(store.database(), store.policies());
        for (const auto& line : lines)
            restoration.take(line);
        restoration.finish();
        if (!store::verify(store.database(), store.policies()).faults.empty()) std::abort();
    } catch (const complaint::BadValue&) {
    }
    return 0;
}
