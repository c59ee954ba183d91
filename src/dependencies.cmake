# SPDX-License-Identifier: GPL-3.0-or-later
# The libraries that we stand on, as imported targets. Small ones are linked statically, since each shared
# library costs start-up time in a program that lives for two milliseconds; libc stays dynamic, because
# looking up users and character sets needs it so.

# static_library(TARGET HEADER ARCHIVE...): an interface target over Debian's static archives.
function(static_library target header)
    find_path(${target}_INCLUDE ${header} REQUIRED)
    add_library(${target} INTERFACE IMPORTED GLOBAL)
    target_include_directories(${target} SYSTEM INTERFACE ${${target}_INCLUDE})
    foreach(archive IN LISTS ARGN)
        find_library(${target}_${archive} NAMES lib${archive}.a REQUIRED)
        list(APPEND archives ${${target}_${archive}})
    endforeach()
    target_link_libraries(${target} INTERFACE ${archives})
endfunction()

find_package(Threads REQUIRED)
find_package(CLI11 REQUIRED)
find_path(FMT_INCLUDE fmt/format-inl.h REQUIRED)
find_package(nlohmann_json REQUIRED)
# toml++ is used by its headers alone: its shared library would be loaded at every start.
find_path(TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED)

# Headers alone, with templates that our warnings are too strict for.
find_path(DTL_INCLUDE dtl/dtl.hpp REQUIRED)
add_library(dtl INTERFACE IMPORTED GLOBAL)
target_include_directories(dtl SYSTEM INTERFACE ${DTL_INCLUDE})

static_library(absl_time absl/time/time.h
    absl_time absl_time_zone absl_civil_time absl_strings absl_strings_internal absl_base absl_spinlock_wait
    absl_int128 absl_throw_delegate absl_raw_logging_internal absl_log_severity)
static_library(sqlite3 sqlite3.h sqlite3)
target_link_libraries(sqlite3 INTERFACE Threads::Threads ${CMAKE_DL_LIBS} m)
static_library(sqlitecpp SQLiteCpp/SQLiteCpp.h SQLiteCpp)
target_link_libraries(sqlitecpp INTERFACE sqlite3)
static_library(sodium sodium.h sodium)
static_library(utf8proc utf8proc.h utf8proc)
static_library(idn2 idn2.h idn2 unistring)
static_library(zlib zlib.h z)
static_library(zstd zstd.h zstd)

# Loaded by name when a holiday file is read (see policy/libical.hpp), since it brings ICU with it: headers alone.
find_path(LIBICAL_INCLUDE libical/ical.h REQUIRED)
add_library(libical INTERFACE IMPORTED GLOBAL)
target_include_directories(libical SYSTEM INTERFACE ${LIBICAL_INCLUDE})
target_link_libraries(libical INTERFACE ${CMAKE_DL_LIBS})
