// SPDX-License-Identifier: GPL-3.0-or-later
// Complaints and what is done to them, in few words.
#pragma once

#include "complaint/handling.hpp"
#include "complaint/resolution.hpp"
#include "time/builders.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

// How failed checks print instants.
template <>
struct doctest::StringMaker<reklamaatio::time::Instant> {
    static String convert(const reklamaatio::time::Instant& at) {
        return reklamaatio::time::to_iso(at).c_str();
    }
};
template <>
struct doctest::StringMaker<std::optional<reklamaatio::time::Instant>> {
    static String convert(const std::optional<reklamaatio::time::Instant>& at) {
        return at ? reklamaatio::time::to_iso(*at).c_str() : "never";
    }
};

namespace reklamaatio::complaint {

// Of a complaint without steps, promises and offers, under a policy that asks for none of them.
inline Event contact(const Complaint& complaint, const Contact& said, const Occasion& occasion) {
    return contact(complaint, Procedure{}, said, occasion);
}
inline Event resolve(const Complaint& complaint, const Resolution& resolution, const Occasion& occasion) {
    return resolve(complaint, Procedure{}, resolution, EndRules{}, occasion);
}

} // namespace reklamaatio::complaint

namespace reklamaatio::complaint::tests {

using time::Instant;
using time::Seconds;
using time::tests::utc;

// What an exception of that type says; empty when none is thrown.
template <typename Exception, typename Function>
std::string message_of(Function function) {
    try {
        function();
    } catch (const Exception& fault) {
        return fault.what();
    }
    return {};
}

// R-7, received on Monday 12 January 2026 at eight in Helsinki.
inline constexpr std::string_view k_received = "2026-01-12T06:00:00Z";

inline Complaint draft(std::string_view received = k_received) {
    Complaint made;
    made.id = {7};
    made.uid = "019b0000-0000-7000-8000-000000000007";
    made.subject = "The stove is broken";
    made.channel = "email";
    made.received_at = utc(received);
    return made;
}

// As it stands at noon of the day of receipt, ready for the next act.
inline Complaint in_status(Status status) {
    Complaint made = draft();
    made.status = status;
    made.logged_at = made.received_at;
    made.status_at = status == Status::new_ ? made.received_at : utc("2026-01-12T10:00:00Z");
    if (status == Status::waiting) {
        made.waiting_since = made.status_at;
        made.waiting_reason = "a photo";
    }
    if (status == Status::resolved || status == Status::closed) made.resolved_at = made.status_at;
    if (status == Status::closed) made.closed_at = made.status_at;
    if (status == Status::void_) made.voided_at = made.status_at;
    return made;
}

// It happens and is written down at the same time, unless two times are given.
inline Occasion on(std::string_view happened, std::string_view now) {
    return {utc(happened), utc(now)};
}
inline Occasion on(std::string_view now) {
    return on(now, now);
}

inline Complaint after(Complaint complaint, const Event& event) {
    apply(complaint, event);
    return complaint;
}

inline Contact outbound(std::string text = "We look into it.") {
    Contact made;
    made.text = std::move(text);
    return made;
}
inline Contact inbound(std::string text = "Thank you.") {
    Contact made = outbound(std::move(text));
    made.direction = Direction::in;
    return made;
}
inline Contact awaiting(std::string reason) {
    Contact made = outbound("Please help us.");
    made.await = std::move(reason);
    return made;
}
inline Contact receipt() {
    Contact made = outbound("We got your message.");
    made.automatic = true;
    return made;
}
// Without a message: what was said before.
inline Contact asks_nothing() {
    Contact made;
    made.needs_no_answer = true;
    return made;
}
inline Contact no_longer_awaiting() {
    Contact made;
    made.no_await = true;
    return made;
}

} // namespace reklamaatio::complaint::tests
