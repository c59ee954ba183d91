// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.hpp"

#include "policy/policy.hpp"
#include "store/companions.hpp"
#include "store/database_file.hpp"
#include "store/error.hpp"
#include "store/past.hpp"
#include "store/schema.hpp"

#include <fmt/format.h>

namespace reklamaatio::store {

namespace fs = std::filesystem;

namespace {

bool is_there(const fs::path& path) {
    std::error_code fault;
    const auto size = fs::file_size(path, fault);
    // An empty file is what a process leaves that died while making a database.
    return !fault && size > 0;
}

[[noreturn]] void throw_blank(const fs::path& path) {
    throw StoreError(ErrorKind::empty, fmt::format("{} is empty", path.string()));
}

void make_with_default_policy(Database& database, const Change& change) {
    make(database, [&] {
        PolicyBook policies(database);
        const std::string toml(policy::default_toml());
        Ledger(database, policies, change).apply_policy(toml, policy::read(toml, "the default policy"));
    });
}

} // namespace

Store Store::open_for_reading(const fs::path& path) {
    Store store;
    store.m_database = std::make_unique<Database>(Database::open(path, Mode::read));
    if (is_blank(*store.m_database)) throw_blank(path);
    if (schema_of(*store.m_database) < newest_schema()) {
        store.m_reader = std::move(store.m_database);
        store.m_database = std::make_unique<Database>(Database::open_apart(path));
        migrate(*store.m_database);
    }
    store.m_policies = std::make_unique<PolicyBook>(*store.m_database);
    return store;
}

Store Store::open_as_of(const fs::path& path, const std::function<time::Instant(Store& now)>& ask) {
    Store now = open_for_reading(path);
    Store past;
    past.m_as_of = ask(now);
    const bool is_apart = now.m_reader != nullptr;
    past.m_reader = std::move(is_apart ? now.m_reader : now.m_database);
    past.m_database =
        is_apart ? std::move(now.m_database) : std::make_unique<Database>(Database::open_apart(path));
    past.m_policies = std::make_unique<PolicyBook>(*past.m_database);
    past.m_transaction = std::make_unique<Transaction>(*past.m_database);
    return_to(*past.m_database, *past.m_policies, last_change_by(*past.m_database, *past.m_as_of));
    return past;
}

Store Store::open_for_writing(const fs::path& path, bool create, const FirstChange& first_change) {
    Store store;
    std::error_code fault;                                            // which opening tells
    if (!is_there(path) && !create) Database::open(path, Mode::read); // says what is missing
    const auto type = fs::symlink_status(path, fault).type();
    if (type != fs::file_type::not_found && type != fs::file_type::regular)
        check_is_plain_file(path, path.string());
    store.m_lock = std::make_unique<WriterLock>(path);
    if (is_there(path)) {
        store.m_database = std::make_unique<Database>(Database::open(path, Mode::write));
    } else {
        if (type == fs::file_type::not_found)
            store.m_unfinished_file = std::make_unique<UnfinishedFile>(path);
        store.m_database = std::make_unique<Database>(Database::create(path));
    }
    store.begin(create ? Blank::make : Blank::refuse, path, first_change);
    return store;
}

Store Store::open_alone(const OpenFile& file) {
    Store store;
    store.m_database = std::make_unique<Database>(Database::open(file, Mode::write));
    if (is_blank(*store.m_database)) throw_blank(file.shown);
    store.m_upgrade = upgrade_alone(*store.m_database, file.shown);
    store.m_policies = std::make_unique<PolicyBook>(*store.m_database);
    store.m_transaction = std::make_unique<Transaction>(*store.m_database);
    return store;
}

Store Store::in_memory(const FirstChange& first_change) {
    Store store;
    store.m_database = std::make_unique<Database>(Database::in_memory());
    store.begin(Blank::make, ":memory:", first_change);
    return store;
}

void Store::begin(Blank blank, const fs::path& path, const FirstChange& first_change) {
    m_is_new = is_blank(*m_database);
    if (m_lock) m_lock->check_is_in_place();
    if (m_is_new && blank == Blank::refuse) throw_blank(path);
    if (m_is_new)
        make_with_default_policy(*m_database, first_change());
    else
        m_upgrade = store::upgrade(*m_database, path);
    m_policies = std::make_unique<PolicyBook>(*m_database);
    m_transaction = std::make_unique<Transaction>(*m_database);
    // SQLite makes its own in whatever group the folder says.
    if (m_lock) make_companions_alike(path);
}

void Store::commit() {
    m_transaction->commit();
    m_transaction.reset();
    if (m_unfinished_file) m_unfinished_file->keep();
}

} // namespace reklamaatio::store
