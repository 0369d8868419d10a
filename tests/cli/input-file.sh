printf 'From a file.\n' >a.txt
pith sentences --lang en a.txt
