pith --version | grep -c '^pith [0-9]*\.[0-9]*\.[0-9]*$'
[ "$(pith -V)" = "$(pith --version)" ]
