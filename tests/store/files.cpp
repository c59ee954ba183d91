// SPDX-License-Identifier: GPL-3.0-or-later
// The file on the disk: whose it is, who may read it, what is said when it is not a database of ours.
#include "store/builders.hpp"
#include "store/database_file.hpp"
#include "store/file_header.hpp"
#include "store/schema.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

namespace fs = std::filesystem;

unsigned mode_of(const fs::path& path) {
    struct stat facts {};
    REQUIRE(::lstat(path.c_str(), &facts) == 0);
    return facts.st_mode & 07777;
}

void make(const fs::path& path) {
    Store::open_for_writing(path, true, founding()).commit();
}

// As every command that only reads, and as one that writes, would fail.
void check_refused(const fs::path& path, ErrorKind kind, const std::string& message) {
    CAPTURE(path.string());
    for (const Failure& failure : {failure_of([&] { Store::open_for_reading(path); }),
                                   failure_of([&] { Store::open_for_writing(path, false, founding()); })}) {
        CHECK(failure.kind == kind);
        CHECK(failure.message == message);
    }
}

// The mask under which files are made, put back at the end.
class Umask {
  public:
    explicit Umask(unsigned mask) : m_before(::umask(mask)) {}
    ~Umask() { ::umask(m_before); }
    Umask(const Umask&) = delete;
    Umask& operator=(const Umask&) = delete;

  private:
    mode_t m_before;
};

} // namespace

TEST_CASE("files are private and so is a folder that is made for them") {
    const Umask permissive(0);
    const TemporaryFolder folder;
    const auto path = folder / "data" / "r.db";
    make_folder(path.parent_path());
    {
        Store store = Store::open_for_writing(path, true, founding());
        CHECK(store.is_new());
        Desk(store).open(about("x"), utc("2026-01-12T07:00:00Z"));
        store.commit();
        for (const char* suffix : {"", "-wal", "-shm", ".lock"}) {
            CAPTURE(suffix);
            CHECK(mode_of(path.string() + suffix) == 0600);
        }
    }
    CHECK(mode_of(path.parent_path()) == 0700);
    CHECK(mode_of(path) == 0600);
}

TEST_CASE("a folder that is there keeps its mode") {
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms(0755));
    make(folder / "r.db");
    CHECK(mode_of(folder.path()) == 0755);
}

TEST_CASE("a database is made once and then opened") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    make(path);
    Store store = Store::open_for_writing(path, true, [] {
        FAIL("nothing is made a second time");
        return Change{};
    });
    CHECK_FALSE(store.is_new());
    CHECK(store.policies().current().version == 1);
}

TEST_CASE("a database that is not there is said to be missing and is not made") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    check_refused(path, ErrorKind::missing, "there is no database at " + path.string());
    CHECK(fs::is_empty(folder.path()));
    const auto deep = folder / "none" / "r.db";
    check_refused(deep, ErrorKind::missing, "there is no database at " + deep.string());
}

TEST_CASE("an empty file is what a process leaves that died and can be made a database") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    write_file(path, "");
    check_refused(path, ErrorKind::empty, path.string() + " is empty");
    make(path);
    CHECK(Store::open_for_reading(path).policies().current().version == 1);
}

TEST_CASE("a database without tables is empty as well") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    Intruder(path).run("PRAGMA journal_mode = WAL; CREATE TABLE x (y); DROP TABLE x");
    REQUIRE(fs::file_size(path) > 0);
    check_refused(path, ErrorKind::empty, path.string() + " is empty");
    make(path);
    CHECK(faults_of(*std::make_unique<Store>(Store::open_for_reading(path))) == "");
}

