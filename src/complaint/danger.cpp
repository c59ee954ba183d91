// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/danger.hpp"

#include "complaint/acts.hpp"
#include "complaint/refusal.hpp"
#include "text/append.hpp"

namespace reklamaatio::complaint {

namespace {

void check_danger(const Complaint& complaint) {
    if (complaint.harm == Harm::none) refuse<Reason::nobody_in_danger>(complaint.id);
}

} // namespace

Event report_danger(const Complaint& complaint, const DangerReport& report, const std::string& text,
                    const Occasion& occasion) {
    Complaint after = moved(complaint, Act::note, occasion);
    check_danger(complaint);
    if (!report.because.empty()) {
        say_not_reportable(after, report.because, occasion);
    } else {
        text::append(after.reported_to, report.to, "; ");
        if (!after.reported_at) after.reported_at = occasion.happened_at;
        after.not_reportable.clear();
        after.not_reportable_at.reset();
    }
    return with_note(made_event(EventKind::noted, complaint, after, occasion), text);
}

bool need_not_be_reported(const Complaint& complaint) {
    return complaint.not_reportable_at || !complaint.not_reportable.empty();
}

bool is_reported_on(const Complaint& complaint) {
    return complaint.harm == Harm::none || complaint.reported_at || need_not_be_reported(complaint);
}

void say_not_reportable(Complaint& complaint, const std::string& because, const Occasion& occasion) {
    check_danger(complaint);
    if (complaint.reported_at)
        refuse<Reason::danger_reported>(complaint.id, complaint.reported_to,
                                        occasion.told(*complaint.reported_at));
    complaint.not_reportable = because;
    if (!complaint.not_reportable_at) complaint.not_reportable_at = occasion.happened_at;
}

void check_reported(const Complaint& complaint) {
    if (!is_reported_on(complaint)) refuse<Reason::danger_not_reported>(complaint.id, complaint.harm);
}

} // namespace reklamaatio::complaint
