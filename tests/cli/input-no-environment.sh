echo 'No environment.' >a.txt
env -i "$PITH" sentences --lang en a.txt
