// SQLite 3. The inline functions below stand for what Swift cannot import: functions with a variable number of
// arguments, SQLITE_TRANSIENT, which is a cast of -1 to a function, and constants that hide behind _GNU_SOURCE.
#ifndef LATCHKEY_CSQLITE_H
#define LATCHKEY_CSQLITE_H

#include <sqlite3.h>

static inline int latchkey_sqlite_set(sqlite3 *connection, int option, int on) {
    return sqlite3_db_config(connection, option, on, (int *)0);
}

// Statistics of memory take a lock of the whole process at every allocation. Refused once SQLite is in use.
static inline int latchkey_sqlite_without_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static inline int latchkey_sqlite_bind_text(sqlite3_stmt *statement, int index, const char *text, int count) {
    return sqlite3_bind_text(statement, index, text, count, SQLITE_TRANSIENT);
}

static inline int latchkey_sqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
    return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}

// Locks that belong to an open file, not to the process: closing another descriptor of the file keeps them.
static const int latchkey_F_OFD_SETLK = 37;

#endif
