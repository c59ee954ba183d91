// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/names.hpp"

#include "text/fold.hpp"
#include "time/words.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace reklamaatio::time {

namespace {

// Folded, separated by blanks. No Finnish month is known by three letters: mar would be March in English and
// marraskuu, which is November.
using Names = std::string_view;

constexpr std::array<Names, 12> k_month_names{
    "tammi tammikuu tammikuuta sty styczen stycznia",
    "helmi helmikuu helmikuuta lut luty lutego",
    "maalis maaliskuu maaliskuuta marzec marca",
    "huhti huhtikuu huhtikuuta kwi kwiecien kwietnia",
    "touko toukokuu toukokuuta maj maja",
    "kesa kesakuu kesakuuta cze czerwiec czerwca",
    "heina heinakuu heinakuuta lip lipiec lipca",
    "elo elokuu elokuuta sie sierpien sierpnia",
    "syys syyskuu syyskuuta wrz wrzesien wrzesnia sept",
    "loka lokakuu lokakuuta paz pazdziernik pazdziernika",
    "marras marraskuu marraskuuta lis listopad listopada",
    "joulu joulukuu joulukuuta gru grudzien grudnia",
};

constexpr std::array<Names, 7> k_weekday_names{
    "ma maanantai maanantaina pn pon poniedzialek",
    "ti tiistai tiistaina wt wtorek",
    "ke keskiviikko keskiviikkona sr sroda",
    "to torstai torstaina cz czw czwartek",
    "pe perjantai perjantaina pt piatek",
    "la lauantai lauantaina so sob sobota",
    "su sunnuntai sunnuntaina nd ndz niedz niedziela",
};

bool contains(Names names, std::string_view name) {
    while (!names.empty()) {
        const auto end = std::min(names.find(' '), names.size());
        if (names.substr(0, end) == name) return true;
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return false;
}

template <std::size_t n>
std::optional<unsigned> index_of(const std::array<Names, n>& names, std::string_view name) {
    if (name.empty()) return std::nullopt;
    const auto found = std::ranges::find_if(names, [&](Names each) { return contains(each, name); });
    return found == names.end() ? std::nullopt : std::optional(static_cast<unsigned>(found - names.begin()));
}

} // namespace

std::optional<std::chrono::month> month_in_words(std::string_view name) {
    if (const auto english = month_named(name)) return english;
    const auto index = index_of(k_month_names, text::folded(name));
    return index ? std::optional(std::chrono::month{*index + 1}) : std::nullopt;
}

std::optional<std::chrono::weekday> weekday_in_words(std::string_view name) {
    if (const auto english = weekday_named(name)) return english;
    const auto index = index_of(k_weekday_names, text::folded(name));
    return index ? std::optional(std::chrono::weekday{*index + 1}) : std::nullopt;
}

} // namespace reklamaatio::time
