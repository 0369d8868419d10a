cat >a.jsonl <<'END'
{"text":"\"We will win,\" said Ann Berg, the mayor of Tilden. \"Never,\" Bo Lund replied."}
{"text":"\"It is done,\" Ann Berg told reporters. \"Good,\" she said."}
END
pith speakers --lang en --format csv a.jsonl
pith speakers --lang en --json a.jsonl | jq -c .
pith speakers --lang en --jsonl a.jsonl | jq -c '[.name, .quotes, .documents]'
pith speakers --lang en --format csv -o table.csv a.jsonl && wc -l <table.csv | tr -d ' '
pith speakers --format markdown a.jsonl
pith speakers --resume -o x a.jsonl
pith quotes --format csv a.jsonl
