// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/seals.hpp"

#include "store/error.hpp"
#include "store/sealed.hpp"
#include "text/plural.hpp"

#include <functional>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

constexpr const char* k_last_seal = R"(
SELECT c.id, c.seal, (SELECT max(e.id) FROM event AS e WHERE e.change_id = c.id)
FROM change AS c WHERE c.seal IS NOT NULL ORDER BY c.id DESC LIMIT 1)";
constexpr const char* k_put_seal = "UPDATE change SET seal = :seal WHERE id = :id";

// A change by its end, and the seal that it has.
struct End {
    std::int64_t change = 0;
    LogEnd last;
    std::string seal; // empty: none
};

// Calls `take` for each event behind `after`, with whether it follows from the one before it.
void read_events(Database& database, const LogEnd& after,
                 const std::function<void(const StoredEvent& event, bool follows)>& take) {
    auto row = database.query(k_stored_events);
    row.bind(":after", after.event);
    std::string previous = after.hash;
    while (row.next()) {
        const auto event = stored_event_from(database, row, previous);
        take(event, holds_hash(event, previous));
        previous = event.hash;
    }
}

// The same for each change, once its last event is known, with whether all events up to there follow.
void read_ends(Database& database, const LogEnd& after,
               const std::function<void(const End& end, bool follows)>& take) {
    End end;
    bool is_whole = true;
    read_events(database, after, [&](const StoredEvent& event, bool follows) {
        if (end.change != 0 && event.sealed.change.number != end.change) take(end, is_whole);
        is_whole = is_whole && follows;
        end = {event.sealed.change.number, {event.sealed.number, event.hash}, event.seal};
    });
    if (end.change != 0) take(end, is_whole);
}

bool holds(const SealKey& key, const End& end) {
    return key.seal_of(end.change, end.last.event, end.last.hash) == end.seal;
}

// The last change that is sealed; nothing where none is.
std::optional<End> last_sealed(Database& database) {
    auto row = database.query(k_last_seal);
    if (!row.next()) return std::nullopt;
    const auto event = row.is_null(2) ? 0 : row.integer(2);
    return End{row.integer(0), {event, hash_of_event(database, event)}, row.blob(1)};
}

std::string changes_text(std::int64_t first, std::int64_t number) {
    return number == 1 ? fmt::format("change {}", first)
                       : fmt::format("{} from change {} on", text::plural(number, "change"), first);
}

} // namespace

std::string seal_changes(Database& database, const SealKey& key) {
    const auto last = last_sealed(database);
    if (last && !holds(key, *last))
        return fmt::format("the seal of change {} is not of this key, or the log before it was changed",
                           last->change);
    std::vector<End> found;
    bool is_whole = true;
    read_ends(database, last ? last->last : LogEnd{}, [&](const End& end, bool follows) {
        found.push_back(end);
        is_whole = follows;
    });
    if (!is_whole) return "the log behind the last seal is not as it was written";
    for (const auto& end : found) {
        auto put = database.query(k_put_seal);
        put.bind(":id", end.change);
        put.bind_blob(":seal", key.seal_of(end.change, end.last.event, end.last.hash)).run();
    }
    return "";
}

namespace {

// What was found so far, change by change.
class Look {
  public:
    explicit Look(const SealKey& key) : m_key(key) {}

    void take(const End& end) {
        if (end.seal.empty()) {
            if (m_seals.unsealed++ == 0) m_seals.first_unsealed = end.change;
            return;
        }
        if (m_seals.unsealed > 0)
            m_seals.faults.push_back(fmt::format("the seal of {} was taken away",
                                                 changes_text(m_seals.first_unsealed, m_seals.unsealed)));
        m_seals.unsealed = 0;
        ++m_seals.sealed;
        if (!holds(m_key, end) && m_wrong++ == 0) m_first_wrong = end.change;
    }

    Seals verdict() && {
        if (m_wrong > 0 && m_wrong == m_seals.sealed)
            m_seals.faults.emplace_back(
                "no seal is of this key; it is another one, or the whole log was made anew");
        else if (m_wrong > 0)
            m_seals.faults.push_back(fmt::format(
                "the seal of {} does not fit; somebody who does not have the key has changed the log",
                changes_text(m_first_wrong, m_wrong)));
        return std::move(m_seals);
    }

  private:
    const SealKey& m_key;
    Seals m_seals;
    std::int64_t m_wrong = 0;
    std::int64_t m_first_wrong = 0;
};

} // namespace

Seals check_seals(Database& database, const SealKey& key) {
    Look look(key);
    try {
        read_ends(database, {}, [&](const End& end, bool) { look.take(end); });
    } catch (const StoreError& fault) {
        if (fault.kind() != ErrorKind::damaged) throw;
        auto seals = std::move(look).verdict();
        seals.faults.push_back(fmt::format("the seals: {}", fault.what()));
        return seals;
    }
    return std::move(look).verdict();
}

} // namespace reklamaatio::store
