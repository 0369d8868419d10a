# the output's own directory is no input
mkdir in
echo 'One.' >in/a.txt
pith sentences --lang en in -o in/out --json
pith sentences --lang en in -o in/out --json
find in -type f | LC_ALL=C sort
