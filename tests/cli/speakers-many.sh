# more names than are kept: nobody is counted too often, and nobody more than `missed` too rarely
awk 'BEGIN {
    letters = "abcdefghijklmnopqrstuvwxyz"
    for (i = 0; i < 160000; i++) {
        n = i % 4 ? i : (i / 4) % 50 # a quarter of the quotes are of fifty people
        name = "Ann B"
        for (k = 0; k < 5; k++) { name = name substr(letters, n % 26 + 1, 1); n = int(n / 26) }
        count[name]++
        printf "{\"text\":\"\\\"We will win it,\\\" said %s on Monday.\"}\n", name >"a.jsonl"
    }
    for (name in count) print name "\t" count[name] >"exact"
}'
pith speakers --lang en --jsonl a.jsonl >table 2>errors
sed 's/[0-9][0-9]*/N/' errors
jq -r '[.name, .quotes, .missed] | @tsv' table >seen
awk -F '\t' 'FILENAME == "exact" { exact[$1] = $2; next }
    { if ($2 > exact[$1]) over++; if ($2 + $3 < exact[$1]) under++; if ($2 > 700) often++ }
    END { print over + 0, under + 0, often, FNR <= 100000 }' exact seen
