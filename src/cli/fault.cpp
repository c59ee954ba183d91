// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fault.hpp"

#include "cli/field_options.hpp"
#include "complaint/error.hpp"
#include "complaint/fact_names.hpp"
#include "complaint/refusal.hpp"
#include "exchange/error.hpp"
#include "host/failure.hpp"
#include "host/last_words.hpp"
#include "policy/policy.hpp"
#include "render/columns.hpp"
#include "render/too_large.hpp"
#include "store/error.hpp"
#include "text/visible.hpp"
#include "time/due.hpp"
#include "view/words/data_error_text.hpp"
#include "view/words/refusal_text.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <new>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using host::ExitStatus;

// Of faults that no table has.
constexpr std::string_view k_bad_time = "bad_time";
constexpr std::string_view k_bad_policy = "bad_policy";
constexpr std::string_view k_bad_profile = "bad_profile";
constexpr std::string_view k_policy_out_of_reach = "policy_out_of_reach";
constexpr std::string_view k_too_large = "too_large";
constexpr std::string_view k_unknown_column = "unknown_column";
constexpr std::array k_other_codes{k_bad_time,      k_bad_policy, k_bad_profile,    k_policy_out_of_reach,
                                   k_out_of_memory, k_too_large,  k_unknown_column, k_row_not_valid,
                                   k_doubtful};

struct StoreRow {
    store::ErrorKind kind;
    ExitStatus status;
    std::string_view code;
};

// By kind.
constexpr std::array k_store_rows{
    StoreRow{store::ErrorKind::missing, ExitStatus::no_input, "no_database"},
    StoreRow{store::ErrorKind::unreachable, ExitStatus::no_input, "database_unreachable"},
    StoreRow{store::ErrorKind::empty, ExitStatus::no_input, "empty_database"},
    StoreRow{store::ErrorKind::not_ours, ExitStatus::bad_data, "foreign_database"},
    StoreRow{store::ErrorKind::newer, ExitStatus::bad_data, "newer_database"},
    StoreRow{store::ErrorKind::damaged, ExitStatus::bad_data, "damaged_database"},
    StoreRow{store::ErrorKind::busy, ExitStatus::busy, "database_busy"},
    StoreRow{store::ErrorKind::cannot_create, ExitStatus::cannot_create, "database_not_made"},
    StoreRow{store::ErrorKind::not_permitted, ExitStatus::no_permission, "database_not_permitted"},
    StoreRow{store::ErrorKind::several_names, ExitStatus::refused, "database_has_several_names"},
    StoreRow{store::ErrorKind::cannot_read, ExitStatus::write_error, "database_not_read"},
    StoreRow{store::ErrorKind::cannot_write, ExitStatus::write_error, "database_not_written"},
    StoreRow{store::ErrorKind::contradiction, ExitStatus::bad_data, "contradiction"},
    StoreRow{store::ErrorKind::bug, ExitStatus::bug, "internal_error"},
};
static_assert(std::ranges::is_sorted(k_store_rows, {}, &StoreRow::kind)
              && k_store_rows.size() == static_cast<std::size_t>(store::ErrorKind::bug) + 1);

const StoreRow& row_of(store::ErrorKind kind) {
    return k_store_rows[static_cast<std::size_t>(kind)];
}

// Where a database can be made, with the way to it.
std::string store_error_text(const store::StoreError& fault) {
    switch (fault.kind()) {
    case store::ErrorKind::missing:
        return fmt::format("{}; reklamaatio init creates one there", fault.what());
    case store::ErrorKind::empty:
        return fmt::format("{}; reklamaatio init turns it into a database", fault.what());
    case store::ErrorKind::several_names:
        return fmt::format("{}; keep one of the names (find -samefile shows all), and copy with cp, not with "
                           "ln or cp -al",
                           fault.what());
    default:
        return fault.what();
    }
}

// Which field cannot have the value is told by its option.
std::string bad_value_text(const complaint::BadValue& fault) {
    const auto* field = complaint::field_named<complaint::Complaint>(fault.field());
    return field != nullptr ? fmt::format("{}: {}", option_of(*field), fault.why()) : fault.what();
}

std::string_view code_of(ExitStatus status) {
    return std::ranges::find(host::k_exit_statuses, status, &host::ExitStatusRow::status)->word;
}

std::vector<std::string> names_in(std::string_view names) {
    std::vector<std::string> all;
    while (!names.empty())
        all.emplace_back(complaint::take_name(names));
    return all;
}

