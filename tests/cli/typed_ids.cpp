// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/typed_ids.hpp"

#include <sstream>

#include <doctest/doctest.h>

namespace reklamaatio::cli::tests {

TEST_CASE("standard input has ids with blanks, commas and line ends between them") {
    using Ids = std::vector<std::string>;
    struct Case {
        const char* input;
        Ids ids;
    };
    const Case cases[] = {
        {"", {}},
        {" \n,\n", {}},
        {"R-1\n2 3,#4\r\n", {"R-1", "2", "3", "#4"}},
        {"ref:A1\nref:B2", {"ref:A1", "ref:B2"}},
        {"ref:A1 ref:shop/B2, ref:C3", {"ref:A1", "ref:shop/B2", "ref:C3"}},
        {"ref:A 1,2\n7", {"ref:A 1,2", "7"}},
        {"ref:shop/A, 1 R-2", {"ref:shop/A, 1", "R-2"}},
        {"R-9 ref:order Xmas #3 4", {"R-9", "ref:order Xmas", "#3", "4"}},
        {"ref:a R-X", {"ref:a R-X"}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.input);
        std::istringstream in(c.input);
        CHECK(with_standard_input({"-"}, in) == c.ids);
    }
    std::istringstream in("2\n3");
    CHECK(with_standard_input({"1", "-", "4"}, in) == Ids{"1", "2", "3", "4"});
}

} // namespace reklamaatio::cli::tests
