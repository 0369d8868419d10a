pith sentences --lang en <&-
