echo 'A file called summary.' >summary
pith sentences --lang en summary
pith sentences --lang en ./summary
