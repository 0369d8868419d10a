# a value may stand apart, behind = or behind its letter; letters may stand together; -- ends the options
text='One fox. Two foxes. Three foxes. Four foxes.'
for n in '-n 1' -n1 --sentences=1 '--sentences 1' -qn1; do echo "$text" | pith summary --lang en --method lead $n; done
echo 'A dash.' >-n
pith sentences --lang en -- -n
