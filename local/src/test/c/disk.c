/*
 * Stands between a process and one directory (LD_PRELOAD). It sees every call of libc that changes something in there,
 * counts them over all threads, and does what these environment variables say:
 *
 *   DISK_ROOT        the directory, as a real path; without it nothing is done
 *   DISK_LOG         a file outside of it: every call is recorded there after it was made, in order (struct record)
 *   DISK_ARMED       calls count from when this file exists; without it, from the start
 *   DISK_KILL_AT     kills the process before the call of that number, counted from 1
 *   DISK_TORN        any value: instead, half of that call's octets are written before the kill
 *   DISK_FAULT       an error number: calls that change something fail with it ...
 *   DISK_FAULT_WHILE ... as long as this file exists
 *   DISK_CLOCK       seconds by which the time of day is later than it is, for this process
 *
 * What goes to a socket and to standard output is recorded too, before it is sent, so that the record tells what was
 * answered and when. One call is made at a time. Memory that is mapped is not seen; of all files in a data directory
 * only SQLite's shared memory (-shm) is written so, and it is made anew after a kill. Another shared writable mapping is
 * recorded as an unknown call, so that a test can fail on it.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum kind {
    CREATE = 'C', FOLDER = 'M', WRITE = 'W', SIZE = 'T', SYNC = 'S', RENAME = 'R', DELETE = 'D', ANSWER = 'A',
    ARMED = 'B', KILLED = 'K', UNKNOWN = '?'
};

/* In the order of the machine's octets; behind it stand the path, the second path, and the data of a WRITE or ANSWER. */
struct record {
    uint64_t inode;
    uint64_t modified; /* nanoseconds since 1970, as the system keeps it with the file */
    uint64_t offset;
    uint64_t length;
    uint32_t path;
    uint32_t second;
    uint32_t kind;
    uint32_t thread;
};

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static const char *root, *armed_by, *fault_while;
static size_t root_length;
static int log_file = -1, fault, torn, armed;
static long kill_at, calls, later;
static uint64_t modified; /* of the file that inode_of looked at; read under the turn */

