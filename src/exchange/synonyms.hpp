// SPDX-License-Identifier: GPL-3.0-or-later
// What the headers of other people's files call our columns: English, Finnish, Polish, folded. The name
// itself is not repeated, no word stands twice, and those that often mean something else (state, value) are
// not here.
#pragma once

#include <string_view>

namespace reklamaatio::exchange::synonyms {

using Word = std::string_view;

inline constexpr Word k_id[] = {"complaint_number", "reklamaationumero", "reklamaation_numero",
                                "numer_reklamacji"};
inline constexpr Word k_ref[] = {
    "reference",   "external_id",    "external_reference", "ticket",       "ticket_id",
    "case_id",     "case_number",    "complaint_id",       "request_id",   "viite",
    "viitenumero", "ulkoinen_viite", "asianumero",         "tapausnumero", "numer_referencyjny",
    "sygnatura",   "nr_zgloszenia",  "numer_zgloszenia",   "nr_sprawy",    "numer_sprawy"};
inline constexpr Word k_source[] = {"source_system", "lahde", "lahdejarjestelma", "zrodlo",
                                    "system_zrodlowy"};
inline constexpr Word k_status[] = {"tila", "stan"};
inline constexpr Word k_kind[] = {"type", "complaint_type", "laji", "tyyppi", "rodzaj", "typ"};
inline constexpr Word k_priority[] = {"urgency", "prioriteetti", "kiireellisyys", "priorytet", "pilnosc"};
inline constexpr Word k_category[] = {"kategoria", "luokka", "kategoria_reklamacji"};
inline constexpr Word k_product[] = {"tuote", "produkt", "towar"};
inline constexpr Word k_cause[] = {"reason", "root_cause", "syy", "juurisyy", "przyczyna", "powod"};
inline constexpr Word k_channel[] = {"received_by",      "submitted_via", "kanava",
                                     "yhteydenottotapa", "kanal",         "sposob_zgloszenia"};
inline constexpr Word k_subject[] = {"title", "summary", "issue", "aihe", "otsikko", "temat", "tytul"};
inline constexpr Word k_text[] = {"description", "message", "body",    "details", "narrative", "teksti",
                                  "kuvaus",      "viesti",  "sisalto", "opis",    "tresc",     "wiadomosc"};
inline constexpr Word k_wish[] = {"wanted", "desired_outcome", "toive",   "vaatimus",
                                  "vaade",  "zyczenie",        "zadanie", "oczekiwanie"};
inline constexpr Word k_customer[] = {
    "customer_name", "name",           "full_name", "client", "complainant",   "consumer",       "requester",
    "asiakas",       "asiakkaan_nimi", "nimi",      "klient", "nazwa_klienta", "imie_i_nazwisko"};
inline constexpr Word k_email[] = {
    "mail", "email_address", "customer_email", "sahkoposti", "sahkopostiosoite", "adres_email", "poczta"};
inline constexpr Word k_phone[] = {"telephone",      "phone_number",   "tel",           "mobile",
                                   "customer_phone", "puhelin",        "puhelinnumero", "puh",
                                   "telefon",        "numer_telefonu", "nr_telefonu"};
inline constexpr Word k_customer_value[] = {"annual_value", "asiakkaan_arvo", "asiakasarvo",
                                            "wartosc_klienta"};
inline constexpr Word k_team[] = {"group", "department", "tiimi", "ryhma", "osasto", "zespol", "dzial"};
inline constexpr Word k_assignee[] = {"assigned_to",   "handler",      "kasittelija",
                                      "vastuuhenkilo", "opiekun",      "osoba_odpowiedzialna",
                                      "przypisano",    "przypisany_do"};
inline constexpr Word k_tags[] = {"labels", "keywords",  "tunnisteet", "avainsanat",
                                  "tagi",   "znaczniki", "etykiety"};
inline constexpr Word k_received_at[] = {
    "received",    "date_received",   "received_date", "received_on",  "created",
    "created_at",  "created_on",      "created_date",  "date_created", "opened_at",
    "date",        "vastaanotettu",   "saapunut",      "saapumisaika", "saapumispaiva",
    "luotu",       "paivamaara",      "pvm",           "otrzymano",    "data_otrzymania",
    "data_wplywu", "data_zgloszenia", "zgloszono",     "utworzono",    "data_utworzenia",
    "data"};
inline constexpr Word k_logged_at[] = {"logged",      "entered_at",   "registered_at",  "kirjattu",
                                       "kirjausaika", "rekisteroity", "zarejestrowano", "data_rejestracji"};
inline constexpr Word k_responded_at[] = {
    "responded",   "answered",    "answered_at",   "first_response_at", "first_reply_at",    "vastattu",
    "vastausaika", "ensivastaus", "odpowiedziano", "data_odpowiedzi",   "pierwsza_odpowiedz"};
inline constexpr Word k_response_due_at[] = {"response_due",         "answer_due",
                                             "first_response_due",   "vastattava_viimeistaan",
                                             "vastauksen_maaraaika", "termin_odpowiedzi"};
inline constexpr Word k_resolution_due_at[] = {"resolution_due",
                                               "due",
                                               "due_at",
                                               "due_date",
                                               "deadline",
                                               "maaraaika",
                                               "erapaiva",
                                               "ratkaistava_viimeistaan",
                                               "ratkaisun_maaraaika",
                                               "termin",
                                               "termin_rozwiazania",
                                               "termin_rozpatrzenia"};
inline constexpr Word k_resolved_at[] = {
    "resolved",      "date_resolved", "resolved_on", "resolved_date",    "ratkaistu",        "ratkaisuaika",
    "ratkaisupaiva", "rozwiazano",    "rozpatrzono", "data_rozwiazania", "data_rozpatrzenia"};
inline constexpr Word k_closed_at[] = {"closed",        "date_closed", "closed_on",
                                       "closed_date",   "suljettu",    "sulkemisaika",
                                       "sulkemispaiva", "zamknieto",   "data_zamkniecia"};
inline constexpr Word k_waiting_minutes[] = {"waited_minutes", "minutes_waiting",    "odotusminuutit",
                                             "odotus_min",     "minuty_oczekiwania", "oczekiwanie_min"};
inline constexpr Word k_outcome[] = {"decision", "result", "lopputulos", "ratkaisu",
                                     "paatos",   "wynik",  "decyzja",    "rozstrzygniecie"};
inline constexpr Word k_settled[] = {"accepted",         "customer_accepted", "sovittu",
                                     "asiakas_hyvaksyi", "zaakceptowano",     "ugoda"};
inline constexpr Word k_remedy[] = {"compensation", "hyvitys",      "hyvitystapa",
                                    "korvaus",      "rekompensata", "zadoscuczynienie"};
inline constexpr Word k_amount[] = {"sum",          "refund_amount", "summa", "maara",
                                    "hyvityssumma", "kwota",         "suma"};
inline constexpr Word k_currency[] = {"valuutta", "waluta"};
inline constexpr Word k_csat[] = {"satisfaction", "tyytyvaisyys", "zadowolenie"};
inline constexpr Word k_nps[] = {"nps_score", "suositteluindeksi", "wskaznik_nps"};
inline constexpr Word k_retained[] = {"customer_retained", "stayed",          "asiakas_pysyi", "pysyi",
                                      "utrzymany",         "klient_utrzymany"};
inline constexpr Word k_reopened_count[] = {"reopened",          "reopen_count",     "reopenings",
                                            "uudelleenavaukset", "avattu_uudelleen", "ponowne_otwarcia",
                                            "liczba_otwarc"};
inline constexpr Word k_stage[] = {"vaihe_nro", "etap_nr"};
inline constexpr Word k_merged_into[] = {"duplicate_of", "yhdistetty", "kaksoiskappale", "scalono_z",
                                         "duplikat"};
// What other systems tell their complaints apart by: no uid of ours, but a ref where no column is called so.
inline constexpr Word k_foreign_uid[] = {"uuid", "guid"};
inline constexpr Word k_harm[] = {"injury", "haitta", "vahinko", "szkoda"};
inline constexpr Word k_waiting_reason[] = {"waiting_for", "pending_reason", "odotuksen_syy",
                                            "powod_oczekiwania"};
inline constexpr Word k_approved_by[] = {"approver", "hyvaksyja", "zatwierdzil"};
inline constexpr Word k_left_undone[] = {"kesken_jaanyt", "niedokonczone"};
inline constexpr Word k_followed_up_at[] = {"follow_up_date", "jalkiseuranta", "data_kontroli"};
inline constexpr Word k_reached[] = {"tavoitettu", "osiagnieto_kontakt"};
inline constexpr Word k_granted_at[] = {"granted", "hyvitetty", "przyznano"};
inline constexpr Word k_owed_since[] = {"velkaa_alkaen", "nalezne_od"};
inline constexpr Word k_paid_at[] = {"paid",     "paid_on",   "payment_date",
                                     "maksettu", "zaplacono", "data_platnosci"};
inline constexpr Word k_customer_ref[] = {"customer_number", "client_id",  "client_number",
                                          "asiakasnumero",   "asiakas_id", "numer_klienta",
                                          "id_klienta"};
inline constexpr Word k_customer_type[] = {"client_type", "asiakastyyppi", "typ_klienta"};
inline constexpr Word k_waiting_since[] = {"odottanut_alkaen", "oczekuje_od"};
inline constexpr Word k_first_outcome[] = {"ensimmainen_paatos", "pierwsza_decyzja"};
inline constexpr Word k_first_resolved_at[] = {"first_resolution", "ensin_ratkaistu", "pierwsze_rozwiazanie"};
inline constexpr Word k_public[] = {"audience", "reach", "yleiso", "tavoittavuus", "zasieg", "odbiorcy"};
inline constexpr Word k_waiting_until[] = {"answer_by", "vastaus_viimeistaan", "odpowiedz_do"};
// Minutes: a column that names no unit may count in hours.
inline constexpr Word k_effort_minutes[] = {"minutes_worked", "tyominuutit", "minuty_pracy"};
inline constexpr Word k_resolution_left[] = {"ratkaisuaikaa_jaljella", "pozostalo_minut"};

} // namespace reklamaatio::exchange::synonyms
