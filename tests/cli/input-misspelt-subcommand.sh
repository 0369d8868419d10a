pith sentence a.txt
