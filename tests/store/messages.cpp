// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/messages.hpp"

#include "store/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using complaint::tests::inbound;
using complaint::tests::outbound;

const Instant k_now = utc("2026-01-12T07:00:00Z");

} // namespace

TEST_CASE("a conversation stands in the order in which things were said") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(about("x"), k_now);
    const auto at = [](std::string_view time) { return utc(time); };
    desk.act({1}, at("2026-01-12T10:00:00Z"), saying(outbound("third")));
    desk.act_earlier({1}, at("2026-01-12T08:00:00Z"), at("2026-01-12T11:00:00Z"), saying(inbound("first")));
    desk.act_earlier({1}, at("2026-01-12T10:00:00Z"), at("2026-01-12T12:00:00Z"), saying(inbound("fourth")));
    desk.act_earlier({1}, at("2026-01-12T09:00:00Z"), at("2026-01-12T13:00:00Z"),
                     saying(complaint::tests::receipt()));
    std::vector<std::string> said;
    for (const Said& each : conversation_of(store.database(), {1}))
        said.push_back(each.message.text);
    CHECK(said == std::vector<std::string>{"first", "We got your message.", "third", "fourth"});
    CHECK(conversation_of(store.database(), {1})[1].message.automatic);
    CHECK(conversation_of(store.database(), {2}).empty());
}

} // namespace reklamaatio::store::tests
