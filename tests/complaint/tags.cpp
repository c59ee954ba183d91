// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/tags.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {

using Tags = std::vector<std::string>;

TEST_CASE("tags are sorted and each stands once") {
    CHECK(split_tags("b;a;b") == Tags{"a", "b"});
    CHECK(split_tags(" b ; a;; ;b ") == Tags{"a", "b"});
    CHECK(split_tags("two words;x") == Tags{"two words", "x"});
    CHECK(split_tags("").empty());
    CHECK(split_tags(" ; ;").empty());
    CHECK(split_tags("one") == Tags{"one"});
    CHECK(joined_tags({"a", "b c"}) == "a;b c");
    CHECK(joined_tags({}).empty());
    CHECK(split_tags(joined_tags({"a", "b c", "ä"})) == Tags{"a", "b c", "ä"});
}

TEST_CASE("tags are added and taken away and taking away wins") {
    CHECK(changed_tags({"a", "c"}, {"b", "a"}, {}) == Tags{"a", "b", "c"});
    CHECK(changed_tags({"a", "b"}, {}, {"a"}) == Tags{"b"});
    CHECK(changed_tags({"a"}, {"b"}, {"b"}) == Tags{"a"});
    CHECK(changed_tags({}, {}, {"x"}).empty());
    CHECK(changed_tags({}, {"z", "z"}, {}) == Tags{"z"});
}

TEST_CASE("what would break a list of tags is no tag") {
    for (const std::string_view tag : {"damage", "two words", "käyttö", "a-b_c.d", "#1", "'"}) {
        CAPTURE(tag);
        CHECK_NOTHROW(check_tag(tag));
    }
    for (const std::string_view tag : {"", "a;b", "a,b", "a\nb", "a\tb", "\x7f", "\x1b[2J"}) {
        CAPTURE(tag);
        CHECK(message_of<BadValue>([&] { check_tag(tag); })
              == "'" + std::string(tag) + "' is not a tag; write one word or several, without ; and ,");
    }
}

} // namespace reklamaatio::complaint::tests
