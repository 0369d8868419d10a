pith sentences --strict nowhere.txt a.txt
