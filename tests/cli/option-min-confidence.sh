echo 'Anna Berg said on Monday: "The road is open again."' >a.txt
pith quotes --lang en --min-confidence 0.01 --json a.txt | jq -c '[.quotes[].speaker]'
pith quotes --lang en --min-confidence 1 a.txt | tr -d .
