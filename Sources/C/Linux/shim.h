// What Swift's Glibc module does not carry: epoll, eventfd, and functions that hide behind _GNU_SOURCE.
//
// Only headers that define no type of the Glibc module may stand here: a type seen through two modules
// (<sys/epoll.h> brings struct timespec) can no longer be used from Swift. epoll is declared from its ABI.
#ifndef LATCHKEY_CLINUX_H
#define LATCHKEY_CLINUX_H

#include <stdint.h>
#include <sys/eventfd.h>

extern int accept4(int fd, void *address, unsigned *length, int flags);
extern int pthread_setname_np(unsigned long thread, const char *name);

// How many processors this process may run on: fewer than the machine has under taskset or a container's
// cpuset. At least 1.
extern int sched_getaffinity(int process, unsigned long size, void *set);
static inline int latchkey_available_processors(void) {
    unsigned long set[128] = {0};
    int count = 0;
    if (sched_getaffinity(0, sizeof set, set) < 0) return 1;
    for (unsigned index = 0; index < sizeof set / sizeof *set; index++) count += __builtin_popcountl(set[index]);
    return count > 0 ? count : 1;
}

struct latchkey_epoll_event {
    uint32_t events;
    uint64_t data;
}
#ifdef __x86_64__
__attribute__((packed))
#endif
;

extern int epoll_create1(int flags);
extern int epoll_ctl(int epoll, int operation, int fd, struct latchkey_epoll_event *event);
extern int epoll_wait(int epoll, struct latchkey_epoll_event *events, int capacity, int milliseconds);

// Fields of a packed struct may stand on odd addresses: they are read and set here.
static inline int latchkey_epoll_ctl(int epoll, int operation, int fd, uint32_t events, uint64_t data) {
    struct latchkey_epoll_event event = {.events = events, .data = data};
    return epoll_ctl(epoll, operation, fd, &event);
}
static inline uint32_t latchkey_epoll_events(const struct latchkey_epoll_event *event) { return event->events; }
static inline uint64_t latchkey_epoll_data(const struct latchkey_epoll_event *event) { return event->data; }

static const int latchkey_EPOLL_CLOEXEC = 02000000;
static const int latchkey_EPOLL_CTL_ADD = 1;
static const int latchkey_EPOLL_CTL_DEL = 2;
static const int latchkey_EPOLL_CTL_MOD = 3;
static const uint32_t latchkey_EPOLLIN = 0x001;
static const uint32_t latchkey_EPOLLOUT = 0x004;
static const uint32_t latchkey_EPOLLERR = 0x008;
static const uint32_t latchkey_EPOLLHUP = 0x010;
static const uint32_t latchkey_EPOLLRDHUP = 0x2000;
static const uint32_t latchkey_EPOLLET = 1u << 31;
static const int latchkey_EFD_FLAGS = EFD_NONBLOCK | EFD_CLOEXEC;

#endif
