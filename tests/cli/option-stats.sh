printf '{"text":"One. \\"Two,\\" Ann Berg said."}\nbad\n{"text":"Three."}\n' >a.jsonl
pith --lang en --stats=json a.jsonl nowhere.txt 2>&1 >/dev/null | grep '^{' | jq -c 'del(.seconds, .cpu_seconds, .documents_a_second, .megabytes_a_second, .jobs, .peak_memory_bytes)'
pith --lang en --stats=json a.jsonl 2>&1 >/dev/null | grep '^{' | jq -c '[.seconds, .cpu_seconds, .documents_a_second, .megabytes_a_second, .jobs, .peak_memory_bytes] | map(. >= 0)'
pith --lang en --stats a.jsonl 2>&1 >/dev/null | cut -c 1-16
pith --stats=xml a.jsonl
