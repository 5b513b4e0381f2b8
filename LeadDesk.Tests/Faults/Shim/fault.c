// A disk that can be made to fail. Preloaded into the app (LD_PRELOAD), it stands between SQLite and the store's two files, the database
// and its write-ahead log: errors on writing, flushing and opening, flushes that take long, death in the middle of one, and a second copy
// of the files that holds exactly what has been flushed, which is what a power cut leaves. The tests turn its knobs through a mapped file.
#define _GNU_SOURCE
#include <dlfcn.h>
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
#include <time.h>
#include <unistd.h>

#define MOST_FDS 4096
#define FILES 2

struct knobs
{
    volatile int32_t sync_errno, sync_left, sync_delay_ms;
    volatile int32_t write_errno, write_left;
    volatile int32_t sync_first;   // a flush that reports its error was done all the same
    volatile int32_t open_errno;   // opening the database for writing
    volatile int32_t kill_in;      // the process dies at this flush from now
    volatile int64_t syncs, failed;
};

struct range { off_t from; size_t length; };

struct file
{
    pthread_mutex_t turn;
    struct range *dirty;
    size_t count, room;
    int durable;
};

static struct knobs none, *knobs = &none;
static char store[PATH_MAX];
static struct file files[FILES] = { { .turn = PTHREAD_MUTEX_INITIALIZER, .durable = -1 }, { .turn = PTHREAD_MUTEX_INITIALIZER, .durable = -1 } };
static const char *endings[FILES] = { "", "-wal" };
static volatile signed char which[MOST_FDS]; // 0 = not ours, else number of the file + 1

static int (*real_open)(const char *, int, ...);
static int (*real_close)(int);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);

__attribute__((constructor)) static void begin(void)
{
    real_open = dlsym(RTLD_NEXT, "open64");
    real_close = dlsym(RTLD_NEXT, "close");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    const char *file = getenv("FAULT_STORE"), *control = getenv("FAULT_KNOBS"), *disk = getenv("FAULT_DISK");
    if (!file || !control)
        return;
    snprintf(store, sizeof store, "%s", file);
    int fd = real_open(control, O_RDWR);
    if (fd >= 0)
    {
        void *mapped = mmap(NULL, sizeof(struct knobs), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (mapped != MAP_FAILED)
            knobs = mapped;
        real_close(fd);
    }
    for (int i = 0; disk && i < FILES; i++)
    {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%s/%s%s", disk, strrchr(store, '/') + 1, endings[i]);
        files[i].durable = real_open(path, O_RDWR | O_CREAT, 0644);
    }
}

static int number(const char *path)
{
    size_t length = strlen(store);
    if (!length || strncmp(path, store, length))
        return -1;
    for (int i = 0; i < FILES; i++)
        if (!strcmp(path + length, endings[i]))
            return i;
    return -1;
}

static int opened(const char *path, int flags, mode_t mode)
{
    int file = number(path);
    if (file == 0 && knobs->open_errno && (flags & O_ACCMODE) != O_RDONLY)
    {
        errno = knobs->open_errno;
        return -1;
    }
    int fd = real_open(path, flags, mode);
    if (fd >= 0 && fd < MOST_FDS)
        which[fd] = file + 1;
    return fd;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) \
    { \
        va_list more; \
        va_start(more, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; \
        va_end(more); \
        return opened(path, flags, mode); \
    }
OPEN(open)
OPEN(open64)

int close(int fd)
{
    if (fd >= 0 && fd < MOST_FDS)
        which[fd] = 0;
    return real_close(fd);
}

static struct file *ours(int fd)
{
    return fd >= 0 && fd < MOST_FDS && which[fd] ? &files[which[fd] - 1] : NULL;
}

static int falls(volatile int32_t *left, int32_t error)
{
    if (!error || !*left)
        return 0;
    if (*left > 0)
        __atomic_sub_fetch(left, 1, __ATOMIC_SEQ_CST);
    __atomic_add_fetch(&knobs->failed, 1, __ATOMIC_SEQ_CST);
    errno = error;
    return 1;
}

static ssize_t written(int fd, const void *bytes, size_t length, off_t at)
{
    struct file *file = ours(fd);
    if (file && falls(&knobs->write_left, knobs->write_errno))
        return -1;
    ssize_t done = real_pwrite(fd, bytes, length, at);
    if (file && file->durable >= 0 && done > 0)
    {
        pthread_mutex_lock(&file->turn);
        if (file->count == file->room)
        {
            file->room = file->room ? 2 * file->room : 1024;
            file->dirty = realloc(file->dirty, file->room * sizeof *file->dirty);
        }
        file->dirty[file->count++] = (struct range){ at, (size_t)done };
        pthread_mutex_unlock(&file->turn);
    }
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return written(fd, bytes, length, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) { return written(fd, bytes, length, at); }

static void keep(int fd, struct file *file)
{
    pthread_mutex_lock(&file->turn);
    char bytes[1 << 16];
    for (size_t i = 0; file->durable >= 0 && i < file->count; i++)
        for (size_t done = 0; done < file->dirty[i].length;)
        {
            size_t want = file->dirty[i].length - done < sizeof bytes ? file->dirty[i].length - done : sizeof bytes;
            ssize_t got = pread(fd, bytes, want, file->dirty[i].from + (off_t)done);
            if (got <= 0 || real_pwrite(file->durable, bytes, (size_t)got, file->dirty[i].from + (off_t)done) != got)
                break;
            done += (size_t)got;
        }
    file->count = 0;
    struct stat now;
    if (file->durable >= 0 && !fstat(fd, &now) && ftruncate(file->durable, now.st_size))
        perror("fault");
    pthread_mutex_unlock(&file->turn);
}

static int flushed(int fd, int (*really)(int))
{
    struct file *file = ours(fd);
    if (!file)
        return really(fd);
    if (knobs->kill_in > 0 && __atomic_sub_fetch(&knobs->kill_in, 1, __ATOMIC_SEQ_CST) == 0)
        kill(getpid(), SIGKILL);
    for (int32_t waited = 0; waited < knobs->sync_delay_ms; waited += 10)
        nanosleep(&(struct timespec){ 0, 10000000 }, NULL);
    __atomic_add_fetch(&knobs->syncs, 1, __ATOMIC_SEQ_CST);
    int falling = falls(&knobs->sync_left, knobs->sync_errno), error = errno;
    int done = falling && !knobs->sync_first ? -1 : really(fd);
    if (done == 0)
        keep(fd, file);
    errno = falling ? error : errno;
    return falling ? -1 : done;
}

int fsync(int fd) { return flushed(fd, real_fsync); }
int fdatasync(int fd) { return flushed(fd, real_fdatasync); }
