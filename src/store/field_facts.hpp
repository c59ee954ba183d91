// SPDX-License-Identifier: GPL-3.0-or-later
// What has to be known of a field that the log names.
#pragma once

#include "complaint/event.hpp"
#include "complaint/field.hpp"

#include <span>
#include <string_view>

namespace reklamaatio::store {

// Holds the text of a message and the rest of it; no field is called so.
inline constexpr const char* k_message = "message";

// What an event's fields are called depends on whom it is about.
struct FieldFacts {
    std::string_view name;
    complaint::FieldType type = complaint::FieldType::text;
    bool personal = false;
    std::span<const std::string_view> words = {}; // of a closed vocabulary; else none
};

// Throw StoreError (damaged) where there is no such field.
FieldFacts facts(const complaint::Event& event, std::string_view name);
FieldFacts facts(complaint::Part part, std::string_view name);

// What a field holds of which nothing was said yet.
complaint::Value blank(const complaint::Event& event, std::string_view name);

} // namespace reklamaatio::store
