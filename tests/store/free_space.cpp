// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/free_space.hpp"

#include "store/builders.hpp"
#include "text/random_text.hpp"

#include <map>
#include <set>
#include <vector>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using reklamaatio::tests::Random;

constexpr std::size_t k_word = 10;

// Words of one length that begin alike and stand nowhere else.
std::string word(std::int64_t number) {
    return fmt::format("zq{:08}", number);
}

// As long as a note or a row of imported text; the longest go over several pages.
std::string text_with(const std::string& word, Random& random) {
    const auto times = random() % 40 == 0 ? 100 + random() % 900 : 1 + random() % 12;
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += word;
    return text;
}

std::set<std::string> words_in(const std::filesystem::path& file) {
    const auto bytes = read_file(file);
    std::set<std::string> found;
    for (auto at = bytes.find("zq"); at != std::string::npos; at = bytes.find("zq", at + 1)) {
        const auto text = bytes.substr(at, k_word);
        if (text.size() == k_word && text.find_first_not_of("0123456789", 2) == std::string::npos)
            found.insert(text);
    }
    return found;
}

// Rows that come, change and go, by number and by word, in a file with pages of this size.
class Restless {
  public:
    Restless(const std::filesystem::path& path, int page_size, unsigned seed)
        : m_path(path), m_database(Database::create(path)), m_random(seed) {
        m_database.execute(fmt::format("PRAGMA page_size = {}", page_size));
        m_database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)");
        m_database.execute("CREATE INDEX note_text ON note (text)");
        m_database.execute("CREATE TABLE empty (id INTEGER PRIMARY KEY)");
        m_database.execute("CREATE TABLE pair (text TEXT, id INTEGER, PRIMARY KEY (text, id)) WITHOUT ROWID");
    }

    void play(int steps) {
        Transaction transaction(m_database);
        for (int i = 0; i < steps; ++i)
            step();
        transaction.commit();
    }

    Database& database() { return m_database; }
    // The words that are in the file and in no row.
    std::set<std::string> left_over() const {
        auto words = words_in(m_path);
        for (const auto& [id, text] : m_rows)
            words.erase(text.substr(0, k_word));
        return words;
    }

    void check_rows() {
        auto check = m_database.query_once("PRAGMA integrity_check");
        REQUIRE(check.next());
        CHECK(check.text(0) == "ok");
        auto rows = m_database.query_once("SELECT id, text FROM note ORDER BY id");
        for (const auto& [id, text] : m_rows) {
            REQUIRE(rows.next());
            CHECK(rows.integer(0) == id);
            CHECK(rows.text(1) == text);
        }
        CHECK_FALSE(rows.next());
    }

  private:
    void step() {
        const std::int64_t id = m_random() % 300;
        m_database.query("DELETE FROM note WHERE id = :id").bind(":id", id).run();
        m_database.query("DELETE FROM pair WHERE id = :id").bind(":id", id).run();
        m_rows.erase(id);
        if (m_random() % 3 == 0) return;
        const auto text = text_with(word(m_next++), m_random);
        for (const auto* sql :
             {"INSERT INTO note VALUES (:id, :text)", "INSERT INTO pair VALUES (:text, :id)"})
            m_database.query(sql).bind(":id", id).bind(":text", text).run();
        m_rows[id] = text;
    }

    std::filesystem::path m_path;
    Database m_database;
    Random m_random;
    std::map<std::int64_t, std::string> m_rows;
    std::int64_t m_next = 1;
};

// A table whose first page, of 512 bytes, is page 2 and leads to others.
std::string database_with_inner_page(const std::filesystem::path& path) {
    {
        auto database = Database::create(path);
        database.execute("PRAGMA page_size = 512");
        database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)");
        for (int i = 0; i < 20; ++i)
            database.execute("INSERT INTO note (text) VALUES ('" + std::string(100, 'x') + "')");
    }
    return read_file(path);
}

std::string what_clearing_says(const std::filesystem::path& path) {
    auto database = Database::open(path, Mode::write);
    try {
        database.clear_free_space();
    } catch (const StoreError& error) {
        CHECK(error.kind() == ErrorKind::damaged);
        return error.what();
    }
    return "";
}

} // namespace

// That something is left before shows that SQLite still needs this.
TEST_CASE("what was deleted is nowhere in the file, and what was not is as it was") {
    const TemporaryFolder folder;
    std::size_t count = 0;
    for (const int page_size : {512, 4096, 65536})
        for (const unsigned seed : {1U, 2U, 3U}) {
            CAPTURE(page_size);
            CAPTURE(seed);
            const auto path = folder / fmt::format("{}-{}.db", page_size, seed);
            Restless restless(path, page_size, seed);
            for (int round = 0; round < 5; ++round) {
                restless.play(300);
                count += restless.left_over().size();
                restless.database().clear_free_space();
                CHECK(restless.left_over().empty());
                restless.check_rows();
            }
        }
    CHECK(count > 10);
}

TEST_CASE("a page that is none of a tree is told, and nothing is written where it leads") {
    struct Damage {
        std::size_t page;
        std::size_t at;
        std::string bytes;
        int told;
    };
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    const auto sound = database_with_inner_page(path);
    REQUIRE(sound[512] == 5);
    REQUIRE(sound[1024] == 13);
    REQUIRE(what_clearing_says(path).empty());
    const std::vector<Damage> damages{
        {2, 0, "\x07", 2},          {2, 12, "\x01\xFD", 2},         {2, 8, {"\0\0\0\0", 4}, 0},
        {2, 8, {"\0\0\0\2", 4}, 2}, {2, 8, {"\0\0\0\xC8", 4}, 200}, {3, 3, "\xFF\xFF", 3},
        {3, 5, "\xFF\xFF", 3},
    };
    for (const auto& [page, at, bytes, told] : damages) {
        CAPTURE(page);
        CAPTURE(at);
        CAPTURE(told);
        auto damaged = sound;
        damaged.replace((page - 1) * 512 + at, bytes.size(), bytes);
        write_file(path, damaged);
        CHECK(what_clearing_says(path)
              == fmt::format("{} is damaged (page {}); restore a backup", path.string(), told));
        CHECK(read_file(path) == damaged);
    }
}

TEST_CASE("a file that cannot be written is told") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    auto bytes = database_with_inner_page(path);
    bytes[512 + 40] = 'x'; // between its pointers and its cells
    write_file(path, bytes);
    auto database = Database::open(path, Mode::read);
    CHECK_THROWS_AS(database.clear_free_space(), StoreError);
}

} // namespace reklamaatio::store::tests
