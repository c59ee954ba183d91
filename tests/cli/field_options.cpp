// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/field_options.hpp"

#include "complaint/error.hpp"

#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::cli::tests {
namespace {

using complaint::BadValue;
using complaint::Use;
using complaint::Value;

constexpr Use k_uses[] = {Use::open, Use::classify, Use::edit, Use::list};

const OptionRow& row_of(const Options& options, std::string_view name) {
    for (const auto& row : options.rows())
        if (row.long_name() == name) return row;
    FAIL("no option " << name);
    return options.rows().front();
}

} // namespace

TEST_CASE("each field of a use has one option and no name is there twice") {
    for (const auto use : k_uses) {
        complaint::FieldValues values;
        Options options;
        declare_fields(options, use, values);
        std::set<std::string> names;
        std::string list;
        for (const auto& row : options.rows()) {
            names.insert(row.long_name());
            list += (list.empty() ? "" : ", ") + row.long_name();
            CHECK(row.long_name().find('_') == std::string::npos);
            CHECK_FALSE(row.value.empty());
            CHECK_FALSE(row.help.empty());
        }
        CHECK(names.size() == complaint::complaint_fields(use).size());
        CHECK(options_of(use) == list);
    }
    CHECK(option_of(*complaint::field_named<complaint::Complaint>("approved_by")) == "--approved-by");
}

TEST_CASE("what is typed for a field is its value and an empty text takes it away") {
    complaint::FieldValues values;
    Options options;
    declare_fields(options, Use::edit, values);
    row_of(options, "--category").take("damage");
    row_of(options, "--csat").take("4");
    row_of(options, "--kind").take("claim");
    CHECK(*values.find("category") == Value{"damage"});
    CHECK(*values.find("csat") == Value{std::int64_t{4}});
    CHECK_FALSE(values.has("product"));
    complaint::Complaint complaint;
    values.apply_to(complaint);
    CHECK(complaint.kind == complaint::Kind::claim);

    row_of(options, "--category").take("");
    CHECK(values.has("category"));
    CHECK_FALSE(values.gives("category"));
    CHECK_THROWS_AS(row_of(options, "--kind").take("clam"), BadValue);
    CHECK_THROWS_AS(row_of(options, "--csat").take("good"), BadValue);
}

TEST_CASE("the words of a filter are alternatives and add up") {
    rulebook::FieldConditions asked;
    Options options;
    declare_filters(options, asked);
    row_of(options, "--kind").take("Claim,praise");
    row_of(options, "--kind").take("remark");
    row_of(options, "--category").take("damage");
    CHECK(asked.asked_of("kind") == std::vector<std::string>{"claim", "praise", "remark"});
    CHECK(asked.asked_of("category") == std::vector<std::string>{"damage"});
    CHECK(asked.asked_of("product").empty());
    CHECK(row_of(options, "--kind").is_repeatable);
}

TEST_CASE("a filter knows the words of closed vocabularies and takes any other but an empty one") {
    rulebook::FieldConditions asked;
    Options options;
    declare_filters(options, asked);
    CHECK_THROWS_AS(row_of(options, "--kind").take("claim,clam"), BadValue);
    CHECK(asked.asked_of("kind").empty());
    CHECK_THROWS_AS(row_of(options, "--category").take(""), BadValue);
    row_of(options, "--category").take("whatever");
    CHECK(asked.asked_of("category") == std::vector<std::string>{"whatever"});
}

} // namespace reklamaatio::cli::tests
