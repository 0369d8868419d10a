echo 'One.' >a.txt
pith sentences --lang en a.txt >&-
