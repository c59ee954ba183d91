// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/customer_data.hpp"

#include "casework/customer_extract.hpp"
#include "host/failure.hpp"
#include "view/page/extract_page.hpp"
#include "view/tables/customer_extract.hpp"

namespace reklamaatio::cli {

void extract_customers(Session& session, const std::vector<complaint::Customer>& customers) {
    if (session.prints_objects()) {
        render::ObjectFrame objects(session.out(), session.settings().format);
        objects.open();
        for (const auto& customer : customers)
            objects.add(view::extract_record(session.desk(),
                                             casework::extract_customer(session.desk(), customer.id)));
        return objects.end();
    }
    if (!session.prints_page())
        throw host::UsageError("customer extract is a page of text, or an object with --json");
    bool is_first = true;
    for (const auto& customer : customers) {
        if (!is_first) session.out() << '\n';
        is_first = false;
        session.out() << view::extract_page(
            session.desk(), casework::extract_customer(session.desk(), customer.id), session.style());
    }
}

} // namespace reklamaatio::cli
