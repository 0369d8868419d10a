cat >a.jsonl <<'END'
{"text":"\"We will win,\" said Ann Berg, the mayor of Tilden. \"Never,\" Bo Lund replied."}
{"text":"\"It is done,\" Ann Berg told reporters. \"Good,\" she said."}
bad
{"text":"Nobody spoke."}
{"text":"\"Who knows?\""}
END
pith speakers --lang en a.jsonl
echo $?
pith speakers --lang en -k 1 a.jsonl 2>/dev/null
