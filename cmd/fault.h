/* What can be wrong with a document; the man page lists the codes. */
#ifndef PITH_CMD_FAULT_H
#define PITH_CMD_FAULT_H

typedef struct fault {
    const char *code, *message;
} fault;

extern const fault fault_json, fault_encoding, fault_text, fault_field, fault_size, fault_memory;

#endif
