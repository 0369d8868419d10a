#include "late.h"

#include <dlfcn.h>
#include <stddef.h>

bool late_load(const char *library, const char *const *names, void **functions)
{
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL); /* stays: threads may be using it */
    for (size_t i = 0; handle && names[i]; i++) {
        functions[i] = dlsym(handle, names[i]);
        if (!functions[i])
            return false;
    }
    return handle != NULL;
}
