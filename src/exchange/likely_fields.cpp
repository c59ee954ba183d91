// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/likely_fields.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

constexpr std::array k_of_keys{Look::whole_numbers, Look::texts, Look::uids};
constexpr std::array k_of_times{Look::times};
constexpr std::array k_of_words{Look::words};
constexpr std::array k_of_names{Look::words, Look::texts};
constexpr std::array k_of_texts{Look::texts};
constexpr std::array k_of_emails{Look::emails};
constexpr std::array k_of_dialled{Look::phones};
constexpr std::array k_of_phones{Look::phones};
constexpr std::array k_of_sums{Look::sums, Look::whole_numbers};

// Of a letter: "From: (Type)" of Outlook is the kind of an address.
constexpr std::string_view k_of_addresses = " from | to | cc | bcc | sender";

// A word alone stands between blanks, a part of a word does not.
constexpr std::array k_likely{
    LikelyField{"ref", k_of_keys,
                " id | no | nr |nro | key | # "
                "|number|numer|unique|refer|ticket|case|record|protocol|sygn|vorgang|dossier|meldung|notific|"
                "aktenz|asianr|nummer"},
    LikelyField{"ref", k_of_keys, "guid|uuid"},
    LikelyField{"ref", k_of_emails, "message id"},
    // 2026-0001 could be dialled.
    LikelyField{"ref", k_of_dialled,
                "ticket|case|record|protocol|sygn|vorgang|dossier|meldung|notific|aktenz|asianr"},
    LikelyField{
        "received_at", k_of_times,
        "creat|receiv|submit| open|report|filed|logged|saap|luotu|avattu|zglosz|otrzym|utworz|wplyn|ouvert|"
        "eingang|reclamac|angelegt|erstellt|erfasst|gemeldet|aikaleima|timestamp|skapad|fecha"},
    LikelyField{"closed_at", k_of_times,
                "clos|clotur|suljet|sulkem|zamkn|erledigt|abgeschl|avalia|encerr|fechad|cierre|conclu|"
                "gesloten|geschlossen|beendet|cerrad|stangd|ferm"},
    LikelyField{"resolved_at", k_of_times, "resol|solved|ratkais|rozwiaz|completed|gelost|behoben"},
    LikelyField{"responded_at", k_of_times,
                "first resp|first answer|first reply|initial resp|initial answer|"
                "initial reply|answered|respond|vasta|odpow|resposta"},
    LikelyField{"resolution_due_at", k_of_times, " due|deadline| target|maaraa|termin"},
    LikelyField{"received_at", k_of_times, "date|time|start|pvm|paiva|data"},
    LikelyField{"status", k_of_names, "status|state|statut|tila|stan| etat |estado"},
    LikelyField{"kind", k_of_names, "issue type|ticket type|case type"},
    LikelyField{"priority", k_of_names, "priorit|urgen|severity|kiireel|piln"},
    LikelyField{"channel", k_of_words, "method|channel|origin|medium|via| source|kanava|kanal"},
    LikelyField{"team", k_of_names, "group|queue|depart|agency|team|tiimi|osasto|dzial|zespol"},
    LikelyField{"assignee", k_of_names,
                "assign|agent|handler|owner|technicien|technician|kasittel|vastuu|opiekun|bearbeiter|"
                "sachbearb|verantw|zustandig"},
    LikelyField{"product", k_of_names, "product|item|tuote|produkt"},
    LikelyField{"category", k_of_names, "category|categor|topic|type|subject area|kategor|luokka|rodzaj", "",
                k_of_addresses},
    LikelyField{"subject", k_of_texts,
                "subject|title|titre|titulo|summary|short desc|issue|otsikko|aihe|temat|tytul|betreff|"
                "ticket name| objet |asunto|kurztext"},
    LikelyField{
        "text", k_of_texts,
        " descr |descripti|descric|narrat|detail|body|text|content|comment|kuvaus|teksti|viesti|opis|tresc|"
        "anliegen|beschreib|nachricht|message|mensaje"},
    LikelyField{"customer", k_of_names,
                "requester|customer|client|contact|reporter|complainant|caller|asiakas|klient|kunde|"
                "demandeur|consumidor| from "},
    LikelyField{"amount", k_of_sums, "amount|refund|sum |summa|kwota|hyvitys|award|gutschrift"},
    LikelyField{"outcome", k_of_words, "outcome|disposition|decision|result|paatos|wynik|decyzja"},
    LikelyField{"closed_at", k_of_times, "status date|updat|modif|last |muut|zmien|ostatn", "resolved_at"},
    LikelyField{"received_at", k_of_times, ""},
    LikelyField{"email", k_of_emails, "mail|address"},
    LikelyField{"email", k_of_emails, ""},
    LikelyField{"phone", k_of_phones, "phone|tel|mobil|puh|rufnummer|contact|call"},
    LikelyField{"customer", k_of_names, " name | nom |user|author|submitter"},
    LikelyField{"subject", k_of_names, "type|issue|request", "", k_of_addresses},
};

// "CreatedDate", "created_date" and "Created date" are " created date ".
std::string in_words(std::string_view name) {
    std::string words = " ";
    char before = ' ';
    for (const char c : name) {
        const bool begins_word = c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z';
        if (begins_word) words += ' ';
        words += std::string_view("_-./:()?").find(c) == std::string_view::npos ? c : ' ';
        before = c;
    }
    return text::folded(words + ' ');
}

} // namespace

std::span<const LikelyField> likely_fields() {
    return k_likely;
}

// The whole name, since hours that were spent are no time of day.
bool is_called_as_time_of_day(std::string_view column) {
    constexpr std::string_view k_names =
        "| klo | kello | kellonaika | aika | time | time of day | hour | godz | godzina | "
        "czas | uhrzeit | zeit | tid | heure | hora |";
    return k_names.find(fmt::format("|{}|", in_words(column))) != std::string_view::npos;
}

bool is_likely(const LikelyField& likely, std::string_view column, const ColumnLook& look) {
    const auto fits = [&](Look wanted) {
        return wanted == look.look() || (wanted == Look::times && look.may_be(wanted));
    };
    if (std::ranges::none_of(likely.looks, fits)) return false;
    if (has_part(column, likely.but_not)) return false;
    return likely.parts.empty() || has_part(column, likely.parts);
}

bool has_part(std::string_view column, std::string_view parts) {
    const auto name = in_words(column);
    while (!parts.empty()) {
        const auto end = std::min(parts.find('|'), parts.size());
        if (name.find(parts.substr(0, end)) != std::string::npos) return true;
        parts.remove_prefix(std::min(end + 1, parts.size()));
    }
    return false;
}

} // namespace reklamaatio::exchange
