echo 'One.' >a.txt
pith sentences --lang en a.txt --resume -o out.txt
echo $?
pith sentences --lang en a.txt --resume -o out/ && ls out
pith sentences --lang en a.txt --resume
