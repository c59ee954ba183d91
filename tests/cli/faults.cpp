// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the C library (LD_PRELOAD), it has one call fail, which faults.py chooses: the n-th allocation, or the n-th
// call that reads, writes or names files. Calls are counted from before the program's own beginning to behind its end.
//   FAULTS_OF      memory or files
//   FAULTS_AT      which one fails, from 1 on; 0: none, and all are counted
//   FAULTS_ON      1: so do all behind it
//   FAULTS_ERRNO   with which fault; 0: with the one that is usual for the call
//   FAULTS_TOLD    a file that gets the name of the call that failed; or, where all are counted, the numbers of allocations whose
//                  way was gone for the first time, and at the end the number of all
//   FAULTS_CLOCK   what the clock says, in seconds since 1970; hostile.py turns it
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
}

namespace {

enum class Of { nothing, memory, files };
Of g_of = Of::nothing;
long g_at = 0;
long g_count = 0;
bool g_goes_on = false;
int g_errno = 0;
int g_told = -1;
const char* g_clock = nullptr;

long number_of(const char* name) {
    const char* text = std::getenv(name);
    return text == nullptr ? 0 : std::strtol(text, nullptr, 10);
}

void tell(const char* what) {
    if (g_told < 0) return;
    (void)syscall(SYS_write, g_told, what, std::strlen(what));
    (void)syscall(SYS_write, g_told, "\n", 1);
}

// Whether no earlier call came by the same way: the same functions above it, as far up as is worth telling apart.
bool is_new_way() {
    constexpr int depth = 14;
    constexpr std::size_t slots = std::size_t{1} << 20;
    static unsigned long known[slots];
    void* frames[depth];
    const Of of = g_of;
    g_of = Of::nothing; // the first look makes room for itself
    const int count = backtrace(frames, depth);
    g_of = of;
    unsigned long key = 14695981039346656037UL; // FNV-1a
    for (int at = 0; at < count; ++at)
        key = (key ^ reinterpret_cast<unsigned long>(frames[at])) * 1099511628211UL;
    for (std::size_t slot = (key >> 20) % slots;; slot = (slot + 1) % slots) {
        if (known[slot] == key) return false;
        if (known[slot] != 0) continue;
        known[slot] = key;
        return true;
    }
}

void tell(long number) {
    char text[32];
    std::snprintf(text, sizeof text, "%ld", number);
    tell(text);
}

// Whether it is this call's turn.
bool fails(Of of, const char* call, int usual) {
    if (of != g_of) return false;
    ++g_count;
    if (g_at == 0 && of == Of::memory && is_new_way()) tell(g_count);
    if (g_at == 0 || g_count < g_at || (g_count > g_at && !g_goes_on)) return false;
    if (g_count == g_at) tell(call);
    errno = g_errno != 0 ? g_errno : usual;
    return true;
}

template <typename F>
F* next_of(const char* name) {
    return reinterpret_cast<F*>(dlsym(RTLD_NEXT, name));
}

[[gnu::constructor(101)]] void begin() {
    g_clock = std::getenv("FAULTS_CLOCK");
    const char* of = std::getenv("FAULTS_OF");
    const char* told = std::getenv("FAULTS_TOLD");
    if (of == nullptr || told == nullptr) return;
    g_at = number_of("FAULTS_AT");
    g_goes_on = number_of("FAULTS_ON") != 0;
    g_errno = static_cast<int>(number_of("FAULTS_ERRNO"));
    // High enough not to change which descriptors the program gets.
    const long opened = syscall(SYS_openat, AT_FDCWD, told, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    g_told = static_cast<int>(syscall(SYS_fcntl, opened, F_DUPFD_CLOEXEC, 200));
    syscall(SYS_close, opened);
    unsetenv("LD_PRELOAD"); // what the program begins goes without faults
    g_of = std::strcmp(of, "memory") == 0 ? Of::memory : Of::files;
}

[[gnu::destructor(101)]] void end() {
    if (g_at != 0 || g_of == Of::nothing) return;
    g_of = Of::nothing;
    tell(g_count);
}

} // namespace

#define REKLAMAATIO_FAILS(call, usual)                                                                       \
    if (fails(Of::files, call, usual)) return -1

extern "C" {

void* malloc(std::size_t size) {
    return fails(Of::memory, "malloc", ENOMEM) ? nullptr : __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
    return fails(Of::memory, "calloc", ENOMEM) ? nullptr : __libc_calloc(count, size);
}
void* realloc(void* old, std::size_t size) {
    return fails(Of::memory, "realloc", ENOMEM) ? nullptr : __libc_realloc(old, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
    return fails(Of::memory, "aligned_alloc", ENOMEM) ? nullptr : __libc_memalign(alignment, size);
}
int posix_memalign(void** made, std::size_t alignment, std::size_t size) {
    if (fails(Of::memory, "posix_memalign", ENOMEM)) return ENOMEM;
    *made = __libc_memalign(alignment, size);
    return *made == nullptr ? ENOMEM : 0;
}

int open(const char* path, int flags, ...) {
    REKLAMAATIO_FAILS("open", EMFILE);
    va_list rest;
    va_start(rest, flags);
    const unsigned mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, unsigned) : 0;
    va_end(rest);
    return static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}
int open64(const char* path, int flags, ...) {
    REKLAMAATIO_FAILS("open64", EMFILE);
    va_list rest;
    va_start(rest, flags);
    const unsigned mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, unsigned) : 0;
    va_end(rest);
    return static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}
ssize_t read(int file, void* into, std::size_t size) {
    REKLAMAATIO_FAILS("read", EIO);
    return syscall(SYS_read, file, into, size);
}
ssize_t pread(int file, void* into, std::size_t size, off_t at) {
    REKLAMAATIO_FAILS("pread", EIO);
    return syscall(SYS_pread64, file, into, size, at);
}
ssize_t pread64(int file, void* into, std::size_t size, off64_t at) {
    REKLAMAATIO_FAILS("pread64", EIO);
    return syscall(SYS_pread64, file, into, size, at);
}
ssize_t write(int file, const void* from, std::size_t size) {
    REKLAMAATIO_FAILS("write", ENOSPC);
    return syscall(SYS_write, file, from, size);
}
ssize_t writev(int file, const iovec* parts, int count) {
    REKLAMAATIO_FAILS("writev", ENOSPC);
    return syscall(SYS_writev, file, parts, count);
}
ssize_t pwrite(int file, const void* from, std::size_t size, off_t at) {
    REKLAMAATIO_FAILS("pwrite", ENOSPC);
    return syscall(SYS_pwrite64, file, from, size, at);
}
ssize_t pwrite64(int file, const void* from, std::size_t size, off64_t at) {
    REKLAMAATIO_FAILS("pwrite64", ENOSPC);
    return syscall(SYS_pwrite64, file, from, size, at);
}
int fsync(int file) {
    REKLAMAATIO_FAILS("fsync", EIO);
    return static_cast<int>(syscall(SYS_fsync, file));
}
int fdatasync(int file) {
    REKLAMAATIO_FAILS("fdatasync", EIO);
    return static_cast<int>(syscall(SYS_fdatasync, file));
}
int ftruncate(int file, off_t size) noexcept {
    REKLAMAATIO_FAILS("ftruncate", EIO);
    return static_cast<int>(syscall(SYS_ftruncate, file, size));
}
int ftruncate64(int file, off64_t size) noexcept {
    REKLAMAATIO_FAILS("ftruncate64", EIO);
    return static_cast<int>(syscall(SYS_ftruncate, file, size));
}
int posix_fallocate(int file, off_t from, off_t size) {
    static const auto next = next_of<int(int, off_t, off_t)>("posix_fallocate");
    return fails(Of::files, "posix_fallocate", ENOSPC) ? errno : next(file, from, size);
}
int posix_fallocate64(int file, off64_t from, off64_t size) {
    static const auto next = next_of<int(int, off64_t, off64_t)>("posix_fallocate64");
    return fails(Of::files, "posix_fallocate64", ENOSPC) ? errno : next(file, from, size);
}
void* mmap(void* where, std::size_t size, int protection, int flags, int file, off_t at) noexcept {
    if (file >= 0 && fails(Of::files, "mmap", ENOMEM)) return MAP_FAILED;
    return reinterpret_cast<void*>(syscall(SYS_mmap, where, size, protection, flags, file, at));
}
void* mmap64(void* where, std::size_t size, int protection, int flags, int file, off64_t at) noexcept {
    if (file >= 0 && fails(Of::files, "mmap64", ENOMEM)) return MAP_FAILED;
    return reinterpret_cast<void*>(syscall(SYS_mmap, where, size, protection, flags, file, at));
}
int rename(const char* from, const char* to) noexcept {
    REKLAMAATIO_FAILS("rename", EIO);
    return static_cast<int>(syscall(SYS_rename, from, to));
}
int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) noexcept {
    REKLAMAATIO_FAILS("linkat", EIO);
    return static_cast<int>(syscall(SYS_linkat, from_folder, from, to_folder, to, flags));
}
int unlink(const char* path) noexcept {
    REKLAMAATIO_FAILS("unlink", EIO);
    return static_cast<int>(syscall(SYS_unlink, path));
}
int flock(int file, int operation) noexcept {
    REKLAMAATIO_FAILS("flock", ENOLCK);
    return static_cast<int>(syscall(SYS_flock, file, operation));
}
int fcntl(int file, int command, ...) {
    va_list rest;
    va_start(rest, command);
    void* argument = va_arg(rest, void*);
    va_end(rest);
    if (command == F_SETLK || command == F_SETLKW) REKLAMAATIO_FAILS("fcntl", ENOLCK);
    return static_cast<int>(syscall(SYS_fcntl, file, command, argument));
}
int fcntl64(int file, int command, ...) {
    va_list rest;
    va_start(rest, command);
    void* argument = va_arg(rest, void*);
    va_end(rest);
    if (command == F_SETLK || command == F_SETLKW) REKLAMAATIO_FAILS("fcntl64", ENOLCK);
    return static_cast<int>(syscall(SYS_fcntl, file, command, argument));
}
int fstat(int file, struct stat* facts) noexcept {
    REKLAMAATIO_FAILS("fstat", EIO);
    return static_cast<int>(syscall(SYS_fstat, file, facts));
}
int fstat64(int file, struct stat64* facts) noexcept {
    REKLAMAATIO_FAILS("fstat64", EIO);
    return static_cast<int>(syscall(SYS_fstat, file, facts));
}
int stat(const char* path, struct stat* facts) noexcept {
    REKLAMAATIO_FAILS("stat", EIO);
    return static_cast<int>(syscall(SYS_stat, path, facts));
}
int stat64(const char* path, struct stat64* facts) noexcept {
    REKLAMAATIO_FAILS("stat64", EIO);
    return static_cast<int>(syscall(SYS_stat, path, facts));
}
int lstat(const char* path, struct stat* facts) noexcept {
    REKLAMAATIO_FAILS("lstat", EIO);
    return static_cast<int>(syscall(SYS_lstat, path, facts));
}
int lstat64(const char* path, struct stat64* facts) noexcept {
    REKLAMAATIO_FAILS("lstat64", EIO);
    return static_cast<int>(syscall(SYS_lstat, path, facts));
}
int access(const char* path, int mode) noexcept {
    REKLAMAATIO_FAILS("access", EIO);
    return static_cast<int>(syscall(SYS_access, path, mode));
}
int fchmod(int file, mode_t mode) noexcept {
    REKLAMAATIO_FAILS("fchmod", EPERM);
    return static_cast<int>(syscall(SYS_fchmod, file, mode));
}
int fchown(int file, uid_t owner, gid_t group) noexcept {
    REKLAMAATIO_FAILS("fchown", EPERM);
    return static_cast<int>(syscall(SYS_fchown, file, owner, group));
}
int chmod(const char* path, mode_t mode) noexcept {
    REKLAMAATIO_FAILS("chmod", EPERM);
    return static_cast<int>(syscall(SYS_chmod, path, mode));
}
int mkdir(const char* path, mode_t mode) noexcept {
    REKLAMAATIO_FAILS("mkdir", EIO);
    return static_cast<int>(syscall(SYS_mkdir, path, mode));
}
int memfd_create(const char* name, unsigned flags) noexcept {
    REKLAMAATIO_FAILS("memfd_create", EMFILE);
    return static_cast<int>(syscall(SYS_memfd_create, name, flags));
}
int mkostemp(char* name, int flags) {
    static const auto next = next_of<int(char*, int)>("mkostemp");
    REKLAMAATIO_FAILS("mkostemp", EMFILE);
    return next(name, flags);
}
int mkostemp64(char* name, int flags) {
    static const auto next = next_of<int(char*, int)>("mkostemp64");
    REKLAMAATIO_FAILS("mkostemp64", EMFILE);
    return next(name, flags);
}
int mkstemp(char* name) {
    static const auto next = next_of<int(char*)>("mkstemp");
    REKLAMAATIO_FAILS("mkstemp", EMFILE);
    return next(name);
}
int mkstemp64(char* name) {
    static const auto next = next_of<int(char*)>("mkstemp64");
    REKLAMAATIO_FAILS("mkstemp64", EMFILE);
    return next(name);
}
FILE* fopen(const char* path, const char* mode) {
    static const auto next = next_of<FILE*(const char*, const char*)>("fopen");
    return fails(Of::files, "fopen", EMFILE) ? nullptr : next(path, mode);
}
FILE* fopen64(const char* path, const char* mode) {
    static const auto next = next_of<FILE*(const char*, const char*)>("fopen64");
    return fails(Of::files, "fopen64", EMFILE) ? nullptr : next(path, mode);
}
int clock_gettime(clockid_t clock, timespec* now) noexcept {
    const int done = static_cast<int>(syscall(SYS_clock_gettime, clock, now));
    if (done == 0 && clock == CLOCK_REALTIME && g_clock != nullptr)
        *now = {std::strtol(g_clock, nullptr, 10), 0};
    return done;
}
int posix_spawn(pid_t* child, const char* path, const posix_spawn_file_actions_t* files,
                const posix_spawnattr_t* attributes, char* const argv[], char* const envp[]) {
    using Spawn = int(pid_t*, const char*, const posix_spawn_file_actions_t*, const posix_spawnattr_t*,
                      char* const[], char* const[]);
    static const auto next = next_of<Spawn>("posix_spawn");
    if (fails(Of::files, "posix_spawn", EAGAIN)) return errno;
    return next(child, path, files, attributes, argv, envp);
}
}
