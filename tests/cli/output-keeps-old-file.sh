# an output appears all at once, or not at all
echo 'old' >out.txt
pith sentences --lang en nowhere.txt -o out.txt
echo $?
cat out.txt
