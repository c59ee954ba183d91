// SPDX-License-Identifier: GPL-3.0-or-later
// Volumes as people and files say them, into the record.
#pragma once

#include "casework/desk.hpp"
#include "casework/known_words.hpp"
#include "complaint/volume.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace reklamaatio::casework {

class VolumeBook {
  public:
    explicit VolumeBook(Desk& desk) : m_desk(desk), m_words(desk) {}

    // The same in the words that are known here: of the policy, else of complaints, else of other volumes, where they
    // differ in case alone; an own field in the form that is stored. Throws complaint::BadValue for a word that a closed
    // list does not have, and for an own field of days or times or of personal data, which nobody has volumes of.
    complaint::VolumeOf settled(complaint::VolumeOf of);

    struct Set {
        complaint::Volume volume;
        std::optional<std::int64_t> before; // what was known of it
        bool is_new() const { return !before; }
        bool is_same() const { return before == volume.number; }
    };
    // Records it in place of what was known. `volume` is settled.
    Set set(const complaint::Volume& volume);

  private:
    std::string spelling_of_volumes(const std::string& field, const std::string& value);

    Desk& m_desk;
    KnownWords m_words;
    // By field, and by value in lower case, as it was first written.
    std::map<std::string, std::map<std::string, std::string>> m_of_volumes;
};

} // namespace reklamaatio::casework
