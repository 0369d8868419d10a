# a hundred thousand open elements, an endless comment, a million entities: quick, and text
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<div><b>"; print "Deep text." }' >deep.html
awk 'BEGIN { printf "<p>Before.</p><!--"; for (i = 0; i < 1000000; i++) printf "x-"; print "" }' >comment.html
awk 'BEGIN { printf "<p>"; for (i = 0; i < 300000; i++) printf "&lt;&amp;"; print " End." }' >entities.html
timeout 20 pith sentences --lang en deep.html
timeout 20 pith sentences --lang en comment.html
timeout 20 pith sentences --lang en entities.html | wc -c | tr -d ' '
