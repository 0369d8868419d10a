pith sentences --lang en nowhere.txt
