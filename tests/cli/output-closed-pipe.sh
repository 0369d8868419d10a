# a reader that has seen enough is no news
awk 'BEGIN { for (i = 0; i < 200000; i++) print "Ten bytes.\n" }' >a.txt
(pith sentences --lang en a.txt; echo $? >code) | head -n 1
cat code
