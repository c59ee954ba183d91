// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/mailbox.hpp"

#include "complaint/encoded_word.hpp"
#include "complaint/error.hpp"
#include "text/append.hpp"
#include "text/ascii.hpp"
#include "text/blank.hpp"
#include "text/domain.hpp"
#include "text/fold.hpp"
#include "text/plain.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

// How much of the text is a quoted string or a comment that begins it: 0 where it does not end. A comment may have
// others in it; a backslash takes its meaning from what follows.
std::size_t enclosed(std::string_view text, char open, char close) {
    if (!text.starts_with(open)) return 0;
    int depth = 1;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == close)
            --depth;
        else if (text[at] == open)
            ++depth;
        if (depth == 0) return at + 1;
    }
    return 0;
}

// Without the marks around it and the backslashes in it.
std::string content_of(std::string_view quoted) {
    std::string content;
    quoted = quoted.substr(1, quoted.size() - 2);
    for (std::size_t at = 0; at < quoted.size(); ++at) {
        if (quoted[at] == '\\' && at + 1 < quoted.size()) ++at;
        content += quoted[at];
    }
    return content;
}

// What a mailbox is made of, still as it was written.
struct Parts {
    std::string phrase; // outside of comments and angle brackets
    std::string comments;
    std::optional<std::string> address; // in angle brackets
};

// Nothing where a bracket is left open, or several addresses are there.
std::optional<Parts> parts_of(std::string_view text) {
    Parts parts;
    std::size_t size = 0;
    for (; !text.empty(); text.remove_prefix(size)) {
        if ((size = enclosed(text, '"', '"')) > 0) {
            parts.phrase += text.substr(0, size);
        } else if ((size = enclosed(text, '(', ')')) > 0) {
            text::append(parts.comments, read_name(content_of(text.substr(0, size))), ", ");
            parts.phrase += ' ';
        } else if (text.front() == '<') {
            size = text.find('>') + 1;
            if (size == 0 || parts.address) return std::nullopt;
            parts.address = text.substr(1, size - 2);
            parts.phrase += ' ';
        } else {
            size = 1;
            parts.phrase += text.front();
        }
    }
    return parts;
}

std::size_t word_size(std::string_view text) {
    if (const auto quoted = enclosed(text, '"', '"'); quoted > 0) return quoted;
    std::size_t size = 0;
    while (size < text.size()) {
        const auto next = text::decoded(text.substr(size));
        if (text::is_blank(next.code_point)) break;
        size += next.size;
    }
    return size;
}

std::string_view without_apostrophes(std::string_view name) {
    const bool is_quoted = name.size() > 2 && name.starts_with('\'') && name.ends_with('\'');
    return is_quoted ? name.substr(1, name.size() - 2) : name;
}

// RFC 6068; what the letter is to begin with goes with it.
std::string clean(std::string_view text) {
    constexpr std::string_view k_scheme = "mailto:";
    std::string address = text::plain(text);
    for (;;) {
        const std::string_view all = address;
        if (text::lower(address).starts_with(k_scheme))
            address = text::plain(all.substr(0, all.find('?')).substr(k_scheme.size()));
        else if (all.ends_with('.'))
            address = text::plain(all.substr(0, all.size() - 1));
        else
            return address;
    }
}

bool is_domain(std::string_view domain) {
    if (domain.starts_with('[') && domain.ends_with(']')) return true; // the number of a host
    const auto fits = [](char c) {
        return text::is_letter(c) || text::is_digit(c) || c == '-' || c == '.' || c == '_'
               || static_cast<unsigned char>(c) >= 0x80;
    };
    return !domain.empty() && !domain.starts_with('.') && domain.find("..") == std::string_view::npos
           && std::ranges::all_of(domain, fits);
}

bool is_address(std::string_view text) {
    const auto at = text.find('@');
    const auto cannot_stand = [](unsigned char c) { return c <= ' ' || c == 0x7f || c == '<' || c == '>'; };
    return at != std::string_view::npos && at > 0 && is_domain(text.substr(at + 1))
           && std::ranges::none_of(text, cannot_stand);
}

// The message quotes what was written.
std::string checked_address(std::string_view text, std::string_view written) {
    auto address = clean(text);
    if (!is_address(address))
        throw BadValue(fmt::format("'{}' is not an e-mail address; write name@example.com", written));
    return address;
}

} // namespace

namespace {

std::string name_within(std::string_view text) {
    std::string name;
    bool was_encoded = false;
    for (text = text::trimmed(text); !text.empty(); text = text::trimmed(text)) {
        const auto word = text.substr(0, word_size(text));
        text.remove_prefix(word.size());
        const auto bare = enclosed(word, '"', '"') > 0 ? content_of(word) : std::string(word);
        const auto decoded = decoded_word(bare);
        // The blank between two encoded words only parts them.
        text::append(name, decoded.value_or(bare), decoded && was_encoded ? "" : " ");
        was_encoded = decoded.has_value();
    }
    return text::without_invisible(text::trimmed(without_apostrophes(name)));
}

} // namespace

std::string read_name(std::string_view text) {
    auto name = name_within(text);
    // There may be quotes in quotes. Each time less is left, or fewer blanks that are no spaces.
    for (auto inner = name_within(name); inner != name; inner = name_within(name))
        name = std::move(inner);
    return name;
}

Mailbox read_mailbox(std::string_view text) {
    const auto parts = parts_of(text);
    if (!parts) throw BadValue(fmt::format("'{}' is not a customer; write \"Name <mail>\"", text));
    Mailbox read;
    const std::string_view address = parts->address ? *parts->address : text::trimmed(parts->phrase);
    read.address = checked_address(address, address);
    if (parts->address) read.name = read_name(parts->phrase);
    if (email_key(read.name) == email_key(read.address)) read.name.clear();
    if (read.name.empty())
        read.name = parts->comments;
    else if (!parts->comments.empty())
        read.name = read_name(fmt::format("{} ({})", read.name, parts->comments));
    return read;
}

std::string read_email(std::string_view text) {
    const auto bare = text::trimmed(text);
    const bool is_bracketed = bare.starts_with('<') && bare.ends_with('>');
    return checked_address(is_bracketed ? bare.substr(1, bare.size() - 2) : bare, text);
}

std::string email_key(std::string_view email) {
    const auto address = clean(email);
    const auto at = address.rfind('@');
    if (at == std::string::npos) return text::lower(address);
    return text::lower(address.substr(0, at)) + '@'
           + text::one_domain(std::string_view(address).substr(at + 1));
}

} // namespace reklamaatio::complaint
