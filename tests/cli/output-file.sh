echo 'One.' >a.txt
pith sentences --lang en a.txt -o out.txt
cat out.txt
ls -a | grep -c pith-
pith sentences --lang en a.txt --output new/folder/out.txt
cat new/folder/out.txt
