// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever stands for a customer, it is refused, or it is an address that is read as itself, and a name without what nobody
// can see.
#include "complaint/mailbox.hpp"

#include "complaint/error.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <cstdlib>

using namespace reklamaatio;

namespace {

void demand(bool holds) {
    if (!holds) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (text::invalid_utf8_at(text)) return 0; // which is refused before
    try {
        const auto key = complaint::email_key(text);
        demand(complaint::email_key(key) == key);
        const auto mailbox = complaint::read_mailbox(text);
        demand(complaint::read_email(mailbox.address) == mailbox.address);
        demand(complaint::read_mailbox("<" + mailbox.address + ">").address == mailbox.address);
        demand(!text::invalid_utf8_at(mailbox.name) && complaint::read_name(mailbox.name) == mailbox.name);
    } catch (const complaint::BadValue&) {
    }
    return 0;
}
