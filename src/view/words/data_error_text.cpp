// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/data_error_text.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

// {name} stands for a fact of the reason.
std::string_view sentence_for(exchange::Unreadable reason) {
    using exchange::Unreadable;
    switch (reason) {
    case Unreadable::not_in_encoding:
        return "{place}: not {encoding}; use another --encoding";
    case Unreadable::not_utf8:
        return "{place}: not UTF-8; is it {encodings}? say --encoding";
    case Unreadable::utf16:
        return "{place}: is UTF-16, not UTF-8; use --encoding UTF-16";
    case Unreadable::nul_byte:
        return "{place}: a NUL byte; is it UTF-16? say --encoding";
    case Unreadable::unclear_delimiter:
        return "{place}: cannot tell whether fields are separated by , ; | or a tab; use --delimiter";
    case Unreadable::columns_alike:
        return "{place}: both '{one}' and '{other}' mean {field}; use --map {field}=COLUMN";
    case Unreadable::no_time_column:
        return "{place}: no column for received_at; use --map received_at=COLUMN; the file has: {columns}";
    case Unreadable::no_text_column:
        return "{place}: no column for subject or text; use --map subject=COLUMN; the file has: {columns}";
    case Unreadable::json:
        break;
    }
    return "{place}: is JSON, and not a log of events; write CSV, such as that of reklamaatio export";
}

} // namespace

std::string data_error_text(const exchange::DataError& fault) {
    if (!fault.reason()) return fault.what();
    fmt::dynamic_format_arg_store<fmt::format_context> facts;
    facts.push_back(fmt::arg("place", fault.place()));
    for (const auto& [name, fact] : fault.facts())
        facts.push_back(fmt::arg(name.c_str(), fact));
    return fmt::vformat(sentence_for(*fault.reason()), facts);
}

} // namespace reklamaatio::view
