// SPDX-License-Identifier: GPL-3.0-or-later
// The writer of each format, for make_writer alone.
#pragma once

#include "render/writer.hpp"

#include <memory>
#include <ostream>

namespace reklamaatio::render {

std::unique_ptr<Writer> make_text_writer(std::ostream& out, const WriterOptions& options);
std::unique_ptr<Writer> make_csv_writer(std::ostream& out, const WriterOptions& options);
std::unique_ptr<Writer> make_tsv_writer(std::ostream& out, const WriterOptions& options);
std::unique_ptr<Writer> make_json_writer(std::ostream& out);
std::unique_ptr<Writer> make_ndjson_writer(std::ostream& out);

} // namespace reklamaatio::render
