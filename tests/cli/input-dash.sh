printf 'From a pipe.\n' | pith sentences --lang en -
