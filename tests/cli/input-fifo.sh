# a pipe that is named is read, as in pith <(command)
mkfifo pipe
echo 'Through a pipe.' >pipe &
pith sentences --lang en pipe
wait
