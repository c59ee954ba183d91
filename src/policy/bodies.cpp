// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/bodies.hpp"

#include "complaint/mailbox.hpp"
#include "complaint/procedure.hpp"
#include "policy/keys.hpp"
#include "policy/sections.hpp"

#include <array>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

constexpr std::array k_reserved{complaint::k_review};

rulebook::Body read_body(toml::Reader& file, std::string_view key, toml::Node table) {
    toml::Reader reader(table, fmt::format("[body.{}]", key), file.faults());
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
    reader.with(reader.string("address"), [&](const std::string& text) { body.address = text; });
    reader.with(reader.string("answer"), [&](const std::string& text) {
        const auto term = rulebook::parse_term(text);
        if (term.unit == rulebook::TermUnit::working_days) check_has_working_days(file, text);
        body.answer = term;
    });
    reader.finish();
    return body;
}

} // namespace

void read_bodies(toml::Reader& file, rulebook::Policy& policy) {
    for (const auto& [key, table] : file.named_tables("body"))
        policy.bodies.push_back(read_body(file, key, table));
}

} // namespace reklamaatio::policy
