echo 'One.' | pith sentences --lang en >/dev/full
