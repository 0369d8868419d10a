echo 'One.' >a.txt
pith sentences --lang en a.txt nowhere.txt -o out
echo $?
ls out