__attribute__((constructor)) static void begin(void) {
    root = getenv("DISK_ROOT");
    later = getenv("DISK_CLOCK") ? atol(getenv("DISK_CLOCK")) : 0;
    root_length = root ? strlen(root) : 0;
    armed_by = getenv("DISK_ARMED");
    fault_while = getenv("DISK_FAULT_WHILE");
    fault = getenv("DISK_FAULT") ? atoi(getenv("DISK_FAULT")) : 0;
    torn = getenv("DISK_TORN") != NULL;
    kill_at = getenv("DISK_KILL_AT") ? atol(getenv("DISK_KILL_AT")) : 0;
    if (root && getenv("DISK_LOG")) {
        log_file = syscall(SYS_openat, AT_FDCWD, getenv("DISK_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
}

static void record(enum kind kind, const char *path, const char *second, uint64_t inode, uint64_t offset,
                   const struct iovec *data, int pieces, uint64_t length) {
    if (log_file < 0) return;
    struct record head = {inode, modified, offset, length, path ? strlen(path) : 0, second ? strlen(second) : 0, kind,
                          (uint32_t) syscall(SYS_gettid)};
    struct iovec all[3] = {{&head, sizeof head}, {(void *) path, head.path}, {(void *) second, head.second}};
    if (syscall(SYS_writev, log_file, all, 3) < 0) abort();
    for (uint64_t left = length; pieces-- > 0 && left > 0; data++) {
        size_t piece = data->iov_len < left ? data->iov_len : left;
        for (size_t done = 0; done < piece;) {
            ssize_t some = syscall(SYS_write, log_file, (char *) data->iov_base + done, piece - done);
            if (some < 0) abort();
            done += some;
        }
        left -= piece;
    }
}

static int is_inside(const char *path) {
    return root && strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || path[root_length] == 0);
}

/* The path of an open file; 0 when it is not one in the directory. */
static int path_of(int file, char *path) {
    if (!root) return 0;
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = 0;
    return is_inside(path);
}

/* The same for a path as it was given, which may be relative to an open folder. */
static int resolve(int folder, const char *given, char *path) {
    if (!root || !given) return 0;
    if (given[0] == '/') {
        snprintf(path, PATH_MAX, "%s", given);
    } else {
        char above[PATH_MAX];
        if (folder == AT_FDCWD) {
            if (syscall(SYS_getcwd, above, sizeof above) < 0) return 0;
        } else {
            path_of(folder, above);
        }
        snprintf(path, PATH_MAX, "%.2000s/%.2000s", above, given);
    }
    return is_inside(path);
}

static int is_there(const char *path) {
    return syscall(SYS_faccessat, AT_FDCWD, path, F_OK) == 0;
}

static void die(enum kind kind, const char *path) {
    record(KILLED, path, NULL, kind, calls, NULL, 0, 0);
    for (;;) syscall(SYS_kill, getpid(), SIGKILL);
}

/* Takes the turn, counts, and kills when it is time. Returns the error with which the call is to fail, or 0. */
static int enter(enum kind kind, const char *path, int *half) {
    pthread_mutex_lock(&turn);
    if (!armed && (!armed_by || is_there(armed_by))) {
        armed = 1;
        record(ARMED, NULL, NULL, 0, 0, NULL, 0, 0);
    }
    if (half) *half = 0;
    if (armed && kind != UNKNOWN && ++calls == kill_at) {
        if (!torn) die(kind, path);
        if (half) *half = 1;
    }
    int fails = fault && fault_while && is_there(fault_while);
    if (fails && fault == ENOSPC && (kind == SYNC || kind == DELETE || kind == RENAME)) fails = 0;
    return fails ? fault : 0;
}

static void leave(enum kind kind, const char *path) {
    if (armed && torn && kill_at && calls >= kill_at) die(kind, path);
    pthread_mutex_unlock(&turn);
}

static int refuse(int error) {
    pthread_mutex_unlock(&turn);
    errno = error;
    return -1;
}

static uint64_t inode_of(int file) {
    struct stat facts;
    if (syscall(SYS_fstat, file, &facts) != 0) return 0;
    modified = facts.st_mtim.tv_sec * 1000000000ULL + facts.st_mtim.tv_nsec;
    return facts.st_ino;
}

static uint64_t inode_at(const char *path) {
    struct stat facts;
    return syscall(SYS_newfstatat, AT_FDCWD, path, &facts, AT_SYMLINK_NOFOLLOW) == 0 ? facts.st_ino : 0;
}

static ssize_t put(int file, const struct iovec *data, int pieces, off_t at) {
    return at < 0 ? syscall(SYS_writev, file, data, pieces) : syscall(SYS_pwritev, file, data, pieces, at, 0);
}

static void answer(int file, const char *path, const struct iovec *data, int pieces) {
    if (!root || log_file < 0 || (file != 1 && strncmp(path, "socket:", 7) != 0)) return;
    uint64_t length = pieces > 0 ? data[0].iov_len : 0;
    pthread_mutex_lock(&turn);
    record(ANSWER, path, NULL, 0, 0, data, pieces, length < 400 ? length : 400);
    pthread_mutex_unlock(&turn);
}

static ssize_t write_all(int file, const struct iovec *data, int pieces, off_t at) {
    char path[PATH_MAX];
    if (!path_of(file, path)) {
        if (root) answer(file, path, data, pieces);
        return put(file, data, pieces, at);
    }
    int half;
    int error = enter(WRITE, path, &half);
    uint64_t total = 0;
    for (int i = 0; i < pieces; i++) total += data[i].iov_len;
    if (error && (error != ENOSPC || total <= 512)) return refuse(error);
    off_t offset = at;
    if (at < 0) {
        struct stat facts;
        int appends = (fcntl(file, F_GETFL) & O_APPEND) && syscall(SYS_fstat, file, &facts) == 0;
        offset = appends ? facts.st_size : syscall(SYS_lseek, file, 0, SEEK_CUR);
    }
    /* A disk that fills up takes a part of it first. */
    struct iovec part = data[0];
    int less = half || error;
    if (less) part.iov_len = total > 1 ? (pieces == 1 ? total / 2 : part.iov_len) : 0;
    ssize_t written = less && part.iov_len == 0 ? 0 : put(file, less ? &part : data, less ? 1 : pieces, at);
    if (written > 0) record(WRITE, path, NULL, inode_of(file), offset, less ? &part : data, less ? 1 : pieces, written);
    int kept = errno;
    leave(WRITE, path);
    errno = kept;
    return written;
}

ssize_t write(int file, const void *data, size_t length) {
    struct iovec all = {(void *) data, length};
    return write_all(file, &all, 1, -1);
}

ssize_t pwrite(int file, const void *data, size_t length, off_t at) {
    struct iovec all = {(void *) data, length};
    return write_all(file, &all, 1, at);
}

ssize_t pwrite64(int file, const void *data, size_t length, off64_t at) {
    return pwrite(file, data, length, at);
}

ssize_t writev(int file, const struct iovec *data, int pieces) {
    return write_all(file, data, pieces, -1);
}

ssize_t pwritev(int file, const struct iovec *data, int pieces, off_t at) {
    return write_all(file, data, pieces, at);
}

ssize_t pwritev64(int file, const struct iovec *data, int pieces, off64_t at) {
    return write_all(file, data, pieces, at);
}

static int open_at(int folder, const char *given, int flags, mode_t mode) {
    char path[PATH_MAX];
    if (!(flags & (O_CREAT | O_TRUNC)) || (flags & O_TMPFILE) == O_TMPFILE || !resolve(folder, given, path)) {
        return syscall(SYS_openat, folder, given, flags, mode);
    }
    int there = is_there(path);
    if (there && !(flags & O_TRUNC)) return syscall(SYS_openat, folder, given, flags, mode);
    enum kind kind = there ? SIZE : CREATE;
    int error = enter(kind, path, NULL);
    if (error) return refuse(error);
    int file = syscall(SYS_openat, folder, given, flags, mode);
    if (file >= 0) record(kind, path, NULL, inode_of(file), 0, NULL, 0, 0);
    int kept = errno;
    leave(kind, path);
    errno = kept;
    return file;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    }

int open(const char *path, int flags, ...) {
    MODE(flags)
    return open_at(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    MODE(flags)
    return open_at(AT_FDCWD, path, flags | O_LARGEFILE, mode);
}

int openat(int folder, const char *path, int flags, ...) {
    MODE(flags)
    return open_at(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
    MODE(flags)
    return open_at(folder, path, flags | O_LARGEFILE, mode);
}

int creat(const char *path, mode_t mode) {
    return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

int creat64(const char *path, mode_t mode) {
    return creat(path, mode);
}

/* A call on an open file that has no data. */
static int on_file(enum kind kind, int file, long number, uint64_t length, int (*call)(int, long, uint64_t)) {
    char path[PATH_MAX];
    if (!path_of(file, path)) return call(file, number, length);
    int error = enter(kind, path, NULL);
    if (error) return refuse(error);
    int result = call(file, number, length);
    if (result == 0) record(kind, path, NULL, inode_of(file), length, NULL, 0, 0);
    int kept = errno;
    leave(kind, path);
    errno = kept;
    return result;
}

static int call_file(int file, long number, uint64_t length) {
    return syscall(number, file, length);
}

int fsync(int file) {
    return on_file(SYNC, file, SYS_fsync, 0, call_file);
}

int fdatasync(int file) {
    return on_file(SYNC, file, SYS_fdatasync, 0, call_file);
}

int ftruncate(int file, off_t length) {
    return on_file(SIZE, file, SYS_ftruncate, length, call_file);
}

int ftruncate64(int file, off64_t length) {
    return ftruncate(file, length);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
    char old[PATH_MAX], new[PATH_MAX];
    int leaves = resolve(from_folder, from, old), comes = resolve(to_folder, to, new);
    if (!leaves && !comes) return syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
    int error = enter(RENAME, old, NULL);
    if (error) return refuse(error);
    int result = syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
    if (result == 0) record(leaves && comes && !flags ? RENAME : UNKNOWN, old, new, inode_at(new), 0, NULL, 0, 0);
    int kept = errno;
    leave(RENAME, old);
    errno = kept;
    return result;
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    return renameat2(from_folder, from, to_folder, to, 0);
}

int rename(const char *from, const char *to) {
    return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlinkat(int folder, const char *given, int flags) {
    char path[PATH_MAX];
    if (!resolve(folder, given, path) || !is_there(path)) return syscall(SYS_unlinkat, folder, given, flags);
    int error = enter(DELETE, path, NULL);
    if (error) return refuse(error);
    int result = syscall(SYS_unlinkat, folder, given, flags);
    if (result == 0) record(DELETE, path, NULL, 0, 0, NULL, 0, 0);
    int kept = errno;
    leave(DELETE, path);
    errno = kept;
    return result;
}

int unlink(const char *path) {
    return unlinkat(AT_FDCWD, path, 0);
}

int rmdir(const char *path) {
    return unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
}

int remove(const char *path) {
    int result = unlink(path);
    return result < 0 && errno == EISDIR ? rmdir(path) : result;
}

int mkdirat(int folder, const char *given, mode_t mode) {
    char path[PATH_MAX];
    if (!resolve(folder, given, path) || is_there(path)) return syscall(SYS_mkdirat, folder, given, mode);
    int error = enter(FOLDER, path, NULL);
    if (error) return refuse(error);
    int result = syscall(SYS_mkdirat, folder, given, mode);
    if (result == 0) record(FOLDER, path, NULL, inode_at(path), 0, NULL, 0, 0);
    int kept = errno;
    leave(FOLDER, path);
    errno = kept;
    return result;
}

int mkdir(const char *path, mode_t mode) {
    return mkdirat(AT_FDCWD, path, mode);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    int result = syscall(SYS_clock_gettime, clock, now);
    if (result == 0 && clock == CLOCK_REALTIME) now->tv_sec += later;
    return result;
}

/* What nobody uses today. A test that finds one recorded has to be taught it. */
static void unknown(const char *name, const char *path) {
    enter(UNKNOWN, path, NULL);
    record(UNKNOWN, path, name, 0, 0, NULL, 0, 0);
    leave(UNKNOWN, path);
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    char path[PATH_MAX];
    if (resolve(to_folder, to, path)) unknown("link", path);
    return syscall(SYS_linkat, from_folder, from, to_folder, to, flags);
}

int link(const char *from, const char *to) {
    return linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
}

ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) {
    char path[PATH_MAX];
    if (path_of(to, path)) unknown("sendfile", path);
    return syscall(SYS_sendfile, to, from, offset, length);
}

ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *place, size_t length, unsigned flags) {
    char path[PATH_MAX];
    if (path_of(to, path)) unknown("copy_file_range", path);
    return syscall(SYS_copy_file_range, from, at, to, place, length, flags);
}

int posix_fallocate64(int file, off64_t offset, off64_t length) {
    char path[PATH_MAX];
    if (path_of(file, path)) unknown("fallocate", path);
    return syscall(SYS_fallocate, file, 0, offset, length) < 0 ? errno : 0;
}

void *mmap64(void *address, size_t length, int protection, int flags, int file, off64_t offset) {
    char path[PATH_MAX];
    if (file >= 0 && (protection & PROT_WRITE) && (flags & MAP_SHARED) && path_of(file, path)) {
        size_t end = strlen(path);
        if (end < 4 || strcmp(path + end - 4, "-shm") != 0) unknown("mmap", path);
    }
    return (void *) syscall(SYS_mmap, address, length, protection, flags, file, offset);
}
