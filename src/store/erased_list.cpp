// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erased_list.hpp"

#include "complaint/event.hpp"
#include "store/complaints.hpp"
#include "store/customer_scope.hpp"
#include "store/customers.hpp"
#include "store/digest.hpp"
#include "store/erasure.hpp"
#include "store/error.hpp"
#include "store/events.hpp"
#include "store/likeness.hpp"
#include "store/sealed.hpp"
#include "text/streams.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <set>
#include <unistd.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace reklamaatio::store {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* k_erasing_changes =
    "SELECT DISTINCT change_id FROM event WHERE kind = 'erased' ORDER BY 1";
constexpr const char* k_added = "SELECT customer_id FROM event WHERE id = :event AND kind = 'customer_added'";

std::string line_of(const Erased& erased) {
    Json line;
    if (erased.uid.empty())
        line = {{"customer_event", erased.event}, {"hash", erased.hash}};
    else
        line = {{"complaint", erased.uid}};
    line["erased_at"] = time::to_iso(erased.at);
    return line.dump();
}

Erased erased_in(const std::string& line) {
    const auto json = Json::parse(line);
    Erased erased;
    erased.uid = json.value("complaint", "");
    if (erased.uid.empty()) {
        erased.event = json.at("customer_event").get<std::int64_t>();
        erased.hash = json.at("hash").get<std::string>();
    }
    erased.at = time::from_iso(json.at("erased_at").get<std::string>()).value();
    return erased;
}

// A complaint has its uid from the event that brought it into being, whatever became of it.
std::string uid_of(const std::vector<complaint::Event>& events) {
    const auto* uid = events.empty() ? nullptr : complaint::change_of(events.front().changes, "uid");
    return uid == nullptr ? "" : complaint::text_of(uid->after);
}

[[noreturn]] void throw_unwritten(const fs::path& file) {
    throw StoreError(ErrorKind::cannot_write, fmt::format("cannot write {}, the list of who was erased: {}",
                                                          file.string(), std::strerror(errno)));
}

bool is_written(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(descriptor, text.data(), text.size());
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0;
}

// Under another name until it is whole, which nobody else can have taken.
void replace(const fs::path& file, const std::string& text, const Likeness& likeness) {
    std::string part = file.string() + ".XXXXXX";
    const int descriptor = ::mkostemp(part.data(), O_CLOEXEC);
    if (descriptor < 0) throw_unwritten(file);
    make_alike(descriptor, likeness);
    const bool is_done = is_written(descriptor, text) && ::rename(part.c_str(), file.c_str()) == 0;
    const int fault = errno;
    ::close(descriptor);
    if (is_done) return;
    ::unlink(part.c_str());
    errno = fault;
    throw_unwritten(file);
}

// So that a new name in it outlives a loss of power. One that may be written and not read, as of another account, cannot be.
bool flush_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return errno == EACCES;
    const bool is_flushed = ::fsync(descriptor) == 0 || errno == EINVAL;
    ::close(descriptor);
    return is_flushed;
}

std::optional<complaint::CustomerId> customer_meant(Database& database, const Erased& erased) {
    auto query = database.query(k_added);
    query.bind(":event", erased.event);
    if (!query.next()) return std::nullopt;
    if (hex(hash_of_event(database, erased.event)) != erased.hash) return std::nullopt;
    return complaint::CustomerId{query.integer(0)};
}

// What was written after an erasure that is known here is not meant by it.
bool is_done(const std::optional<time::Instant>& erased_at, const Erased& erased) {
    return erased_at && *erased_at >= erased.at;
}

// One who has no complaint here but what was erased is the one who was.
bool is_theirs_alone(Database& database, complaint::CustomerId customer,
                     const std::set<complaint::Id>& erased) {
    return std::ranges::all_of(scope_of(database, customer).complaints,
                               [&](complaint::Id id) { return erased.contains(id); });
}

} // namespace

fs::path erased_list_of(const fs::path& database) {
    return database.string() + ".erased";
}

