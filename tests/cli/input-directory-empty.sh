mkdir in
pith sentences --lang en in
