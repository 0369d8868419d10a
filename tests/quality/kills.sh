#!/bin/sh
# Kills a run over a directory at random moments and goes on with --resume: kills.sh PITH [KILLS] (default 25). Whenever a
# run comes to its end, and at the last, the tree has to be that of an undisturbed run, byte for byte, and nothing else in it.
set -u
PITH=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
kills=${2:-25}
article=$(cd "$(dirname "$0")/.." && pwd)/article.txt
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Six hundred texts of different lengths, and records, in folders.
awk -v article="$article" 'BEGIN {
    while ((getline line < article) > 0) text = text line "\n"
    for (i = 0; i < 600; i++) {
        folder = "in/" i % 7 "/" i % 3
        if (!made[folder]++) system("mkdir -p " folder)
        file = folder "/" i ".txt"
        for (k = 0; k <= i % 5; k++) printf "Text %d, part %d.\n\n%s\n", i, k, text > file
        close(file)
    }
    for (i = 0; i < 400; i++) printf "{\"id\":%d,\"text\":\"Record %d. \\\"Yes,\\\" Ann Berg said.\"}\n", i, i > "in/records.jsonl"
}'
# Outputs that are made in the same moment as their input must not look older.
find in -exec touch -d '1 minute ago' {} +
"$PITH" -q --jsonl in -o expected || exit 1
compare() { diff -r expected out || { echo "FAILED after $killed kills"; exit 1; }; }

killed=0
runs=0
while [ $killed -lt "$kills" ]; do
    "$PITH" -q --jsonl in -o out --resume -j2 2>errors &
    # of the order of what a run takes, so that the kills fall on all parts of it
    sleep "0.0$(($(od -An -N2 -tu2 /dev/urandom) % 60 + 10))"
    kill -9 $!
    wait $!
    code=$?
    if [ $code -eq 137 ]; then
        killed=$((killed + 1))
    elif [ $code -eq 0 ]; then
        runs=$((runs + 1))
        compare
        rm -rf out
    else
        echo "FAILED: exit $code of a run that was not killed"
        cat errors
        exit 1
    fi
done 2>/dev/null
"$PITH" -q --jsonl in -o out --resume || exit 1
compare
echo "$killed kills, $((runs + 1)) runs to the end, each tree as it has to be"
