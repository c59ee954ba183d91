// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept about a customer, for programs.
#pragma once

#include "casework/customer_extract.hpp"
#include "casework/desk.hpp"
#include "render/record.hpp"

namespace reklamaatio::view {

// `customers`; `complaints` as complaint_record() has them, without `history`, and without what names staff or other
// customers; `log`, each event with its changes one by one.
render::Record extract_record(casework::Desk& desk, const casework::CustomerExtract& extract);

} // namespace reklamaatio::view
