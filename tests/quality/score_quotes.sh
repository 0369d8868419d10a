#!/bin/sh
# score_quotes.sh SCORE_QUOTES: the figures of a small set are the ones counted by hand.
#
# The set has seven pieces: three direct and one indirect in the first text, an interrupted one (two pieces) and another
# in the second. pith finds eight: five are the same, "that the repairs …" shares more than 0.8 with "the repairs …",
# "You might have asked me first" less with "You might have asked me", and the plan called a gift is not in the set. Of
# the six, one has another speaker in the set than in the text. Confidences come from fitted weights and are left out.
set -eu
here=$(dirname "$0")
"$1" --errors 1 "$here/score_quotes.jsonl" >score_quotes.out
sed -e '/^[01]\.[0-9] to/d' -e 's/ 0\.[0-9]*: found/: found/' score_quotes.out | diff "$here/score_quotes.stdout" -
if "$1" --reliability absent "$here/score_quotes.jsonl" >/dev/null 2>score_quotes.out; then exit 1; fi
grep -q '^absent: none of the sets' score_quotes.out
rm score_quotes.out
