# lists: of lines, of NULs, from standard input; with directories in them; the paths are mirrored
mkdir -p in/sub
for name in in/a.txt in/sub/b.txt in/sub/c.md; do echo "This is $name." >$name; done
printf 'in/sub/c.md\n\nin/a.txt\n' >list
pith sentences --lang en --files list
find in -type f -print0 | sort -z | pith sentences --lang en --files - -0 -o out
pith sentences --lang en --files list -o out2 in/sub/b.txt
find out out2 -type f | LC_ALL=C sort
printf 'in/../in/a.txt\nnowhere\nin/a.txt\n' | pith sentences --lang en --files - -o out3
echo $?
ls -R out3
