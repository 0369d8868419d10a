mkdir in
for i in 1 2 3 4; do echo "Text $i." >in/$i.txt; done
pith sentences --lang en in -o out --resume
rm out/2.txt
echo 'half' >out/.3.txt.pith-tmp
echo 'kept as it is' >out/4.txt
rm out/3.txt
pith sentences --lang en in -o out --resume --stats=json 2>&1 | jq -c '[.documents, .left_out]'
cat out/*
# an input that changed later is done again
touch -d '2 seconds' in/1.txt
pith sentences --lang en in -o out --resume --stats=json 2>&1 | jq -c '[.documents, .left_out]'
# without --resume all is done again
touch in/1.txt
pith sentences --lang en in -o out --stats=json 2>&1 | jq -c '[.documents, .left_out]'
ls -A out
