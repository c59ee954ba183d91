// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/free_space.hpp"

#include "store/error.hpp"
#include "store/error_kind.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <sqlite3.h>

namespace reklamaatio::store {

namespace {

// https://sqlite.org/fileformat2.html, 1.3: the header of the file.
constexpr std::size_t k_file_header = 100;
constexpr std::size_t k_page_size = 16;
constexpr std::size_t k_reserved = 20;

// 1.6: the header of a page of a tree.
constexpr std::size_t k_cell_count = 3;
constexpr std::size_t k_first_cell = 5;
constexpr std::size_t k_last_child = 8;
constexpr std::size_t k_leaf_header = 8;
constexpr std::size_t k_inner_header = 12;
constexpr std::size_t k_child_size = 4;

using Bytes = std::vector<unsigned char>;

class File {
  public:
    File(sqlite3* database, std::string path) : m_path(std::move(path)) {
        sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &m_file);
    }

    void read(std::int64_t at, Bytes& into) {
        check(m_file->pMethods->xRead(m_file, into.data(), static_cast<int>(into.size()), at));
    }

    void clear(std::int64_t at, std::size_t count) {
        const Bytes nothing(count);
        check(m_file->pMethods->xWrite(m_file, nothing.data(), static_cast<int>(count), at));
        m_is_changed = true;
    }

    std::int64_t size() const {
        sqlite3_int64 bytes = 0;
        check(m_file->pMethods->xFileSize(m_file, &bytes));
        return bytes;
    }

    void flush() {
        if (m_is_changed) check(m_file->pMethods->xSync(m_file, SQLITE_SYNC_NORMAL));
    }

    [[noreturn]] void throw_damaged(std::int64_t page) const {
        throw StoreError(ErrorKind::damaged,
                         sentence(ErrorKind::damaged, m_path, fmt::format("page {}", page).c_str()));
    }

  private:
    void check(int code) const {
        if (code == SQLITE_OK) return;
        throw StoreError(kind_of(code), sentence(kind_of(code), m_path, sqlite3_errstr(code)));
    }

    std::string m_path;
    sqlite3_file* m_file = nullptr;
    bool m_is_changed = false;
};

// A page of a tree: its header, the pointers to its cells, what belongs to nothing, and the cells.
struct Page {
    const Bytes& bytes;

    std::size_t number(std::size_t at, std::size_t size) const {
        std::size_t value = 0;
        for (std::size_t i = at; i < at + size; ++i)
            value = value << 8U | bytes[i];
        return value;
    }

    bool is_inner() const { return bytes[0] == 2 || bytes[0] == 5; }
    bool is_leaf() const { return bytes[0] == 10 || bytes[0] == 13; }
    std::size_t cell_count() const { return number(k_cell_count, 2); }
    std::size_t pointers() const { return is_inner() ? k_inner_header : k_leaf_header; }
    std::size_t free_from() const { return pointers() + 2 * cell_count(); }
    std::size_t free_to() const {
        const auto first = number(k_first_cell, 2);
        return first == 0 ? 65536 : first;
    }
    std::size_t cell(std::size_t index) const { return number(pointers() + 2 * index, 2); }
    std::size_t last_child() const { return number(k_last_child, k_child_size); }

    bool is_sound(std::size_t usable) const {
        if (!is_inner() && !is_leaf()) return false;
        return free_from() <= free_to() && free_to() <= usable;
    }
};

class Clearing {
  public:
    Clearing(sqlite3* database, const std::string& path) : m_file(database, path) {
        Bytes header(k_file_header);
        m_file.read(0, header);
        const auto size = Page{header}.number(k_page_size, 2);
        m_page.resize(size == 1 ? 65536 : size);
        m_usable = m_page.size() - header[k_reserved];
        m_is_seen.resize(static_cast<std::size_t>(m_file.size()) / m_page.size());
    }

    void clear_tree(std::int64_t root) {
        m_left.push_back(root);
        while (!m_left.empty()) {
            const auto page = m_left.back();
            m_left.pop_back();
            clear_page(page);
        }
    }

    void finish() { m_file.flush(); }

  private:
    void clear_page(std::int64_t number) {
        see(number);
        const auto at = (number - 1) * static_cast<std::int64_t>(m_page.size());
        m_file.read(at, m_page);
        const Page page{m_page};
        if (!page.is_sound(m_usable)) m_file.throw_damaged(number);
        if (page.is_inner()) add_children(number, page);
        const auto from = m_page.begin() + static_cast<std::ptrdiff_t>(page.free_from());
        const auto to = m_page.begin() + static_cast<std::ptrdiff_t>(page.free_to());
        if (std::any_of(from, to, [](unsigned char byte) { return byte != 0; }))
            m_file.clear(at + (from - m_page.begin()), static_cast<std::size_t>(to - from));
    }

    // From the last to the first, so that they are read in the order in which they mostly lie.
    void add_children(std::int64_t number, const Page& page) {
        m_left.push_back(static_cast<std::int64_t>(page.last_child()));
        for (auto i = page.cell_count(); i-- > 0;) {
            const auto cell = page.cell(i);
            if (cell + k_child_size > m_usable) m_file.throw_damaged(number);
            m_left.push_back(static_cast<std::int64_t>(page.number(cell, k_child_size)));
        }
    }

    // Each page of the file is in one tree only; of a damaged one they may go round.
    void see(std::int64_t number) {
        const auto index = static_cast<std::size_t>(number) - 1;
        if (index >= m_is_seen.size() || m_is_seen[index]) m_file.throw_damaged(number);
        m_is_seen[index] = true;
    }

    File m_file;
    Bytes m_page;
    std::size_t m_usable = 0;
    std::vector<std::int64_t> m_left;
    std::vector<bool> m_is_seen;
};

} // namespace

void clear_free_space(sqlite3* database, const std::vector<std::int64_t>& roots, const std::string& path) {
    Clearing clearing(database, path);
    for (const auto root : roots)
        clearing.clear_tree(root);
    clearing.finish();
}

} // namespace reklamaatio::store
