// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/grant_options.hpp"

#include "casework/granting.hpp"
#include "casework/handler.hpp"
#include "host/failure.hpp"

namespace reklamaatio::cli {

void GrantOptions::declare(Options& options) {
    m_sum.declare(options, "what it costs");
    options.text("--approved-by", "WHO", m_approved_by, "who approved it, if you may not grant it alone");
}

void GrantOptions::read(Session& session) {
    if (m_approved_by && m_approved_by->empty()) throw host::UsageError("--approved-by needs a name");
    if (m_approved_by)
        m_approved_by =
            casework::person_typed(session.desk().policy(), *m_approved_by, session.desk().actor());
    m_sum.read(session);
}

void GrantOptions::check_authority(Session& session, const complaint::Complaint& complaint,
                                   const complaint::Procedure& procedure) const {
    casework::check_grant(session.desk(), complaint, procedure, amount(), currency().value_or(""),
                          approved_by());
}

} // namespace reklamaatio::cli
