echo 'One.' | pith sentences --lang en -o /dev/full
