printf 'The river Lenn rose on Sunday and flooded forty houses in Harwick. The harbour was closed until Tuesday.\n' >a.txt
printf 'Forty houses in Harwick were flooded on Sunday when the river Lenn rose. Volunteers carried sandbags at night.\n' >b.txt
pith summary --lang en --merge a.txt b.txt
echo "--- records"
jq -Rc '{id: input_filename, text: .}' a.txt b.txt | pith summary --lang en --merge --from jsonl --format markdown
echo "--- JSON"
pith summary --lang en --merge --json a.txt b.txt | jq -c '.summary.sentences[] | [.index, .rank, .source, .source_start, .source_end]'
echo "--- keywords"
pith keywords --lang en --merge -k 3 a.txt b.txt
echo "--- HTML"
pith summary --lang en -n 1 --merge --format html a.txt b.txt | grep '<li>'
echo "--- what cannot be"
pith summary --merge --resume -o out/ a.txt
pith quotes --merge a.txt
pith summary --merge a.txt missing.txt -n 1
