// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fault.hpp"

#include "complaint/error.hpp"
#include "complaint/fact_names.hpp"
#include "complaint/refusal.hpp"
#include "exchange/error.hpp"
#include "exchange/field.hpp"
#include "host/failure.hpp"
#include "store/error.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli::tests {
namespace {

template <typename Throw>
Fault fault_of(Throw throw_it) {
    try {
        throw_it();
    } catch (...) {
        return current_fault();
    }
    return {};
}

// "no_such_complaint R-9 ref": code, ids, fields.
template <typename Throw>
std::string in_short(Throw throw_it) {
    const Fault fault = fault_of(throw_it);
    return fmt::format("{} [{}] [{}]", fault.code, fmt::join(fault.ids, " "), fmt::join(fault.fields, " "));
}

} // namespace

TEST_CASE("a refusal is told to programs by its reason with the ids and fields that it is about") {
    using complaint::Reason;
    CHECK(in_short([] { complaint::refuse<Reason::no_such_complaint>(complaint::Id{9}); })
          == "no_such_complaint [R-9] []");
    CHECK(in_short([] { complaint::refuse<Reason::kind_without_outcome>(complaint::Id{7}, "praise"); })
          == "kind_without_outcome [R-7] [kind outcome]");
    // An id with its name behind it is one, once; a name that looks like nothing of ours is none.
    CHECK(in_short([] {
              complaint::refuse<Reason::several_called_so>(
                  "R-5", 2, std::vector<std::string>{"C-1 (Ann, ann@example.com)", "C-2", "C-1 (Ann)"});
          })
          == "several_called_so [C-1 C-2] []");
    CHECK(in_short([] { complaint::refuse<Reason::reference_taken>(complaint::Id{3}, "shop/R-8"); })
          == "reference_taken [R-3] [ref]");
}

TEST_CASE("other faults are told by a word of their kind, else by that of their exit status") {
    CHECK(in_short([] { throw host::UsageError("--x and --y cannot be used together"); })
          == "wrong_usage [] []");
    CHECK(in_short([] { throw host::UsageError("no", {host::Cause::unknown_option}); })
          == "unknown_option [] []");
    CHECK(in_short([] { throw host::Failure(host::ExitStatus::write_error, "full"); })
          == "write_error [] []");
    CHECK(in_short([] { throw complaint::BadValue("kind", "'clam' is not a kind"); })
          == "bad_value [] [kind]");
    CHECK(in_short([] { throw store::StoreError(store::ErrorKind::busy, "busy"); }) == "database_busy [] []");
    CHECK(in_short([] {
              throw exchange::DataError(exchange::Unreadable::columns_alike, "a.csv:1",
                                        {{"one", "A"}, {"other", "B"}, {"field", "subject"}});
          })
          == "columns_alike [] [subject]");
    CHECK(in_short([] { throw exchange::DataError("a.csv: is empty"); }) == "bad_data [] []");
    CHECK(in_short([] { throw std::runtime_error("?"); }) == "internal_error [] []");
}

// A script that waits for a code must not wait in vain after an upgrade: what has been in the list stays in it.
TEST_CASE("codes of errors are only ever added and look like words") {
    const auto codes = error_codes();
    for (const auto& code : codes)
        CHECK_MESSAGE(std::ranges::all_of(code,
                                          [](char c) {
                                              return std::islower(c) != 0 || c == '_' || c == '8' || c == '1'
                                                     || c == '6';
                                          }),
                      code);
    std::ifstream golden(std::string(TESTS_FOLDER) + "/cli/error_codes.txt");
    std::vector<std::string> known;
    for (std::string code; std::getline(golden, code);)
        known.push_back(code);
    REQUIRE(known.size() > 100);
    for (const auto& code : known)
        CHECK_MESSAGE(std::ranges::find(codes, code) != codes.end(), "is gone: " << code);
    for (const auto& code : codes)
        CHECK_MESSAGE(std::ranges::find(known, code) != known.end(),
                      "add it to tests/cli/error_codes.txt: " << code);
}

TEST_CASE("the fields that a reason is about are those of exports") {
    for (const auto& row : complaint::k_reasons)
        for (auto names = row.fields; !names.empty();) {
            const auto name = complaint::take_name(names);
            CHECK_MESSAGE(exchange::field_named(name) != nullptr, row.word << ": " << name);
        }
}

} // namespace reklamaatio::cli::tests
