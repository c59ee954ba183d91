// SPDX-License-Identifier: GPL-3.0-or-later
// Where the columns of an unknown file may go.
#pragma once

#include "exchange/detection.hpp"
#include "exchange/trial.hpp"

namespace reklamaatio::exchange {

// By name, where a column also looks like the field, and else by what it looks like: sets `field` and `rivals`.
void propose_columns(Detection& detection);

// The formats of the times among them.
void propose_date_formats(Detection& detection);

// The zone of the times among them, where the name of a column says it: "Created at (UTC)".
void propose_timezone(Detection& detection);

// What has come out when the rows were read so: one more column may be needed for the text.
void propose_after(const Trial& trial, Detection& detection);

// What a person has to settle of all that.
void add_doubts(Detection& detection);

} // namespace reklamaatio::exchange
