// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/packs.hpp"

#include "store/database.hpp"
#include "store/digest.hpp"
#include "store/error.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>
#include <zstd.h>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

// Whoever asks for one event unpacks all of its pack.
constexpr std::size_t k_bytes_of_pack = std::size_t{128} * 1024;
constexpr std::size_t k_fewest = 64;
constexpr std::size_t k_most_unpacked = 4;
constexpr std::int64_t k_widest_gap = 256;
// A complaint has at most a few megabytes.
constexpr std::size_t k_most_bytes = std::size_t{1} << 30;

constexpr const char* k_put =
    "INSERT INTO pack (first_event, last_event, texts) VALUES (:first, :last, :texts)";
constexpr const char* k_change = "UPDATE pack SET texts = :texts WHERE first_event = :first";
constexpr const char* k_find = "SELECT first_event, texts FROM pack WHERE first_event = (SELECT "
                               "max(first_event) FROM pack WHERE first_event <= :event)"
                               " AND last_event >= :event";
constexpr const char* k_put_into_row =
    "UPDATE event SET changes = :changes, personal = :personal, salt = :salt, digest = :digest, hash = :hash"
    " WHERE id = :event";
constexpr const char* k_put_hash = "UPDATE event SET hash = :hash WHERE id = :event";

// It keeps its memory, more than a megabyte, from one pack to the next.
ZSTD_CCtx* compressor() {
    static const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                              ZSTD_freeCCtx);
    if (!context) throw std::bad_alloc();
    return context.get();
}

std::string compressed(const std::string& bytes) {
    std::string packed(ZSTD_compressBound(bytes.size()), '\0');
    const auto size =
        ZSTD_compressCCtx(compressor(), packed.data(), packed.size(), bytes.data(), bytes.size(), 3);
    if (ZSTD_isError(size) != 0) throw std::bad_alloc();
    packed.resize(size);
    return packed;
}

std::optional<std::string> decompressed(const std::string& packed) {
    const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size > k_most_bytes) return std::nullopt; // also when it is not known
    std::string bytes(size, '\0');
    if (ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size()) != size)
        return std::nullopt;
    return bytes;
}

// In the order in which they are packed.
template <typename Texts>
auto parts_of(Texts& texts) {
    return std::array{&texts.changes, &texts.personal, &texts.salt, &texts.digest};
}

std::string in_a_row(const std::vector<EventTexts>& events) {
    std::string bytes;
    for (const auto& texts : events)
        for (const auto* part : parts_of(texts))
            bytes.append(std::to_string(part->size())).append(":").append(*part);
    return bytes;
}

// The next part, which is taken off.
std::optional<std::string> next_part(std::string_view& bytes) {
    std::size_t size = 0;
    const auto [end, fault] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), size);
    const auto head = static_cast<std::size_t>(end - bytes.data()) + 1;
    if (fault != std::errc{} || head > bytes.size() || *end != ':' || size > bytes.size() - head)
        return std::nullopt;
    std::string part(bytes.substr(head, size));
    bytes.remove_prefix(head + size);
    return part;
}

std::optional<std::vector<EventTexts>> taken_apart(std::string_view bytes) {
    std::vector<EventTexts> events;
    while (!bytes.empty())
        for (auto* part : parts_of(events.emplace_back())) {
            auto next = next_part(bytes);
            if (!next) return std::nullopt;
            *part = *std::move(next);
        }
    return events;
}

std::optional<std::vector<EventTexts>> unpacked(const std::string& packed) {
    const auto bytes = decompressed(packed);
    return bytes ? taken_apart(*bytes) : std::nullopt;
}

constexpr const char* k_all = "SELECT first_event, last_event, texts FROM pack ORDER BY first_event";
constexpr const char* k_is_packed = "SELECT changes = '' FROM event WHERE id = :event";

bool is_packed(Database& database, std::int64_t event) {
    auto query = database.query(k_is_packed);
    query.bind(":event", event);
    return query.next() && query.integer(0) != 0;
}

// Those that it has texts for say so, each of them.
bool fits(Database& database, std::int64_t first, std::int64_t last, const std::vector<EventTexts>& texts) {
    if (last - first + 1 != std::ssize(texts)) return false;
    std::int64_t event = first;
    return std::ranges::all_of(
        texts, [&](const EventTexts& each) { return is_packed(database, event++) != each.changes.empty(); });
}

} // namespace

