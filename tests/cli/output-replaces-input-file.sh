echo 'One.' >a.txt
pith sentences --lang en a.txt -o a.txt
echo $?
cat a.txt
