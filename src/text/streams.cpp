// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/streams.hpp"

#include <array>
#include <cerrno>

namespace reklamaatio::text {

bool next_line(std::istream& in, std::string& line, char end) {
    line.clear();
    std::array<char, 4096> piece;
    for (;;) {
        in.getline(piece.data(), piece.size(), end);
        const auto taken = static_cast<std::size_t>(in.gcount());
        const bool is_cut = in.fail() && !in.eof() && taken + 1 == piece.size(); // the line goes on
        const bool has_end = !in.fail() && !in.eof();
        line.append(piece.data(), taken - (has_end ? 1 : 0));
        if (in.bad()) return false;
        if (!is_cut) return has_end || !line.empty();
        in.clear();
        if (line.size() <= k_longest_line) continue;
        errno = EFBIG;
        in.setstate(std::ios::badbit);
        return false;
    }
}

} // namespace reklamaatio::text