std::vector<std::string> faults_of_packs(Database& database) {
    std::vector<std::string> faults;
    std::int64_t end = 0;
    auto row = database.query(k_all);
    for (; row.next(); end = row.integer(1)) {
        const auto first = row.integer(0);
        const auto texts = unpacked(row.blob(2));
        if (first <= end || !texts || !fits(database, first, row.integer(1), *texts))
            faults.push_back(fmt::format("the pack of event {} of the log does not fit its events", first));
    }
    return faults;
}

std::string digest_of(const EventTexts& texts) {
    return texts.personal.empty() ? texts.digest : digest(texts.salt + texts.personal);
}

const EventTexts* Packs::Run::find(std::int64_t event) const {
    const auto place = static_cast<std::uint64_t>(event - first);
    return event >= first && place < texts.size() && !texts[place].changes.empty() ? &texts[place] : nullptr;
}

const EventTexts& Packs::texts_of(Database& database, std::int64_t event) {
    if (const auto* texts = m_added.find(event)) return *texts;
    const auto run =
        std::ranges::find_if(m_unpacked, [event](const Run& each) { return each.find(event) != nullptr; });
    if (run != m_unpacked.end()) {
        std::rotate(m_unpacked.begin(), run, run + 1);
    } else {
        if (m_unpacked.size() == k_most_unpacked) m_unpacked.pop_back();
        m_unpacked.insert(m_unpacked.begin(), read(database, event));
    }
    return *m_unpacked.front().find(event);
}

Packs::Run Packs::read(Database& database, std::int64_t event) const {
    auto query = database.query(k_find);
    query.bind(":event", event);
    if (query.next())
        if (auto texts = unpacked(query.blob(1)))
            if (Run run{query.integer(0), *std::move(texts)}; run.find(event) != nullptr) return run;
    throw StoreError(ErrorKind::damaged, fmt::format("what event {} of the log says is lost", event));
}

void Packs::erase(Database& database, std::span<const std::int64_t> events) {
    m_unpacked = {};
    while (!events.empty()) {
        auto run = read(database, events.front());
        const auto end = std::ranges::lower_bound(events, run.end());
        for (auto event = events.begin(); event != end; ++event) {
            auto& texts = run.texts[static_cast<std::size_t>(*event - run.first)];
            texts.digest = digest_of(texts);
            texts.personal.clear();
            texts.salt.clear();
        }
        events = {end, events.end()};
        auto query = database.query(k_change);
        query.bind(":first", run.first).bind_blob(":texts", compressed(in_a_row(run.texts))).run();
    }
}

void Packs::add(Database& database, std::int64_t event, EventTexts texts) {
    if (!m_added.texts.empty() && event > m_added.end() + k_widest_gap) write(database);
    if (m_added.texts.empty()) m_added.first = event;
    if (!texts.personal.empty()) texts.digest.clear();
    m_added_bytes += texts.changes.size() + texts.personal.size() + texts.salt.size();
    m_added.texts.resize(static_cast<std::size_t>(event - m_added.first));
    m_added.texts.push_back(std::move(texts));
    if (m_added_bytes >= k_bytes_of_pack) write(database);
}

void Packs::write(Database& database) {
    if (m_added.texts.size() < k_fewest)
        write_into_rows(database);
    else
        pack(database);
    m_added = {};
    m_added_bytes = 0;
}

void Packs::pack(Database& database) {
    auto query = database.query(k_put);
    query.bind(":first", m_added.first).bind(":last", m_added.end() - 1);
    query.bind_blob(":texts", compressed(in_a_row(m_added.texts))).run();
    // By it the chain is held, and goes on.
    auto row = database.query(k_put_hash);
    row.bind(":event", m_added.end() - 1).bind_blob(":hash", m_added.texts.back().hash).run();
}

void Packs::write_into_rows(Database& database) {
    for (std::int64_t event = m_added.first; event < m_added.end(); ++event) {
        const auto* texts = m_added.find(event);
        if (texts == nullptr) continue;
        const auto seal = digest_of(*texts);
        auto query = database.query(k_put_into_row);
        query.bind(":event", event).bind_blob(":hash", texts->hash);
        query.bind(":changes", texts->changes).bind_or_null(":personal", texts->personal);
        // What is not bound is NULL.
        if (!texts->salt.empty()) query.bind_blob(":salt", texts->salt);
        if (!seal.empty()) query.bind_blob(":digest", seal);
        query.run();
    }
}

void Packs::forget() {
    *this = {};
}

} // namespace reklamaatio::store
