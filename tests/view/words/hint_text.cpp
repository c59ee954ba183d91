// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/hint_text.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::view::tests {

TEST_CASE("a hint of a customer says what can be typed for it") {
    using What = store::CustomerHint::What;
    complaint::Customer ann;
    ann.id = {2};
    ann.name = "Ann";
    CHECK(hint_text({What::other_name, "Bo", ann}, {2}, "R-7")
          == "C-2 is known as Ann; the name Bo stands in the conversation, and if they are two, run "
             "reklamaatio "
             "edit R-7 --customer \"Bo\"");
    CHECK(hint_text({What::other_name, "Bo", ann, "bo@x.fi"}, {2}, "R-7").ends_with("\"Bo <bo@x.fi>\""));
    CHECK(hint_text({What::first_name, "Ann", ann}, {2}, "R-7")
          == "C-2, until now without a name, is called Ann from now on");
    CHECK(hint_text({What::number_of_other, "040 1", ann}, {1}, "R-7")
          == "040 1 belongs to C-2 (Ann); if they are the same, run reklamaatio customer merge C-2 C-1");
    CHECK(hint_text({What::number_shared, "040 1", ann}, {3}, "R-7")
          == "040 1 belongs to C-2 (Ann) as well, who has another e-mail address; if they are the same, run "
             "reklamaatio customer merge C-3 C-2");
}

} // namespace reklamaatio::view::tests
