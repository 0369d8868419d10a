pith -h | head -n 1
