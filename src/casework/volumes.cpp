// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/volumes.hpp"

#include "complaint/error.hpp"
#include "complaint/field.hpp"
#include "complaint/own_field.hpp"
#include "rulebook/people.hpp"
#include "rulebook/word_lists.hpp"
#include "store/volumes.hpp"
#include "text/fold.hpp"

#include <fmt/format.h>

namespace reklamaatio::casework {

namespace {

using complaint::BadValue;

std::string own_value(Desk& desk, const complaint::OwnField& field, const std::string& text) {
    if (complaint::is_of_time(field.facts().type))
        throw BadValue(fmt::format("{} has days or times, which have no volumes", field.name()));
    if (field.facts().personal)
        throw BadValue(fmt::format("{} is personal, and has no volumes", field.name()));
    return complaint::read_own(field, text, complaint::DecimalMark::either,
                               desk.policy().organisation.currency);
}

} // namespace

complaint::VolumeOf VolumeBook::settled(complaint::VolumeOf of) {
    if (of.field.empty()) return of;
    if (const auto* own = complaint::own_field_named(m_desk.policy().own, of.field)) {
        of.value = own_value(m_desk, *own, of.value);
    } else {
        const auto& field = complaint::known_field<complaint::Complaint>(of.field);
        complaint::Complaint example;
        field.set(example, of.value);
        m_words.replace_in(example);
        of.value = complaint::text_of(field.get(example));
        rulebook::check_word(m_desk.policy().words, field, of.value);
        if (of.field == "team") of.value = rulebook::known_team(m_desk.policy().teams, of.value);
    }
    of.value = spelling_of_volumes(of.field, of.value);
    return of;
}

std::string VolumeBook::spelling_of_volumes(const std::string& field, const std::string& value) {
    const auto made = m_of_volumes.try_emplace(field);
    auto& known = made.first->second;
    if (made.second)
        store::read_volumes(m_desk.database(), [&](const complaint::Volume& volume) {
            if (volume.of.field == field) known.emplace(text::lower(volume.of.value), volume.of.value);
        });
    return known.emplace(text::lower(value), value).first->second;
}

VolumeBook::Set VolumeBook::set(const complaint::Volume& volume) {
    const auto before = store::volume_of(m_desk.database(), volume.of);
    m_desk.ledger().record_volume(volume);
    return {volume, before};
}

} // namespace reklamaatio::casework