std::vector<Erased> read_erased(const fs::path& list) {
    std::vector<Erased> erased;
    const auto throw_unread = [&] {
        throw StoreError(errno == EACCES ? ErrorKind::not_permitted : ErrorKind::unreachable,
                         fmt::format("cannot read {}: {}", list.string(), std::strerror(errno)));
    };
    std::ifstream in(list);
    if (!in && fs::exists(list)) throw_unread();
    std::int64_t number = 0;
    for (std::string line; text::next_line(in, line);) {
        ++number;
        try {
            erased.push_back(erased_in(line));
        } catch (const std::bad_alloc&) {
            throw;
        } catch (const std::exception&) {
            throw StoreError(ErrorKind::damaged, fmt::format("{}:{}: this tells of nothing that was erased",
                                                             list.string(), number));
        }
    }
    if (in.bad()) throw_unread();
    return erased;
}

std::vector<Erased> erased_beside(const fs::path& database) {
    const auto list = erased_list_of(database);
    const auto type = fs::status(list).type();
    if (type != fs::file_type::not_found && type != fs::file_type::regular)
        throw StoreError(
            ErrorKind::not_ours,
            fmt::format("{} is no file, where the list of the erased is to be; move it away", list.string()));
    return read_erased(list);
}

std::vector<Erased> erased_by(Database& database, std::int64_t change) {
    std::vector<Erased> erased;
    for (const auto& event : events_of_change(database, change)) {
        if (event.kind != complaint::EventKind::erased) continue;
        if (event.complaint) {
            erased.push_back({0, "", uid_of(events_of(database, *event.complaint)), event.recorded_at});
        } else if (const auto events = events_of(database, event.customer.value()); !events.empty()) {
            const auto first = events.front().number;
            erased.push_back({first, hex(hash_of_event(database, first)), "", event.recorded_at});
        }
    }
    return erased;
}

std::vector<Erased> erased_ever(Database& database) {
    std::vector<std::int64_t> changes;
    auto query = database.query(k_erasing_changes);
    while (query.next())
        changes.push_back(query.integer(0));
    std::vector<Erased> erased;
    for (const auto change : changes)
        std::ranges::move(erased_by(database, change), std::back_inserter(erased));
    return erased;
}

void add_erased(const fs::path& database, const std::vector<Erased>& erased) {
    const auto list = erased_list_of(database);
    const auto known = erased_beside(database);
    auto all = known;
    std::ranges::copy_if(erased, std::back_inserter(all),
                         [&](const Erased& each) { return std::ranges::find(known, each) == known.end(); });
    if (all.size() == known.size()) return;
    std::string text;
    for (const auto& each : all)
        text += line_of(each) + '\n';
    replace(list, text, likeness_of(database).value_or(private_likeness()));
    if (!flush_folder(folder_of(list))) throw_unwritten(list);
}

ToErase still_kept(Database& database, const std::vector<Erased>& erased) {
    std::set<complaint::CustomerId> customers;
    std::set<complaint::Id> complaints;
    for (const auto& each : erased) {
        if (each.uid.empty()) {
            if (const auto id = customer_meant(database, each))
                if (const auto customer = find_customer(database, *id);
                    !customer || !is_done(customer->erased_at, each))
                    customers.insert(*id);
        } else if (const auto complaint = find_by_uid(database, each.uid);
                   complaint && !is_done(complaint->erased_at, each)) {
            complaints.insert(complaint->id);
        }
    }
    ToErase found;
    std::set<complaint::Id> alone;
    for (const auto id : complaints) {
        const auto customer = known_complaint(database, id).customer;
        if (customer && is_theirs_alone(database, *customer, complaints))
            customers.insert(*customer);
        else if (!customer || !customers.contains(*customer))
            alone.insert(id);
    }
    for (const auto id : customers)
        if (has_personal_data(database, scope_of(database, id))) found.customers.push_back(id);
    for (const auto id : alone)
        if (has_personal_data(database, scope_of(database, id))) found.complaints.push_back(id);
    return found;
}

} // namespace reklamaatio::store
