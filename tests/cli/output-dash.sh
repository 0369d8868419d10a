echo 'One.' | pith sentences --lang en -o -
