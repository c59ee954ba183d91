// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/import_progress.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::cli::tests {

using std::chrono::milliseconds;

TEST_CASE("the progress of an import tells its pace and the time that is left by bytes") {
    CHECK(progress_text({20'000, milliseconds{2500}, 1000, 41'000})
          == "20000 rows, 8000 a second, 1:40 left; others wait to write until this is done");
    CHECK(progress_text({20'000, milliseconds{2500}, 1000, 1000})
          == "20000 rows, 8000 a second, 0:00 left; others wait to write until this is done");
}

TEST_CASE("the progress of an import does not guess") {
    CHECK(progress_text({20'000, milliseconds{0}, 1000, 41'000})
          == "20000 rows; others wait to write until this is done");
    CHECK(progress_text({20'000, milliseconds{2500}, 1000, 0})
          == "20000 rows, 8000 a second; others wait to write until this is done");
}

} // namespace reklamaatio::cli::tests