Fault of_status(ExitStatus status, std::string message) {
    return {status, std::move(message), code_of(status)};
}

Fault fault_of(const host::Failure& failure) {
    const auto& concern = failure.concern();
    const auto word = host::word_of(concern.cause);
    return {failure.status(), failure.what(), word.empty() ? code_of(failure.status()) : word, concern.ids,
            concern.fields};
}

Fault fault_of(const complaint::Refusal& refusal) {
    const auto& row = complaint::row_of(refusal.reason());
    return {ExitStatus::refused, text::spelt_out(view::refusal_text(refusal)), row.word,
            complaint::ids_in(refusal), names_in(row.fields)};
}

Fault fault_of(const complaint::BadValue& fault) {
    Fault told{ExitStatus::usage, text::spelt_out(bad_value_text(fault)),
               host::word_of(host::Cause::bad_value)};
    if (!fault.field().empty()) told.fields.push_back(fault.field());
    return told;
}

Fault fault_of(const exchange::DataError& fault) {
    Fault told = of_status(ExitStatus::bad_data, view::data_error_text(fault));
    if (fault.reason()) told.code = exchange::word_of(*fault.reason());
    for (const auto& [name, fact] : fault.facts())
        if (name == "field") told.fields.push_back(fact);
    return told;
}

// A place that nobody can look at.
Fault fault_of(const std::filesystem::filesystem_error& fault) {
    const bool denied = fault.code() == std::errc::permission_denied;
    return of_status(denied ? ExitStatus::no_permission : ExitStatus::no_input,
                     fmt::format("cannot look at {}: {}", text::spelt_out(fault.path1().string()),
                                 fault.code().message()));
}

} // namespace

Fault current_fault() {
    try {
        throw;
    } catch (const host::UsageError& fault) {
        Fault told = fault_of(fault);
        told.message = text::spelt_out(told.message);
        return told;
    } catch (const host::Failure& fault) {
        return fault_of(fault);
    } catch (const complaint::Refusal& fault) {
        return fault_of(fault);
    } catch (const render::UnknownColumn& fault) {
        return {ExitStatus::usage, text::spelt_out(fault.what()), k_unknown_column};
    } catch (const render::TooLarge& fault) {
        return {ExitStatus::refused, fmt::format("{}; narrow it down, or write CSV", fault.what()),
                k_too_large};
    } catch (const complaint::BadValue& fault) {
        return fault_of(fault);
    } catch (const time::OutOfReach& fault) {
        return {ExitStatus::bad_configuration, fmt::format("the policy cannot be kept: {}", fault.what()),
                k_policy_out_of_reach};
    } catch (const time::Error& fault) {
        return {ExitStatus::usage, text::spelt_out(fault.what()), k_bad_time};
    } catch (const exchange::DataError& fault) {
        return fault_of(fault);
    } catch (const exchange::ProfileError& fault) {
        return {ExitStatus::bad_configuration, fault.what(), k_bad_profile};
    } catch (const policy::PolicyError& fault) {
        return {ExitStatus::bad_configuration, fault.what(), k_bad_policy};
    } catch (const store::StoreError& fault) {
        const auto& row = row_of(fault.kind());
        return {row.status, store_error_text(fault), row.code};
    } catch (const std::filesystem::filesystem_error& fault) {
        return fault_of(fault);
    } catch (const std::bad_alloc&) {
        if (host::last_words().status != static_cast<int>(ExitStatus::busy))
            return {ExitStatus::write_error, "there is not enough memory", k_out_of_memory};
        return {ExitStatus::busy, "there is not enough memory; try again when there is more",
                k_out_of_memory};
    } catch (const std::exception& fault) {
        return of_status(ExitStatus::bug, fmt::format("internal error; please report it: {}", fault.what()));
    }
}

std::vector<std::string_view> error_codes() {
    std::vector<std::string_view> codes(k_other_codes.begin(), k_other_codes.end());
    for (const auto& row : complaint::k_reasons)
        codes.push_back(row.word);
    for (const auto& row : host::k_exit_statuses)
        if (row.status != ExitStatus::done && row.status != ExitStatus::partly_imported
            && row.status != ExitStatus::nothing_matched)
            codes.push_back(row.word);
    for (const auto& word : host::k_cause_words)
        if (!word.empty()) codes.push_back(word);
    for (const auto& word : exchange::k_unreadable_words)
        codes.push_back(word);
    for (const auto& row : k_store_rows)
        codes.push_back(row.code);
    std::ranges::sort(codes);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

} // namespace reklamaatio::cli