TEST_CASE("files of others are refused") {
    const TemporaryFolder folder;
    const auto text = folder / "notes.txt";
    write_file(text, std::string(5'000, 'x'));
    check_refused(text, ErrorKind::not_ours, text.string() + " is not a reklamaatio database");
    CHECK(read_file(text) == std::string(5'000, 'x'));

    const auto shorter = folder / "short";
    write_file(shorter, "buy milk and bread");
    check_refused(shorter, ErrorKind::not_ours, shorter.string() + " is not a reklamaatio database");

    const auto foreign = folder / "foreign.db";
    Intruder(foreign).run(
        "CREATE TABLE complaint (id INTEGER PRIMARY KEY); INSERT INTO complaint VALUES (1)");
    check_refused(foreign, ErrorKind::not_ours, foreign.string() + " is not a reklamaatio database");

    const auto marked = folder / "marked.db";
    Intruder(marked).run("PRAGMA application_id = 1196444487; CREATE TABLE x (y); INSERT INTO x VALUES (1)");
    check_refused(marked, ErrorKind::not_ours, marked.string() + " is not a reklamaatio database");
}

TEST_CASE("a newer database is refused with both numbers") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    make(path);
    Intruder(path).run(fmt::format("PRAGMA user_version = {}", newest_schema() + 1));
    check_refused(
        path, ErrorKind::newer,
        fmt::format(
            "{} was written by a newer reklamaatio (schema {}, this one knows {}); update the program",
            path.string(), newest_schema() + 1, newest_schema()));
}

TEST_CASE("a damaged database is told from one that is not ours") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    make(path);
    // The header stays; the first page's tree does not.
    std::string bytes = read_file(path);
    bytes.replace(100, 200, std::string(200, '\xff'));
    write_file(path, bytes);
    for (const Failure& failure : {failure_of([&] { Store::open_for_reading(path); }),
                                   failure_of([&] { Store::open_for_writing(path, false, founding()); })}) {
        CHECK(failure.kind == ErrorKind::damaged);
        CHECK(failure.message.starts_with(path.string() + " is damaged ("));
        CHECK(failure.message.ends_with("); restore a backup"));
    }
}

TEST_CASE("a damaged page shows when it is read and in verify") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    {
        Store store = Store::open_for_writing(path, true, founding());
        Desk desk(store);
        for (int i = 0; i < 50; ++i)
            desk.open(about("stove " + std::to_string(i)), utc("2026-01-12T07:00:00Z"));
        store.commit();
    }
    std::string bytes = read_file(path);
    constexpr std::size_t k_page = 4096;
    for (std::size_t page = 4; page * k_page < bytes.size(); page += 5)
        bytes.replace(page * k_page, 12, std::string(12, '\x55'));
    write_file(path, bytes);
    const auto failure = failure_of([&] {
        Store store = Store::open_for_reading(path);
        const std::string faults = faults_of(store);
        if (!faults.empty()) throw StoreError(ErrorKind::damaged, faults);
    });
    CHECK(failure.kind == ErrorKind::damaged);
}

TEST_CASE("what is no plain file is refused") {
    const TemporaryFolder folder;
    const auto directory = folder / "directory";
    fs::create_directory(directory);
    check_refused(directory, ErrorKind::not_ours, directory.string() + " is not a file");

    make(folder / "real.db");
    const auto link = folder / "link.db";
    fs::create_symlink(folder / "real.db", link);
    check_refused(link, ErrorKind::not_ours, link.string() + " is a symbolic link; name the file itself");
}

TEST_CASE("a file of several names is read and not written") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    make(path);
    const auto other = folder / "snapshot.db";
    fs::create_hard_link(path, other);
    for (const auto& name : {path, other}) {
        CAPTURE(name.string());
        const auto failure = failure_of([&] { Store::open_for_writing(name, false, founding()); });
        CHECK(failure.kind == ErrorKind::several_names);
        CHECK(failure.message
              == name.string()
                     + " is one file of 2 names (hard links), and changes made under one of them would be "
                       "lost under "
                       "another");
        CHECK(Store::open_for_reading(name).policies().current().version == 1);
    }
    CHECK_FALSE(fs::exists(other.string() + ".lock"));
    fs::remove(other);
    CHECK(failure_of([&] { Store::open_for_writing(path, false, founding()); }).kind == std::nullopt);
}

TEST_CASE("a folder may be a link and a name may hold signs that mean something elsewhere") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "real");
    fs::create_directory_symlink(folder / "real", folder / "link");
    make(folder / "link" / "r.db");
    CHECK(fs::is_regular_file(folder / "real" / "r.db"));
    const auto odd = folder / "a?b#c%20 ä;.db";
    make(odd);
    CHECK(Store::open_for_reading(odd).policies().current().version == 1);
}

TEST_CASE("a name that means something in a URI is written so that it does not") {
    CHECK(uri("/a?b#c%20 ä.db", "mode=ro") == "file:/a%3Fb%23c%2520 ä.db?mode=ro");
}

