echo 'One.' | pith sentences --lang en -q
echo 'One.' | pith sentences --lang en --quiet
