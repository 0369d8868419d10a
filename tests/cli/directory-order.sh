# a directory through several threads: the same as through one
mkdir in
awk 'BEGIN { for (i = 1; i <= 300; i++) { f = sprintf("in/%03d.txt", i); for (k = 0; k <= i % 30; k++) print "Line " k " of " i ".\n" > f; close(f) } }'
for jobs in 1 2 5; do pith sentences --lang en -j $jobs in >out.$jobs; done
cmp out.1 out.2 && cmp out.1 out.5
grep -c '==>' out.1
