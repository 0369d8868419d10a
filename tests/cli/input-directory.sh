# recursive, in the order of the bytes of the paths; hidden names and links are passed over
mkdir -p in/sub/deep in/.git
for name in Z.txt a.txt b sub/x.md sub/deep/y.txt sub.txt .hidden .git/config; do echo "This is $name here" >in/$name; done
ln -s a.txt in/link.txt
ln -s .. in/sub/up
pith sentences --lang en in
