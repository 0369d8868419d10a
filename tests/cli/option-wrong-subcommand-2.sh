pith digest --count 3 a.txt
