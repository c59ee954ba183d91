// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/streams.hpp"

#include <new>
#include <streambuf>
#include <vector>

#include <doctest/doctest.h>

namespace reklamaatio::text {
namespace {

std::vector<std::string> lines_of(std::istream& in) {
    std::vector<std::string> lines;
    for (std::string line; next_line(in, line);)
        lines.push_back(line);
    return lines;
}

// Throws when it is read behind its beginning.
template <typename Fault>
class Broken : public std::streambuf {
  public:
    Broken() { setg(m_bytes, m_bytes, m_bytes + 6); }

  protected:
    int_type underflow() override { throw Fault("broken"); }

  private:
    char m_bytes[7] = "one\ntw";
};

struct NoMemory : std::bad_alloc {
    explicit NoMemory(const char*) {}
};

} // namespace

TEST_CASE("lines are taken out of a stream one after the other") {
    InText in("one\n\ntwo");
    CHECK(lines_of(in) == std::vector<std::string>{"one", "", "two"});
    InText nothing("");
    CHECK(lines_of(nothing).empty());
    std::string part;
    InText folders("a:b");
    CHECK(next_line(folders, part, ':'));
    CHECK(part == "a");
}

TEST_CASE("a line that cannot be read makes the stream bad, and throws nothing") {
    Broken<std::ios::failure> bytes;
    std::istream in(&bytes);
    CHECK(lines_of(in) == std::vector<std::string>{"one"});
    CHECK(in.bad());
    CHECK(in.exceptions() == std::ios::goodbit);
}

TEST_CASE("a lack of memory is not taken for the end of a stream") {
    Broken<NoMemory> bytes;
    std::istream in(&bytes);
    std::string line;
    CHECK(next_line(in, line));
    CHECK_FALSE(next_line(in, line));
    CHECK(in.bad());
}

} // namespace reklamaatio::text
