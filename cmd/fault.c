#include "fault.h"

const fault fault_json = {"json", "this is no JSON object; write one object a record"};
const fault fault_encoding = {"encoding", "this is not UTF-8; name what it is with --encoding"};
const fault fault_text = {"text", "there is no string \"text\"; name the text so, or give its "
                                  "name with --text-field"};
const fault fault_field = {"field", "title and language have to be strings or null"};
const fault fault_size = {"size", "it is larger than --max-record allows"};
const fault fault_memory = {"memory", "memory ran out; give the process more, or split the text"};
