pith -x
