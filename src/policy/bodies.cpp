// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/bodies.hpp"

#include "complaint/mailbox.hpp"
#include "policy/keys.hpp"
#include "policy/sections.hpp"

#include <array>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

constexpr std::array k_reserved{rulebook::k_review};

rulebook::Body read_body(std::string_view key, toml::Node table, toml::Faults& faults) {
    toml::Reader reader(table, fmt::format("[body.{}]", key), faults);
    check_key(reader, key, k_reserved);
    rulebook::Body body;
    body.key = key;
    reader.with(reader.string("name"), [&](const std::string& text) { body.name = text; });
    if (body.name.empty()) body.name = key;
    reader.with(reader.string("kind"), [&](const std::string& text) {
        body.kind = complaint::parse_word<rulebook::BodyKind>(text);
    });
    reader.with(reader.string("email"),
                [&](const std::string& text) { body.email = complaint::read_email(text); });
    reader.finish();
    return body;
}

} // namespace

void read_bodies(toml::Reader& file, rulebook::Policy& policy) {
    for (const auto& [key, table] : file.named_tables("body"))
        policy.bodies.push_back(read_body(key, table, file.faults()));
}

} // namespace reklamaatio::policy
