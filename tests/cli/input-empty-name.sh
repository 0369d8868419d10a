pith sentences --lang en ''
