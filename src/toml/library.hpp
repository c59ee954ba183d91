// SPDX-License-Identifier: GPL-3.0-or-later
// toml++ as this room uses it; what other rooms include does not include it.
#pragma once

#define TOML_ENABLE_FORMATTERS 0
// It asserts what a faulty file breaks, such as [=], although it tells the fault where it does not assert.
#define TOML_ASSERT(condition) static_assert(true)
#include <toml++/toml.h>
