printf 'One day it rained. Then it stopped.\n' | pith sentences --lang en
