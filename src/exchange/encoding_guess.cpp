// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/encoding_guess.hpp"

#include "exchange/decoder.hpp"
#include "exchange/error.hpp"
#include "text/plural.hpp"
#include "text/streams.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

// What a decoded text has beyond ASCII.
struct Found {
    std::size_t letters = 0; // of Finnish, Polish and their neighbours
    std::size_t quotes = 0;  // curly ones, and long dashes
    std::size_t euros = 0;
    std::size_t rest = 0; // signs that hardly stand in a complaint
    std::string text;

    // A sign that hardly stands in a complaint says as much against an encoding as a few letters say for it.
    long score() const { return static_cast<long>(letters + quotes + euros) - 3 * static_cast<long>(rest); }
    std::string told() const {
        std::vector<std::string> told;
        if (quotes > 0) told.push_back(text::plural(quotes, "curly quote"));
        if (euros > 0) told.push_back(text::plural(euros, "euro sign"));
        if (letters > 0) told.push_back(text::plural(letters, "letter"));
        return text::listed(told, "and");
    }
};

bool is_letter(char32_t c) {
    constexpr std::u32string_view k_letters =
        U"äöåÄÖÅąćęłńóśźżĄĆĘŁŃÓŚŹŻéèêëáàâíìîúùûüÜßñçšžŠŽõÕøØæÆőűŐŰčěřůýťďňČĚŘŮ";
    return k_letters.find(c) != std::u32string_view::npos;
}

void count(char32_t c, Found& found) {
    constexpr std::u32string_view k_quotes = U"‘’‚“”„«»–—…";
    constexpr std::u32string_view k_at_home = U"\u00a0°§½¼%·•"; // neither here nor there
    if (is_letter(c))
        ++found.letters;
    else if (k_quotes.find(c) != std::u32string_view::npos)
        ++found.quotes;
    else if (c == U'€')
        ++found.euros;
    else if (k_at_home.find(c) == std::u32string_view::npos)
        ++found.rest;
}

bool is_control(char32_t c) {
    return c >= 0x80 && c < 0xa0;
}

// Nothing where the bytes cannot be of that encoding.
std::optional<Found> found_in(std::string_view bytes, const std::string& encoding) {
    text::InText in{std::string(bytes)};
    Found found;
    try {
        Decoder decoder(in, "", encoding);
        while (decoder.read(found.text)) {
        }
        if (decoder.fault()) return std::nullopt;
    } catch (const DataError&) {
        return std::nullopt;
    }
    for (std::string_view rest = found.text; !rest.empty();) {
        const auto [c, size, well_formed] = text::decoded(rest);
        if (!well_formed || is_control(c)) return std::nullopt;
        if (c >= 0x80) count(c, found);
        rest.remove_prefix(size);
    }
    return found;
}

// Old Macs alone ended lines so, and Excel still does where it saves for them.
bool is_of_a_mac(std::string_view bytes) {
    return bytes.find('\r') != std::string_view::npos && bytes.find('\n') == std::string_view::npos;
}

// The likeliest first.
std::vector<std::string> encodings_of(std::string_view bytes) {
    std::vector<std::string> encodings{"windows-1252", "windows-1250", "ISO-8859-2", "ISO-8859-15"};
    if (is_of_a_mac(bytes)) encodings.insert(encodings.begin(), "MACINTOSH");
    return encodings;
}

} // namespace

EncodingGuess guess_encoding(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return {"UTF-16", "its first two bytes", {}};
    const auto invalid = text::invalid_utf8_at(bytes);
    constexpr std::size_t k_longest_character = 4; // which the end of a beginning may cut in two
    if (!invalid || *invalid + k_longest_character > bytes.size()) return {};
    EncodingGuess best;
    std::optional<Found> most;
    for (const auto& encoding : encodings_of(bytes)) {
        const auto found = found_in(bytes, encoding);
        if (!found) continue;
        if (most && found->score() == most->score()) {
            if (found->text != most->text) best.others.push_back(encoding);
        } else if (!most || found->score() > most->score()) {
            most = found;
            best = {encoding, found->told(), {}};
        }
    }
    return best;
}

} // namespace reklamaatio::exchange
