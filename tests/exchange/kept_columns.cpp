// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/kept_columns.hpp"

#include "exchange/readers.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using complaint::OwnDeclaration;
using exchange::own_name_of;

namespace {

complaint::OwnFields declared(const std::vector<OwnDeclaration>& fields) {
    complaint::OwnFields own;
    for (const auto& field : fields)
        own.push_back(std::make_shared<const complaint::OwnField>(field));
    return own;
}

exchange::KeptColumns kept(const std::string& header, const complaint::OwnFields& own = {}) {
    exchange::Profile profile;
    profile.keeps_other = true;
    std::istringstream in("received_at,subject," + header + "\n");
    const exchange::RowReader reader(in, "f.csv", profile, time::Zone::utc(), "EUR", own);
    return exchange::keep_columns(reader, profile, own);
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("names of fields are made of headers") {
    CHECK(own_name_of("Order No.") == "order_no");
    CHECK(own_name_of("K\u00e4sittelij\u00e4 / \u0141\u00f3d\u017a") == "kasittelija_lodz");
    CHECK(own_name_of("24h service?") == "own_24h_service");
    CHECK(own_name_of("Status") == "own_status");
    CHECK(own_name_of("\u8ba2\u5355") == "own_");
    CHECK(own_name_of(std::string(60, 'x')) == std::string(40, 'x'));
}

TEST_CASE("each column that is none of ours gets a field of its own, with its header for a label") {
    const auto columns = kept("Order No.,Comment,Comment,");
    CHECK(columns.names == Names{"order_no", "comment", "comment_2", "column_6"});
    CHECK(columns.fields.at(0) == OwnDeclaration{.name = "order_no", .label = "Order No."});
    CHECK(columns.fields.at(2) == OwnDeclaration{.name = "comment_2", .label = "Comment"});
    CHECK(columns.profile.columns.at("comment_2").columns == Names{"#5"});
    const auto twins = kept(std::string(50, 'x') + "," + std::string(50, 'x'));
    CHECK(twins.names == Names{std::string(40, 'x'), std::string(38, 'x') + "_2"});
}

TEST_CASE("the same file again has the fields that it has made") {
    const auto header = "Order No.,Comment,Comment,";
    const auto again = kept(header, declared(kept(header).fields));
    CHECK(again.fields.empty());
    // What stands for itself by name or label is read without a word of the profile.
    CHECK(again.names == Names{"comment", "comment_2", "column_6"});
}

TEST_CASE("a header that holds but blanks is called by its place") {
    CHECK(kept("  ").names == Names{"column_3"});
}
