cat >a.txt <<'END'
1. The mayor, Ann Berg, opened *the* wall <b>today</b> & [said](x) nothing_at_all.

"We kept our word," Berg said. Nobody said "it is `done`" on Monday.
END
pith --lang en --format markdown --title 'A # title' a.txt
pith keywords -k 2 --lang en --format markdown a.txt
pith sentences --lang en --format markdown a.txt
pith quotes --lang en --format markdown a.txt a.txt | head -n 3