TEST_CASE("what cannot be made is said, with the reason") {
    const TemporaryFolder folder;
    write_file(folder / "file", "x");
    make_folder(folder.path()); // it is there
    CHECK(message_of<StoreError>([&] { make_folder(folder / "file" / "deep"); })
          == fmt::format("cannot make the folder {}: Not a directory", (folder / "file" / "deep").string()));
    make_private_file(folder / "file", "file"); // it is there
    CHECK(read_file(folder / "file") == "x");
    const auto failure = failure_of([&] { make_private_file(folder / "none" / "r.db", "none/r.db"); });
    CHECK(failure.kind == ErrorKind::cannot_create);
    CHECK(failure.message == "cannot make none/r.db: No such file or directory");
    CHECK(failure_of([&] { check_is_plain_file(folder / "file" / "r.db", "r.db"); }).kind
          == ErrorKind::missing);
    const std::string long_name(300, 'x');
    const auto unseen = failure_of([&] { check_is_plain_file(folder / long_name, "x.db"); });
    CHECK(unseen.kind == ErrorKind::unreachable);
    CHECK(unseen.message.ends_with("File name too long"));
}

TEST_CASE("a database of the largest pages says its size") {
    const TemporaryFolder folder;
    Intruder(folder / "r.db").run("PRAGMA page_size = 65536; CREATE TABLE x (y)");
    FileHeader header;
    const auto bytes = read_file(folder / "r.db");
    std::copy_n(bytes.begin(), header.bytes.size(), header.bytes.begin());
    CHECK(header.is_of_database());
    CHECK_FALSE(header.is_ours());
    CHECK(header.size_of_file() == std::ssize(bytes));
}

// As where the change to WAL mode is cut short, of a database of old or one that was copied there.
TEST_CASE("whoever reads takes back what a writer left who died before there was a log") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    {
        Store store = Store::open_for_writing(path, true, founding());
        Desk(store).open(about("The stove is broken"), utc("2026-01-12T07:00:00Z"));
        store.commit();
    }
    const auto killed = folder / "killed.db";
    {
        Intruder writer(path);
        writer.run("PRAGMA journal_mode = DELETE");
        writer.run("BEGIN; UPDATE complaint SET subject = 'half done'");
        fs::copy_file(path, killed);
        fs::copy_file(folder / "r.db-journal", folder / "killed.db-journal");
    }
    REQUIRE(fs::file_size(folder / "killed.db-journal") > 0);
    {
        Store store = Store::open_for_reading(killed);
        CHECK(find_complaint(store.database(), {1})->subject == "The stove is broken");
        CHECK(faults_of(store) == "");
    }
    CHECK_FALSE(fs::exists(folder / "killed.db-journal"));
}

TEST_CASE("a folder that cannot be written cannot hold a database" * doctest::skip(::geteuid() == 0)) {
    const TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms(0500));
    const auto failure = failure_of([&] { make(folder / "r.db"); });
    CHECK(failure.kind == ErrorKind::not_permitted);
    fs::permissions(folder.path(), fs::perms(0700));
}

TEST_CASE("a folder that cannot be made is said") {
    const TemporaryFolder folder;
    write_file(folder / "file", "x");
    const auto failure = failure_of([&] { make(folder / "file" / "r.db"); });
    REQUIRE(failure.kind);
    CHECK(failure.message.find((folder / "file").string()) != std::string::npos);
}

TEST_CASE("one who reads sees one moment whoever writes meanwhile") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    make(path);
    Store reader = Store::open_for_reading(path);
    CHECK(next_complaint_id(reader.database()) == complaint::Id{1});
    Store writer = Store::open_for_writing(path, false, founding());
    Desk(writer).open(about("x"), utc("2026-01-12T07:00:00Z"));
    writer.commit();
    CHECK_FALSE(find_complaint(reader.database(), {1}));
    CHECK(verify(reader.database(), reader.policies()).faults.empty());
    Store later = Store::open_for_reading(path);
    CHECK(find_complaint(later.database(), {1}));
}

TEST_CASE("one who reads does not write") {
    const TemporaryFolder folder;
    const auto path = folder / "r.db";
    make(path);
    Store store = Store::open_for_reading(path);
    CHECK(failure_of([&] { store.database().execute("DELETE FROM event"); }).kind
          == ErrorKind::not_permitted);
    CHECK(faults_of(store) == "");
}

} // namespace reklamaatio::store::tests
