/* Stops a program at its n-th call that changes a file: loaded before libc, armed by fault_arm. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OFF, KILL, INTERRUPT, ONCE, FULL };

static long left = 0;
static int how = OFF, full = 0;

void fault_arm(long number, int kind) {
  left = number;
  full = 0;
  how = kind;
}

/* How many calls more would have been needed: negative if it was stopped. */
long fault_left(void) { return left; }

/* Whether this call is to fail; `grows` if it needs room on the disk. */
static int fails(int grows) {
  if (how == OFF) return 0;
  if (left-- == 0) {
    if (how == KILL) kill(getpid(), SIGKILL);
    if (how == INTERRUPT) raise(SIGINT);
    if (how == FULL) full = 1;
    if (how == ONCE) {
      errno = EIO;
      return 1;
    }
  }
  if (full && grows) errno = ENOSPC;
  return full && grows;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define WRAP(grows, name, declared, ...)        \
  int name declared {                           \
    return fails(grows) ? -1 : REAL(name)(__VA_ARGS__); \
  }

WRAP(0, fsync, (int fd), fd)
WRAP(0, unlink, (const char *path), path)
WRAP(0, rmdir, (const char *path), path)
WRAP(1, mkdir, (const char *path, mode_t mode), path, mode)
WRAP(0, rename, (const char *from, const char *to), from, to)
WRAP(0, chmod, (const char *path, mode_t mode), path, mode)
WRAP(1, ftruncate, (int fd, off_t size), fd, size)

int unlinkat(int fd, const char *path, int flags) {
  return fails(0) ? -1 : REAL(unlinkat)(fd, path, flags);
}

ssize_t write(int fd, const void *data, size_t size) {
  if (fd > 2 && fails(1)) return -1;
  return REAL(write)(fd, data, size);
}

#define OPEN(name)                                            \
  int name(const char *path, int flags, ...) {                \
    mode_t mode = 0;                                          \
    if (flags & O_CREAT) {                                    \
      va_list more;                                           \
      va_start(more, flags);                                  \
      mode = va_arg(more, mode_t);                            \
      va_end(more);                                           \
      if (fails(1)) return -1;                                \
    }                                                         \
    return REAL(name)(path, flags, mode);                     \
  }

OPEN(open)
OPEN(open64)
