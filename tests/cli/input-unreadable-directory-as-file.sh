mkdir -p in/a.txt
echo 'Inside.' >in/a.txt/b.txt
pith sentences --lang en in/a.txt
