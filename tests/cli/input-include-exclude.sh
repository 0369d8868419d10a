mkdir -p in/sub/deep in/skip
for name in a.txt b.html sub/c.txt sub/deep/d.txt skip/e.txt; do echo "$name" >in/$name; done
pith sentences --lang en --include '*.txt' --exclude skip in | grep '==>'
echo
pith sentences --lang en --include 'sub/*' --exclude '*/deep/*' in | grep '==>'
echo
# a file that is named is taken
pith sentences --lang en --include '*.html' in/a.txt
