mkdir in
echo One. >in/a.txt
echo Two. >in/a.md
pith sentences --lang en in -o out
