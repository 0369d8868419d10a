pith quotes -n 3 a.txt
