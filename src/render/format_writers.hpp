// SPDX-License-Identifier: GPL-3.0-or-later
// The writer of each format, for make_writer alone.
#pragma once

#include "render/writer.hpp"

#include <array>
#include <memory>
#include <ostream>

namespace reklamaatio::render {

using MakeWriter = std::unique_ptr<Writer>(std::ostream& out, const WriterOptions& options);

MakeWriter make_text_writer;
MakeWriter make_csv_writer;
MakeWriter make_tsv_writer;
MakeWriter make_json_writer;
MakeWriter make_ndjson_writer;
MakeWriter make_ids_writer;
MakeWriter make_xlsx_writer;

// By Format. What is no table has no writer: see metrics.hpp and html.hpp.
inline constexpr std::array<MakeWriter*, k_formats.size()> k_writers{
    make_text_writer, make_csv_writer, make_tsv_writer,  make_json_writer, make_ndjson_writer,
    make_ids_writer,  nullptr,         make_xlsx_writer, nullptr};

} // namespace reklamaatio::render
