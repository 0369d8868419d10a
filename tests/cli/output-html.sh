cat >a.txt <<'END'
The mayor, Ann Berg, opened the <script>alert("x")</script> wall & more.

"We kept our word," Berg said.
END
pith --lang en --format html --title '</title><b>' a.txt
pith keywords -k 2 --lang en --format html a.txt | grep '<li>'
pith sentences --lang en --format html a.txt | grep '<li>'
mkdir in
cp a.txt in
pith --format html in -o out
ls out
# every page is one document that parses, with all results inside
pith --format html a.txt a.txt | grep -c -e '^<!DOCTYPE' -e '^<article' -e '^</html>'
