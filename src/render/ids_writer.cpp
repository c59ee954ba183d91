// SPDX-License-Identifier: GPL-3.0-or-later
// The first column alone, one value a line.
#include "render/format_writers.hpp"

namespace reklamaatio::render {

namespace {

class IdsWriter final : public Writer {
  public:
    explicit IdsWriter(std::ostream& out) : m_out(out) {}
    void begin(std::span<const Column>) override {}
    void row(std::span<const Cell> cells) override {
        if (!cells.empty()) m_out << plain_text(cells.front().value) << '\n';
    }
    void end() override {}

  private:
    std::ostream& m_out;
};

} // namespace

std::unique_ptr<Writer> make_ids_writer(std::ostream& out, const WriterOptions&) {
    return std::make_unique<IdsWriter>(out);
}

} // namespace reklamaatio::render
