// What Swift's Glibc overlay does not carry: epoll, eventfd, accept4.
#ifndef LATCHKEY_CLINUX_H
#define LATCHKEY_CLINUX_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

// accept4 and pthread_setname_np are GNU extensions that the importer hides unless
// _GNU_SOURCE was set before the first header of the whole module graph.
extern int accept4(int fd, struct sockaddr *address, socklen_t *length, int flags);
extern int pthread_setname_np(pthread_t thread, const char *name);

// struct epoll_event is packed, and its data is a union: both are set and read here.
static inline int latchkey_epoll_ctl(int epoll, int operation, int fd, uint32_t events, uint64_t data) {
    struct epoll_event event = {.events = events, .data = {.u64 = data}};
    return epoll_ctl(epoll, operation, fd, &event);
}

static inline uint32_t latchkey_epoll_events(const struct epoll_event *event) { return event->events; }
static inline uint64_t latchkey_epoll_data(const struct epoll_event *event) { return event->data.u64; }

// Enumeration constants with casts or high bits, which Swift would import as Int32 or not at all.
static const uint32_t latchkey_EPOLLIN = EPOLLIN;
static const uint32_t latchkey_EPOLLOUT = EPOLLOUT;
static const uint32_t latchkey_EPOLLERR = EPOLLERR;
static const uint32_t latchkey_EPOLLHUP = EPOLLHUP;
static const uint32_t latchkey_EPOLLRDHUP = EPOLLRDHUP;
static const uint32_t latchkey_EPOLLET = EPOLLET;

#endif
