// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is by its first bytes, where it is no table of text.
#pragma once

#include "exchange/error.hpp"

#include <optional>
#include <string_view>

namespace reklamaatio::exchange {

struct FileKind {
    Unreadable reason;
    DataError::Facts facts{};
};

// By the beginning of a file (some kilobytes, a BOM of UTF-8 taken away); nothing where it may be a table.
std::optional<FileKind> other_kind(std::string_view beginning);

// "UTF-16LE" or "UTF-16BE" for a text that no BOM announces: nearly every other byte of it is NUL. Empty for any other.
std::string_view utf16_without_bom(std::string_view beginning);

} // namespace reklamaatio::exchange
