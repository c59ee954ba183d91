// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/likely_words.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace reklamaatio::exchange {

namespace {

struct Likely {
    std::string_view field;
    std::string_view ours;
    std::string_view theirs; // folded, separated by bars
};

constexpr std::array k_likely{
    Likely{"status", "new",
           "|new|uusi|nowe|nowy|received|submitted|unassigned|not started|created|to do|unspecified|"
           "saapunut|przyjete|nouveau|neu|nao respondida|unconfirmed|nuevo|nueva|eingegangen|ouvert|"
           "ouverte|"},
    Likely{"status", "open",
           "|open|opened|reopened|avoin|otwarte|otwarty|in progress|work in progress|active|assigned|"
           "processing|in process|in review|kasittelyssa|tyon alla|w toku|w trakcie|respondida|answered|"
           "escalated|working|waiting on third party|open (duplicate)|en cours|en cours (attribue)|"
           "en cours (planifie)|in arbeit|replica|offen|in bearbeitung|zugewiesen|waiting on us|"
           "waiting for support|waiting for agent|pending agent|en proceso|abierto|abierta|pagar|oppen|"
           "avattu|tyossa|"},
    Likely{"status", "waiting",
           "|pending|waiting|on hold|hold|awaiting|awaiting customer|waiting for customer|"
           "waiting on customer|awaiting user info|odottaa|odottaa asiakasta|oczekuje|"
           "oczekuje na klienta|oczekujace|wstrzymane|pending reminder|en attente|snoozed|stalled|"
           "waiting on contact|waiting for reply|wartend|wartet|wartet auf kunden|warten|pendiente|"
           "vantar|odottaa vastausta|"},
    Likely{"status", "resolved",
           "|resolved|solved|fixed|done|completed|complete|ratkaistu|valmis|rozwiazane|rozwiazany|"
           "zalatwione|closed complete|resolu|gelost|behoben|resuelto|resuelta|verified|"},
    Likely{"status", "closed",
           "|closed|archived|suljettu|paatetty|zamkniete|zamkniety|closed with explanation|clos|"
           "erledigt|abgelehnt|avaliada|geschlossen|abgeschlossen|beendet|ferme|fermee|cloture|cloturee|"
           "cerrado|cerrada|stangd|avslutad|"},
    Likely{"status", "void",
           "|void|duplicate|closed (duplicate)|cancelled|canceled|withdrawn|invalid|spam|deleted|merged|"
           "won't do|mitatoity|peruttu|anulowane|duplikat|storniert|annule|annulee|cancelado|trashed|"
           "not a bug|ungultig|"},
    Likely{"priority", "low",
           "|low|lowest|minor|trivial|matala|alhainen|niski|niska|niskie|p4|p5|4 - low|5 - planning|"
           "1 low|basse|niedrig|gering|faible|baja|lag|basso|"},
    Likely{"priority", "normal",
           "|normal|medium|moderate|standard|default|normaali|keskitaso|sredni|normalny|p3|3 - moderate|"
           "2 normal|moyenne|normale|mittel|media|medel|"},
    Likely{"priority", "high",
           "|high|major|important|korkea|tarkea|wysoki|wysoka|p2|2 - high|3 high|haute|hoch|elevee|alta|"
           "hog|"},
    Likely{"priority", "urgent",
           "|urgent|critical|highest|blocker|emergency|kriittinen|kiireellinen|krytyczny|pilne|pilny|p1|"
           "1 - critical|tres haute|dringend|sehr hoch|urgente|immediate|kritisch|bradskande|"},
    Likely{"kind", "praise",
           "|praise|compliment|thanks|kiitos|pochwala|elogio|lob|felicitation|felicitations|"},
    Likely{"kind", "remark",
           "|remark|comment|feedback|suggestion|question|inquiry|enquiry|query|request|feature request|"
           "huomautus|palaute|kysymys|uwaga|pytanie|hinweis|anregung|frage|remarque|"},
    Likely{"kind", "complaint",
           "|complaint|grievance|valitus|skarga|problem|issue|incident|bug|beschwerde|reclamation|queja|"
           "klagomal|"},
    Likely{"kind", "claim", "|claim|dispute|reklamaatio|reklamacja|warranty|takuu|gwarancja|reklamation|"},
    Likely{"outcome", "upheld",
           "|upheld|justified|substantiated|founded|accepted|aiheellinen|uznana|zasadna|"
           "closed with monetary relief|"},
    Likely{"outcome", "partly",
           "|partly|partly upheld|partially upheld|partially justified|osittain|czesciowo|"},
    Likely{"outcome", "rejected",
           "|rejected|not upheld|unjustified|unsubstantiated|unfounded|denied|aiheeton|hylatty|"
           "odrzucona|niezasadna|"},
    Likely{"outcome", "withdrawn", "|withdrawn|cancelled|canceled|peruttu|wycofana|"},
    Likely{"channel", "phone", "|phone|telephone|call|phone call|puhelin|telefon|"},
    Likely{"channel", "email", "|email|e-mail|mail|sahkoposti|poczta|"},
    Likely{"channel", "web",
           "|web|website|portal|online|web form|form|internet|self service|api|verkko|strona www|"},
    Likely{"channel", "chat", "|chat|live chat|messenger|whatsapp|"},
    Likely{"channel", "app", "|app|mobile|mobile app|mobile/open311|"},
    Likely{"channel", "letter", "|letter|post|fax|kirje|list|"},
    Likely{"settled", "yes", "|yes|true|1|kylla|tak|"},
    Likely{"settled", "no", "|no|false|0|ei|nie|"},
};

constexpr std::array<std::string_view, 16> k_none{
    "-",       "--",     "---", "n/a", "na",          "none", "null",        "(null)",
    "(empty)", "(none)", "\\n", "?",   "ei tiedossa", "brak", "nie dotyczy", "not set"};

// What stands where a person would.
constexpr std::array<std::string_view, 13> k_nobody{
    "unassigned", "-- unassigned --", "(unassigned)", "not assigned", "nobody",   "no agent",        "no one",
    "no owner",   "ei kukaan",        "nikt",         "niemand",      "personne", "nicht zugewiesen"};

// "00.00.0000" of SAP, "0000-00-00 00:00:00" of MySQL.
bool is_date_of_zeros(std::string_view word) {
    constexpr std::ptrdiff_t k_digits_of_date = 8;
    return std::ranges::count(word, '0') >= k_digits_of_date
           && word.find_first_not_of("0.-/: TZ") == std::string_view::npos
           && word.find_first_of(".-/") != std::string_view::npos;
}

} // namespace

bool stands_for_none(std::string_view word) {
    return is_date_of_zeros(word) || std::ranges::find(k_none, text::lower(word)) != k_none.end();
}

bool stands_for_nobody(std::string_view word) {
    return std::ranges::find(k_nobody, text::folded(word)) != k_nobody.end();
}

std::string_view likely_word(std::string_view field, std::string_view theirs) {
    const std::string word = "|" + text::folded(theirs) + "|";
    const auto found = std::ranges::find_if(k_likely, [&](const Likely& likely) {
        return likely.field == field && likely.theirs.find(word) != std::string_view::npos;
    });
    if (found != k_likely.end()) return found->ours;
    // "Open - Dup", "Closed (no answer)", "Done: replaced"
    const auto front = theirs.substr(0, std::min({theirs.find(" - "), theirs.find(" ("), theirs.find(": ")}));
    return front.size() < theirs.size() ? likely_word(field, front) : std::string_view();
}

} // namespace reklamaatio::exchange
