// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/guarded.hpp"

#include "store/error_kind.hpp"

#include <new>

#include <fmt/format.h>

namespace reklamaatio::store {

ErrorKind kind_of_fault(const SQLite::Exception& fault) {
    const int code = fault.getExtendedErrorCode();
    return kind_of(code > 0 ? code : fault.getErrorCode());
}

void translate(const SQLite::Exception& fault, const std::string& path) {
    const int code = fault.getExtendedErrorCode();
    if (is_of_memory(code) || is_of_memory(fault.getErrorCode())) throw std::bad_alloc();
    const ErrorKind kind = kind_of_fault(fault);
    if (is_of_flushing(code))
        throw StoreError(kind,
                         fmt::format("cannot write {} ({}); it may have been changed; look before you repeat",
                                     path, fault.what()));
    throw StoreError(kind, sentence(kind, path, fault.what()));
}

} // namespace reklamaatio::store
