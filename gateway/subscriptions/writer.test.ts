import { describe, expect, it } from '@jest/globals';
import { until } from '@parterre/platform/testing/until.ts';
import { Answers } from './answers.ts';
import { defaultSubscriptionLimits as limits } from './limits.ts';
import { SlowReaders, Writer } from './writer.ts';

/** A pipe whose client reads when the test says so. */
function aPipe() {
  const pipe = {
    kept: 0,
    written: 0,
    isPaused: false,
    hasGivenUp: false,
    unread: () => pipe.kept,
    write(data: Buffer | string) {
      pipe.kept += Buffer.byteLength(data);
      pipe.written += 1;
    },
    pause() {
      pipe.isPaused = true;
    },
    resume() {
      pipe.isPaused = false;
    },
    giveUp() {
      pipe.hasGivenUp = true;
    },
  };
  return pipe;
}

function aWriter() {
  const pipe = aPipe();
  const watched: Writer[] = [];
  const writer = new Writer(pipe, limits, (each) => void watched.push(each));
  return { pipe, writer, watched };
}

const kib = (count: number) => Buffer.alloc(count * 1024);

describe('a client that reads', () => {
  it('is not looked at', () => {
    const { pipe, writer, watched } = aWriter();
    for (let message = 0; message < 100; message += 1) {
      writer.write(kib(64));
      pipe.kept = 0;
    }
    expect({ watched: watched.length, isBehind: writer.isBehind }).toEqual({ watched: 0, isBehind: false });
  });
});

describe('a client that leaves more than 64 KiB unread', () => {
  it('is behind until it has read them, and is told so once', () => {
    const { pipe, writer, watched } = aWriter();
    let drained = 0;
    writer.write(kib(65));
    expect({ watched: watched.length, isBehind: writer.isBehind }).toEqual({ watched: 1, isBehind: true });
    writer.whenDrained(() => {
      drained += 1;
    });
    expect([writer.look(0), drained]).toEqual([true, 0]);
    pipe.kept = limits.behindBytes;
    expect([writer.look(1), writer.look(2), drained]).toEqual([false, false, 1]);
  });

  it('is looked at again when what it missed fills its pipe once more', () => {
    const { pipe, writer } = aWriter();
    writer.write(kib(65));
    writer.whenDrained(() => writer.write(kib(100)));
    pipe.kept = 0;
    expect(writer.look(0)).toBe(true);
    pipe.kept = 0;
    expect(writer.look(1)).toBe(false);
  });

  it('is not called when it goes before it has read', () => {
    const { pipe, writer } = aWriter();
    writer.write(kib(65));
    writer.whenDrained(() => {
      throw new Error('it has gone');
    });
    writer.close();
    pipe.kept = 0;
    expect(writer.look(0)).toBe(false);
    writer.write('more');
    expect(pipe.written).toBe(1);
  });
});

describe('a client that leaves more than 1 MiB unread', () => {
  it('may ask for nothing more, and is closed after 10 s', () => {
    const { pipe, writer } = aWriter();
    writer.write(kib(1_025));
    expect(writer.look(0)).toBe(true);
    expect(pipe.isPaused).toBe(true);
    expect(writer.look(9_999)).toBe(true);
    expect(pipe.hasGivenUp).toBe(false);
    expect(writer.look(10_000)).toBe(false);
    expect(pipe.hasGivenUp).toBe(true);
  });

  it('has another 10 s when it has read some of it, and may ask again', () => {
    const { pipe, writer } = aWriter();
    writer.write(kib(1_025));
    writer.look(0);
    pipe.kept = limits.stuckBytes;
    writer.look(9_000);
    expect(pipe.isPaused).toBe(false);
    writer.write(kib(1));
    writer.look(11_000);
    writer.look(20_999);
    expect(pipe.hasGivenUp).toBe(false);
    writer.look(21_000);
    expect(pipe.hasGivenUp).toBe(true);
  });

  it('is closed at once beyond 16 MiB, whatever was still to come', () => {
    const { pipe, writer } = aWriter();
    for (let answer = 0; answer < 100; answer += 1) writer.write(kib(1_024));
    expect({ given: pipe.hasGivenUp, written: pipe.written }).toEqual({ given: true, written: 17 });
  });
});

describe('the answers of one socket', () => {
  it('are made as its client reads, the large ones one by one', async () => {
    const { pipe, writer } = aWriter();
    const answers = new Answers(writer);
    const made: string[] = [];
    const large = (name: string) =>
      answers.make(name, true, async () => {
        made.push(name);
        writer.write(kib(100));
      });
    const all = Promise.all(['a', 'b', 'c'].map(large));
    for (const count of [1, 2, 3]) {
      await until('an answer to be made', () => made.length === count);
      // The next one waits for its client, and only for that.
      await until('the next to wait', () => count === 3 || writer.waiting === 1);
      expect(made).toHaveLength(count);
      pipe.kept = 0;
      writer.look(count);
    }
    await all;
    expect(made).toEqual(['a', 'b', 'c']);
  });

  it('are not made for who ends them before, or leaves', async () => {
    const { writer } = aWriter();
    const answers = new Answers(writer);
    writer.write(kib(100));
    const made = Promise.all(['a', 'b'].map((name) => answers.make(name, false, async () => name)));
    answers.end('a');
    answers.endAll();
    writer.close();
    expect(await made).toEqual([undefined, undefined]);
  });

  it('end when their operation does', async () => {
    const { writer } = aWriter();
    const answers = new Answers(writer);
    const running = Promise.withResolvers<string>();
    const ends: string[] = [];
    const made = ['a', 'b'].map((name) =>
      answers.make(name, false, (whenGone) => {
        whenGone(() => ends.push(name));
        return running.promise;
      }),
    );
    await until('both to run', () => answers.running === 2);
    answers.end('b');
    expect(ends).toEqual(['b']);
    running.resolve('done');
    await Promise.all(made);
    answers.endAll();
    expect(ends).toEqual(['b']);
  });
});

describe('slow readers', () => {
  it('are looked at until the last of them has drained or gone', () => {
    const slow = new SlowReaders();
    const pipes = [aPipe(), aPipe()];
    const writers = pipes.map((pipe) => new Writer(pipe, limits, (each) => slow.watch(each)));
    for (const writer of writers) writer.write(kib(100));
    expect(slow.size).toBe(2);
    slow.look(0);
    expect(slow.size).toBe(2);
    const [first] = pipes;
    if (first) first.kept = 0;
    writers[1]?.close();
    slow.look(1);
    expect(slow.size).toBe(0);
  });

  it('tell what they leave unread, and for whom, until they are cut', () => {
    const slow = new SlowReaders();
    const pipe = aPipe();
    const writer = new Writer(pipe, limits, (each) => slow.watch(each, '192.0.2.1'));
    writer.write(kib(100));
    const [unread] = [...slow.unread()];
    expect(unread).toMatchObject({ address: '192.0.2.1', bytes: 100 * 1024 });
    unread?.cut();
    expect([pipe.hasGivenUp, [...slow.unread()]]).toEqual([true, []]);
    slow.stop();
  });
});
