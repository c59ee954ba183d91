// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of a file mean, by the profile of the file.
#pragma once

#include "exchange/draft.hpp"
#include "exchange/field.hpp"
#include "exchange/profile.hpp"
#include "exchange/word_map.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

class CellReader {
  public:
    // `zone` and `currency` are those of the policy, for a profile without them. Throws ProfileError for a zone or a
    // form of dates that is none. `fields` outlive it.
    CellReader(const Profile& profile, const time::Zone& zone, std::string currency, const FieldSet& fields);

    // Which fields the file gives decides what its ids are, and whether its times say how far a complaint is.
    void know_fields(const std::function<bool(std::string_view)>& file_has);
    // Its times are in UTC unless they say otherwise, whatever the zone of the others is.
    void read_as_utc(std::string_view field);
    // Whether the texts under `id` are references of another system.
    bool ids_are_references() const { return m_reading.ids == Ids::references; }

    // Whether a text, without blanks at its ends, stands for nothing.
    bool is_none(std::string_view text) const;

    // Throws complaint::BadValue with a clause that is fit for one line.
    void take(const Field& field, const std::string& cell, Draft& into) const;
    // Every row begins with them. Throws ProfileError for one that does not fit.
    void take_constants(Draft& into) const;
    // Once all cells of a row have been taken.
    void complete(Draft& draft) const;

  private:
    // The file's own text, or ours for it, which is written in our forms.
    struct Meant {
        std::string text;
        bool is_ours;
    };
    Meant meant(const Field& field, const std::string& cell) const;
    void spell(std::string_view field, std::string& text) const;
    const Reading& reading_of(const Field& field, bool is_ours) const;
    static void take_text(const Field& field, const std::string& text, const Reading& reading, Draft& into);
    void take_constant(std::string_view name, const std::string& value, Draft& into) const;

    const FieldSet& m_fields;
    Reading m_reading;
    Reading m_ours;                                         // of constants and translated words
    std::map<std::string, Reading, std::less<>> m_of_field; // whose dates have forms or a zone of their own
    std::map<std::string, WordMap, std::less<>> m_words;
    std::vector<std::string> m_empty;
    std::map<std::string, std::string> m_constants;
    bool m_ignores_stale_ends = false;
    bool m_has_status = true;
};

} // namespace reklamaatio::exchange
