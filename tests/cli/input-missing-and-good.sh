echo 'Still here.' >a.txt
pith sentences --lang en nowhere.txt a.txt
