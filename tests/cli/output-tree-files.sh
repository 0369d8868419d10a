echo 'One.' >a.txt
echo 'Two.' >b.txt
pith sentences --lang en a.txt b.txt -o out
ls out
mkdir there
pith sentences --lang en a.txt -o there
ls there
echo 'Three.' | pith sentences --lang en -o there
cat there/stdin.txt
