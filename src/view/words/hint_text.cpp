// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/hint_text.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

std::string called(const complaint::Customer& customer) {
    return customer.name.empty() ? to_string(customer.id)
                                 : fmt::format("{} ({})", to_string(customer.id), customer.name);
}

} // namespace

std::string hint_text(const store::CustomerHint& hint, complaint::CustomerId customer,
                      const std::string& complaint) {
    using What = store::CustomerHint::What;
    const auto& [what, said, other, address] = hint;
    switch (what) {
    case What::other_name:
        return fmt::format("{customer} is known as {known}; the name {said} stands in the conversation, and "
                           "if they are two, run reklamaatio edit {complaint} --customer \"{said}{address}\"",
                           fmt::arg("address", address.empty() ? "" : " <" + address + ">"),
                           fmt::arg("customer", to_string(customer)), fmt::arg("known", other.name),
                           fmt::arg("said", said), fmt::arg("complaint", complaint));
    case What::first_name:
        return fmt::format("{customer}, until now without a name, is called {said} from now on",
                           fmt::arg("customer", to_string(customer)), fmt::arg("said", said));
    case What::number_of_other:
        return fmt::format("{said} belongs to {owner}; if they are the same, run reklamaatio customer merge "
                           "{other} {customer}",
                           fmt::arg("said", said), fmt::arg("owner", called(other)),
                           fmt::arg("other", to_string(other.id)), fmt::arg("customer", to_string(customer)));
    case What::number_shared:
        break;
    }
    return fmt::format("{said} belongs to {owner} as well, who has another e-mail address; if they are the "
                       "same, run reklamaatio customer merge {customer} {other}",
                       fmt::arg("said", said), fmt::arg("owner", called(other)),
                       fmt::arg("customer", to_string(customer)), fmt::arg("other", to_string(other.id)));
}

} // namespace reklamaatio::view
