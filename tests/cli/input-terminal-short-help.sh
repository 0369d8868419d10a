# standard input is a terminal and there is no INPUT: short help
script -qec "'$PITH' >out 2>err; echo \$? >code" /dev/null >/dev/null </dev/null
cat out code
head -n 1 err
