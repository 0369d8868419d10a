#!/usr/bin/env python3
"""How fast pith is, how much memory it takes, and how both grow.

    python3 tests/bench/run.py BUILD [ARTICLES.jsonl...] [--runs 5] [--mb 20]

BUILD is a build directory; ARTICLES are JSON lines with a "text", in English; without any, tests/article.txt has to do,
again and again, which flatters. Absolute times say little: each row runs pith and a yardstick over the same bytes in
turn, one pair after the other, and gives the median of the pairs' ratios; over the corpus of processor time, which other
work on the machine disturbs less, else of the clock's. The yardsticks: `wc -w` in a UTF-8 locale,
and Debian's summarizer `ots`, where that is installed. The splitter's own row needs BUILD's target bench_sentences.
A benchmark: nothing passes or fails here. Standard library only.
"""
import argparse, json, os, shutil, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
LONG = (2000, 16000, 128000)  # sentences, about
APIECE = 200                  # articles that have a process each
UTF8 = dict(os.environ, LC_ALL='C.UTF-8')


def articles(paths):
    """The texts, read anew each time: what this process holds would be counted as its children's memory."""
    for path in paths:
        with open(path, encoding='utf-8') as lines:
            for line in lines:
                yield json.loads(line)['text']
    if not paths:
        with open(os.path.join(HERE, '..', 'article.txt'), encoding='utf-8') as file:
            yield file.read()


def endless(paths):
    while True:
        yield from articles(paths)


def write_records(path, paths, size):
    written = count = 0
    with open(path, 'w', encoding='utf-8') as out:
        for text in endless(paths):
            written += out.write(json.dumps({'id': count, 'text': text, 'lang': 'en'}, ensure_ascii=False) + '\n')
            count += 1
            if written >= size:
                return count


def write_long(path, paths, sentences):
    count = 0
    with open(path, 'w', encoding='utf-8') as out:
        for text in endless(paths):
            out.write(text + '\n\n')
            count += max(1, text.count('. ') + text.count('.\n'))
            if count >= sentences:
                return count


def write_apiece(folder, paths):
    names = []
    for text, number in zip(endless(paths), range(APIECE)):
        names.append(os.path.join(folder, f'{number}.txt'))
        with open(names[-1], 'w', encoding='utf-8') as out:
            out.write(text)
    return names


def run(command, path, processor=False):
    """Seconds, of the processor or the clock, and peak bytes of one process that reads the file."""
    with open(path, 'rb') as source, open(os.devnull, 'wb') as sink:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=source, stdout=sink, env=UTF8)
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
    if status:
        sys.exit(f'{" ".join(command)}: failed')
    return used.ru_utime + used.ru_stime if processor else seconds, used.ru_maxrss * 1024


def run_apiece(command, names):
    return sum(run(command, name)[0] for name in names), 0


def pairs(runs, ours, theirs):
    """Medians: seconds of ours, our peak, and the ratio to theirs. The first pair warms up."""
    made = [(ours(), theirs()) for _ in range(runs + 1)][1:]
    median = lambda values: statistics.median(list(values))
    return median(a[0] for a, _ in made), median(a[1] for a, _ in made), median(a[0] / b[0] for a, b in made)


def show(row, text):
    print(f'{row:<9}{text}', flush=True)


def bench_records(pith, folder, paths, o):
    once, eight = f'{folder}/once', f'{folder}/eight'
    count, size = write_records(once, paths, o.mb * 1e6), os.path.getsize
    write_records(eight, paths, 8 * o.mb * 1e6)
    digest = [pith, '--jsonl', '--from', 'jsonl']
    seconds, peak, ratio = pairs(o.runs, lambda: run(digest + ['-j1'], once, True), lambda: run(['wc', '-w'], once, True))
    mb = size(once) / 1e6
    show('corpus', f'{count} records, {mb:.1f} MB: {mb / seconds:.1f} MB/s, {count / seconds:.0f} articles/s, '
                   f'{ratio:.1f} x wc -w')
    _, _, ratio = pairs(o.runs, lambda: run(digest + ['-j1'], once), lambda: run(digest + ['-j2'], once))
    show('jobs', f'-j2 is {ratio:.2f} x as fast as -j1')
    show('steady', f'peak {peak / 1e6:.0f} MB, over 8 x the records {run(digest + ["-j1"], eight)[1] / 1e6:.0f} MB')


def bench_start(pith, names, o):
    name = min(names, key=lambda name: abs(os.path.getsize(name) - 3000))
    seconds, _, ratio = pairs(8 * o.runs, lambda: run([pith], name), lambda: run(['wc', '-w'], name))
    show('start', f'one article of {os.path.getsize(name)} bytes: {1e3 * seconds:.1f} ms, {ratio:.1f} x wc -w')


def bench_peer(pith, folder, names, o):
    if not shutil.which('ots'):
        show('peer', 'ots is not installed')
        return
    ours, theirs = [pith, 'summary', '--lang', 'en'], ['ots', '--ratio', '15']
    _, _, ratio = pairs(o.runs, lambda: run_apiece(ours, names), lambda: run_apiece(theirs, names))
    show('peer', f'{len(names)} summaries, a process each: {ratio:.2f} x ots')
    path = f'{folder}/long{LONG[0]}'
    _, _, ratio = pairs(1, lambda: run(ours, path), lambda: run(theirs, path))
    show('', f'summary of about {LONG[0]} sentences: {ratio:.3f} x ots')


def bench_long(pith, folder, paths, o):
    smallest = None
    for wanted in LONG:
        path = f'{folder}/long{wanted}'
        count, size = write_long(path, paths, wanted), os.path.getsize(path)
        made = [run([pith, '--lang', 'en', '--json'], path) for _ in range(o.runs)]
        each = statistics.median(seconds for seconds, _ in made) / count
        smallest = smallest or each
        show('long', f'about {count} sentences, {size / 1e6:.1f} MB: {1e6 * each:.1f} us a sentence, '
                     f'{each / smallest:.2f} x the smallest; peak {made[0][1] / 1e6:.0f} MB, '
                     f'{made[0][1] / size:.1f} bytes a byte')


def bench_splitter(build, folder):
    program = os.path.join(build, 'tests', 'bench_sentences')
    if not os.path.exists(program):
        show('splitter', f'cmake --build {build} --target bench_sentences makes what it needs')
        return
    found = subprocess.run([program, 'en', f'{folder}/long{LONG[1]}'], check=True, capture_output=True, text=True)
    for line in found.stdout.splitlines():
        show('splitter', line)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('build')
    p.add_argument('articles', nargs='*')
    p.add_argument('--runs', type=int, default=5)
    p.add_argument('--mb', type=float, default=20)
    o = p.parse_args()
    pith = os.path.join(o.build, 'cmd', 'pith')
    with tempfile.TemporaryDirectory() as folder:
        names = write_apiece(folder, o.articles)
        bench_records(pith, folder, o.articles, o)
        bench_start(pith, names, o)
        bench_long(pith, folder, o.articles, o)
        bench_peer(pith, folder, names, o)
        bench_splitter(o.build, folder)


if __name__ == '__main__':
    main()
