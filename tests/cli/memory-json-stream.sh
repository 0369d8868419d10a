# an array of a hundred thousand records is never held in memory: it goes through 40 MB of address space, like any number of lines
awk 'BEGIN { print "["; for (i = 0; i < 100000; i++) printf "%s{\"id\":%d,\n\"text\":\"One here. Two here. Three here and there, with some more words to fill the line.\"}\n", i ? "," : "", i; print "]" }' >a.json
ulimit -v 60000
pith sentences -j1 --lang en --jsonl a.json | tail -n 1 | cut -d , -f 1
