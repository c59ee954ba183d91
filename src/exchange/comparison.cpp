// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/comparison.hpp"

#include "complaint/customer.hpp"
#include "exchange/field.hpp"
#include "render/writer.hpp"

#include <vector>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

// Fields that a file gives for its own purposes: two rows that differ in nothing else say the same.
bool is_key(std::string_view field) {
    return field == "id" || field == "uid" || field == "logged_at" || field == "customer_id";
}

// A draft as an export would print it.
complaint::Overview overview_of(const Draft& draft) {
    complaint::Overview overview;
    overview.complaint = draft.complaint;
    if (!overview.complaint.merged_into) overview.complaint.merged_into = draft.survivor.number;
    overview.customer = draft.customer;
    if (draft.complaint.given_response_due) overview.response_due_at = draft.complaint.given_response_due->at;
    if (const auto& given = draft.complaint.given_resolution_due) {
        overview.resolution_due_at = given->at;
        overview.left = given->left;
    }
    return overview;
}

// As whoever gave these facts would say it: a file without columns for what was given otherwise has it in those
// of the customer.
complaint::Overview said(complaint::Overview stored, const std::function<bool(std::string_view)>& file_has) {
    const auto gave = complaint::given(stored.complaint);
    if (!gave.name.empty() && !file_has("gave_name")) stored.customer.name = gave.name;
    if (!gave.email.empty() && !file_has("gave_email")) stored.customer.email = gave.email;
    if (!gave.phone.empty() && !file_has("gave_phone")) stored.customer.phone = gave.phone;
    return stored;
}

// What stands in the text is told apart by its length.
void append(std::string& content, std::string_view text) {
    content.append(std::to_string(text.size())).append(":").append(text).append(",");
}

std::string content_of(const Field& field, const complaint::Overview& overview) {
    const auto value = field.value(overview);
    std::string content;
    append(content, std::holds_alternative<std::monostate>(value) ? "" : render::plain_text(value));
    return content;
}

// Most fields of most rows are as they are of a blank draft.
struct BlankContent {
    const Field* field;
    std::string text;
};
const complaint::Overview& blank_overview() {
    static const auto blank = overview_of(Draft{});
    return blank;
}
const std::vector<BlankContent>& blank_contents() {
    static const auto contents = [] {
        std::vector<BlankContent> all;
        for (const auto& field : fields())
            if (!is_key(field.name)) all.push_back({&field, content_of(field, blank_overview())});
        return all;
    }();
    return contents;
}

} // namespace

std::string content_of(const Draft& draft) {
    const auto overview = overview_of(draft);
    std::string content;
    content.reserve(1024);
    for (const auto& [field, blank] : blank_contents())
        content += field->has_same(overview, blank_overview()) ? blank : content_of(*field, overview);
    for (const auto* texts : {&draft.complaint.own, &draft.complaint.own_personal})
        for (const auto& [name, text] : *texts)
            append(content.append(name).append("="), text);
    if (!draft.survivor.number) content += draft.survivor.text;
    return content;
}

std::optional<Difference> difference(const Draft& draft, const complaint::Overview& stored,
                                     const FieldSet& fields,
                                     const std::function<bool(std::string_view)>& file_has) {
    const auto given = overview_of(draft);
    const auto known = said(stored, file_has);
    for (const auto* field : fields.all())
        if (!is_key(field->name) && file_has(field->name) && field->value(given) != field->value(known))
            return Difference{field->name, render::plain_text(field->value(known))};
    return std::nullopt;
}

} // namespace reklamaatio::exchange
