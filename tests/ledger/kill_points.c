/* Kills the process at one of its calls that change a file: what tests/ledger/trials.py preloads. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <sys/types.h>
#include <unistd.h>

static int armed = 0, calls = 0, fatal = 0;

/* From now on count the calls, and end at the one of this number; 0: only count. */
void arm(int number) { armed = 1; calls = 0; fatal = number; }
int counted(void) { return calls; }

static void point(void) {
    if (armed && ++calls == fatal) kill(getpid(), SIGKILL);
}

#define WRAP(type, name, parameters, arguments) \
    type name parameters { \
        static type (*real) parameters; \
        if (!real) real = (type (*) parameters) dlsym(RTLD_NEXT, #name); \
        point(); \
        type result = real arguments; \
        point(); \
        return result; \
    }

WRAP(int, fsync, (int fd), (fd))
WRAP(int, fdatasync, (int fd), (fd))
WRAP(int, unlink, (const char *path), (path))
WRAP(int, rename, (const char *from, const char *to), (from, to))
WRAP(int, ftruncate, (int fd, off_t size), (fd, size))
WRAP(int, ftruncate64, (int fd, off64_t size), (fd, size))
WRAP(ssize_t, pwrite, (int fd, const void *data, size_t size, off_t at), (fd, data, size, at))
WRAP(ssize_t, pwrite64, (int fd, const void *data, size_t size, off64_t at), (fd, data, size, at))
