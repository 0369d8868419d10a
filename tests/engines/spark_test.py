"""pith under a real Spark: spark_test.py PITH RECORDS EXPECTED. RECORDS are JSON lines, good and bad; EXPECTED is what one
pith makes of them. Two executors, each a process of its own (local-cluster)."""
import json
import os
import signal
import sys
import threading
import time

from pyspark.sql import SparkSession

from pith_spark import digest_lines, digest_rows

passed = failed = 0


def check(what, good):
    global passed, failed
    passed += bool(good)
    failed += not good
    print(('passed: ' if good else 'FAILED: ') + what, flush=True)


def children():
    """Process numbers by their parent's."""
    by_parent = {}
    for entry in os.listdir('/proc'):
        if entry.isdigit():
            try:
                with open(f'/proc/{entry}/stat') as f:
                    parent = int(f.read().rsplit(')', 1)[1].split()[1])
            except OSError:
                continue
            by_parent.setdefault(parent, []).append(int(entry))
    return by_parent


def executors():
    """Our own descendants that are executors of Spark."""
    by_parent, found, open_ = children(), [], [os.getpid()]
    while open_:
        for child in by_parent.get(open_.pop(), []):
            open_.append(child)
            try:
                with open(f'/proc/{child}/cmdline', 'rb') as f:
                    line = f.read()
            except OSError:
                continue
            if b'CoarseGrainedExecutorBackend' in line and b'java' in line.split(b'\0')[0]:
                found.append(child)
    return found


def kill_one(context, done):
    """Waits until a stage is half done, and kills an executor."""
    tracker = context.statusTracker()
    while not done.is_set():
        for stage in tracker.getActiveStageIds():
            info = tracker.getStageInfo(stage)
            if info and info.numCompletedTasks >= 2 and info.numActiveTasks >= 1:
                victim = executors()[0]
                os.kill(victim, signal.SIGKILL)
                done.stage = stage
                return
        time.sleep(0.02)


def collect_with_a_kill(context, answers):
    done = threading.Event()
    done.stage = None
    killer = threading.Thread(target=kill_one, args=(context, done))
    killer.start()
    got = answers.collect()
    done.set()
    killer.join()
    info = done.stage is not None and context.statusTracker().getStageInfo(done.stage)
    return got, bool(info) and info.numFailedTasks > 0


def main():
    pith, records, expected_path = (os.path.abspath(path) for path in sys.argv[1:4])
    here = os.path.dirname(os.path.abspath(__file__))
    with open(expected_path, encoding='utf-8', newline='\n') as f:
        expected = f.read().split('\n')[:-1]
    with open(records, encoding='utf-8', newline='\n') as f:
        lines = f.read().split('\n')[:-1]
    spark = (SparkSession.builder.master('local-cluster[2,1,1024]').appName('pith')
             .config('spark.executor.memory', '1g').config('spark.ui.enabled', 'false')
             .config('spark.task.maxFailures', '8')
             .config('spark.python.worker.reuse', 'true').getOrCreate())
    context = spark.sparkContext
    context.setLogLevel('OFF')
    context.addPyFile(os.path.join(here, 'pith_spark.py'))

    rdd = context.parallelize(lines, 8)
    # lines are numbered by partition, so what errors say of lines has to be left out of the comparison
    got = digest_lines(rdd, pith).collect()
    check('two executors, each a process', len(executors()) == 2)
    check(f'rdd.pipe: {len(got)} answers are the bytes of one process', plain(got) == plain(expected))
    good = [line for line in expected if '"error":{' not in line[:200]]
    check('and those of good records to the last byte',
          [line for line in got if '"error":{' not in line[:200]] == good)
    check('bad records are errors, one each', len(got) - len(good) == sum('"error":{' in line[:200] for line in expected) > 0)

    empty = context.parallelize(lines[:3], 8)
    check('empty partitions', plain(digest_lines(empty, pith).collect()) == plain(expected[:3]))
    check('nothing at all', digest_lines(context.parallelize([], 2), pith).collect() == [])

    slow = context.parallelize(lines * 12, 24)
    got, failed_tasks = collect_with_a_kill(context, digest_lines(slow, pith))
    check('an executor was killed in the middle', failed_tasks)
    check(f'and all the same: {len(got)} answers are the bytes of one process', plain(got) == plain(expected * 12))

    rows = [json.loads(line) for line, answer in zip(lines, expected) if '"error":{' not in answer[:200]]
    rows = [(json.dumps(row['id']), row['text']) for row in rows]
    frame = spark.createDataFrame(rows, 'id string, text string').repartitionByRange(4, 'id')
    answers = [row.digest for row in frame.mapInArrow(digest_rows(pith), 'digest string').collect()]
    check(f'DataFrame.mapInArrow: {len(answers)} answers are those of one process',
          sorted(without_id(line) for line in answers) == sorted(without_id(line) for line in good))
    empty_frame = spark.createDataFrame([], 'id string, text string')
    check('an empty DataFrame', empty_frame.mapInArrow(digest_rows(pith), 'digest string').collect() == [])
    spark.stop()
    print(f'{passed} passed, {failed} failed')
    return failed != 0


def plain(answers):
    """Lines and bytes of errors are counted from where a partition begins."""
    return [line if '"error":{' not in line[:200] else line[:line.index('"line":')] for line in answers]


def without_id(line):
    return line[line.index(',"source"'):]


if __name__ == '__main__':
    sys.exit(main())
