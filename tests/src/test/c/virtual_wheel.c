/*
 * A steering wheel that is not there: preloaded into a process (LD_PRELOAD), it answers for one Linux input device, so that the
 * unmodified native part of JInput can be tested on a machine without any.
 *
 *   cc -O1 -Wall -fPIC -shared -o libvirtual_wheel.so virtual_wheel.c -ldl -lpthread
 *
 * The wheel has one axis (X, 0 to 65535, centre 32768), a pedal (Z, 0 to 255) and four buttons. What it does is read, line by line,
 * from the file or pipe that VIRTUAL_WHEEL_SCRIPT names, once the device was opened:
 *
 *   wait MILLISECONDS      axis CODE VALUE      button NUMBER 0|1      unplug      plug
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/input.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#define FOLDER "/dev/input"
#define DEVICE "/dev/input/event7"
#define NAME "Virtual Wheel"
#define BUTTONS 4
#define MOST_READERS 16

static struct { int read_end, write_end; } readers[MOST_READERS];
static int reader_count;
static volatile int plugged = 1;
static int wheel = 32768, pedal = 255, button[BUTTONS];
static pthread_once_t script_once = PTHREAD_ONCE_INIT;

/* The function of this name that the process would have called without us. */
static void *original(const char *name) { return dlsym(RTLD_NEXT, name); }

static int is_wheel(int fd) {
    for (int i = 0; i < reader_count; i++)
        if (readers[i].read_end == fd) return 1;
    return 0;
}

/* ---- what the wheel does ---- */

static void send_to_all(int type, int code, int value) {
    struct timeval now;
    gettimeofday(&now, NULL);
    struct input_event event = {.type = type, .code = code, .value = value};
    event.input_event_sec = now.tv_sec;
    event.input_event_usec = now.tv_usec;
    ssize_t (*real_write)(int, const void *, size_t) = original("write");
    for (int i = 0; i < reader_count; i++)
        if (real_write(readers[i].write_end, &event, sizeof event) < 0 && errno != EAGAIN) perror("virtual wheel");
}

static void change(int type, int code, int value) {
    send_to_all(type, code, value);
    send_to_all(EV_SYN, SYN_REPORT, 0);
}

static void obey(const char *line) {
    int number, value;
    if (sscanf(line, "wait %d", &number) == 1) {
        usleep(number * 1000);
    } else if (sscanf(line, "axis %d %d", &number, &value) == 2) {
        *(number == ABS_X ? &wheel : &pedal) = value;
        change(EV_ABS, number, value);
    } else if (sscanf(line, "button %d %d", &number, &value) == 2 && number < BUTTONS) {
        button[number] = value;
        change(EV_KEY, BTN_TRIGGER + number, value);
    } else if (!strncmp(line, "unplug", 6)) {
        plugged = 0;
    } else if (!strncmp(line, "plug", 4)) {
        reader_count = 0;
        plugged = 1;
    }
}

static void *play_script(void *path) {
    FILE *script = fopen(path, "r");
    char line[128];
    while (script && fgets(line, sizeof line, script)) obey(line);
    if (script) fclose(script);
    return NULL;
}

static void start_script(void) {
    char *path = getenv("VIRTUAL_WHEEL_SCRIPT");
    pthread_t thread;
    if (path && !pthread_create(&thread, NULL, play_script, path)) pthread_detach(thread);
}

/* ---- what the process asks of it ---- */

static int open_wheel(void) {
    int ends[2];
    if (!plugged || reader_count == MOST_READERS) { errno = ENODEV; return -1; }
    if (pipe2(ends, O_NONBLOCK | O_CLOEXEC)) return -1;
    readers[reader_count].read_end = ends[0];
    readers[reader_count].write_end = ends[1];
    reader_count++;
    pthread_once(&script_once, start_script);
    return ends[0];
}

