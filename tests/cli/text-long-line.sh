# ten megabytes on a line
awk 'BEGIN { for (i = 0; i < 1000000; i++) printf "Ten bytes. "; print "" }' >a.txt
pith sentences --lang en a.txt | wc -l | tr -d ' '
