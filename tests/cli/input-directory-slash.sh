mkdir in
echo 'Only one.' >in/a.txt
pith sentences --lang en in/
