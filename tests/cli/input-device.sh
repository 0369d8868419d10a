pith sentences --lang en /dev/null
