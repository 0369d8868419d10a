printf 'First.\n' >b.txt
printf 'Second.\n' >a.txt
pith sentences --lang en b.txt a.txt