static int open_by(const char *function, const char *path, int flags, mode_t mode) {
    if (!strcmp(path, DEVICE)) return open_wheel();
    int (*real)(const char *, int, ...) = original(function);
    return real(path, flags, mode);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = va_arg(rest, int);
    va_end(rest);
    return open_by("open", path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = va_arg(rest, int);
    va_end(rest);
    return open_by("open64", path, flags, mode);
}

/* What a program built with _FORTIFY_SOURCE calls for an open without a mode. */
int __open_2(const char *path, int flags) { return open_by("open", path, flags, 0); }
int __open64_2(const char *path, int flags) { return open_by("open64", path, flags, 0); }

/* The folder of devices is shown as a folder of our own that holds one file of the device's name. */
DIR *opendir(const char *path) {
    DIR *(*real)(const char *) = original("opendir");
    if (strcmp(path, FOLDER)) return real(path);
    char folder[] = "/tmp/virtual-wheel-XXXXXX", file[64];
    if (!mkdtemp(folder)) return NULL;
    snprintf(file, sizeof file, "%s/event7", folder);
    int fd = creat(file, 0600);
    if (fd >= 0) close(fd);
    DIR *listing = real(folder);
    return listing;
}

ssize_t read(int fd, void *buffer, size_t size) {
    ssize_t (*real)(int, void *, size_t) = original("read");
    if (is_wheel(fd) && !plugged) { errno = ENODEV; return -1; }
    return real(fd, buffer, size);
}

static void set_bit(unsigned char *bits, int size, int bit) {
    if (bit / 8 < size) bits[bit / 8] |= 1 << (bit % 8);
}

/* Which kinds of events there are, which axes, which buttons. */
static int tell_bits(int type, unsigned char *bits, int size) {
    memset(bits, 0, size);
    if (type == 0) {
        set_bit(bits, size, EV_SYN);
        set_bit(bits, size, EV_KEY);
        set_bit(bits, size, EV_ABS);
    } else if (type == EV_KEY) {
        for (int i = 0; i < BUTTONS; i++) set_bit(bits, size, BTN_TRIGGER + i);
    } else if (type == EV_ABS) {
        set_bit(bits, size, ABS_X);
        set_bit(bits, size, ABS_Z);
    }
    return size;
}

static int tell_pressed(unsigned char *bits, int size) {
    memset(bits, 0, size);
    for (int i = 0; i < BUTTONS; i++)
        if (button[i]) set_bit(bits, size, BTN_TRIGGER + i);
    return size;
}

static int tell_axis(int axis, struct input_absinfo *info) {
    memset(info, 0, sizeof *info);
    info->value = axis == ABS_X ? wheel : pedal;
    info->maximum = axis == ABS_X ? 65535 : 255;
    return 0;
}

static int answer(unsigned long request, void *out) {
    int number = _IOC_NR(request), size = _IOC_SIZE(request);
    if (!plugged) { errno = ENODEV; return -1; }
    if (request == EVIOCGVERSION) { *(int *) out = EV_VERSION; return 0; }
    if (request == EVIOCGID) { *(struct input_id *) out = (struct input_id) {BUS_USB, 1, 1, 1}; return 0; }
    if (request == EVIOCGEFFECTS) { *(int *) out = 0; return 0; }
    if (number == _IOC_NR(EVIOCGNAME(0))) { snprintf(out, size, NAME); return sizeof NAME; }
    if (number == _IOC_NR(EVIOCGKEY(0))) return tell_pressed(out, size);
    if (number >= 0x20 && number < 0x40) return tell_bits(number - 0x20, out, size);
    if (number >= 0x40 && number < 0x80) return tell_axis(number - 0x40, out);
    errno = EINVAL;
    return -1;
}

int ioctl(int fd, unsigned long request, ...) {
    va_list rest;
    va_start(rest, request);
    void *out = va_arg(rest, void *);
    va_end(rest);
    if (is_wheel(fd)) return answer(request, out);
    int (*real)(int, unsigned long, ...) = original("ioctl");
    return real(fd, request, out);
}
