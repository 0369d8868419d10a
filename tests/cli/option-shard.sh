mkdir in
for i in 1 2 3 4 5 6 7; do echo "Text $i." >in/$i.txt; done
for shard in 1 2 3; do
    pith sentences --lang en --shard $shard/3 -o out in
    ls out | tr '\n' ' '
done
echo
# what two shards would write to one place is seen by each
echo x >in/1.html
pith sentences --lang en --shard 1/3 -o out2 in
for bad in 0/3 4/3 3 1/0 a/b 1/; do pith --shard $bad in; done
