pith --zzz
