echo 'One.' >a.txt
pith sentences --lang en a.txt -o a.txt/b.txt
