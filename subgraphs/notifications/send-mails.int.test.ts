import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SubgraphUnavailable } from '@parterre/platform/subgraphs/subgraph-client.ts';
import { factsOf } from './testing/facts.ts';
import { type NotificationsFixture, openNotificationsFixture } from './testing/fixture.ts';

const MINUTE = 60_000;
const token = 'a-token.of-the-users-subgraph';

let folder: string;
let opened: NotificationsFixture | undefined;
/** What the users subgraph answers; a token of null when there is nothing to send. */
let issueToken: () => { token: string | null; expiresAt: string | null };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parterre-mails-'));
  issueToken = () => ({ token, expiresAt: '2027-01-05T10:00:00.000Z' });
});
afterEach(async () => {
  await opened?.stop();
  opened = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function open(config: Record<string, string>): Promise<NotificationsFixture> {
  opened = await openNotificationsFixture({
    config: { PUBLIC_URL: 'https://tickets.example/', ...config },
    issueToken: () => issueToken(),
  });
  return opened;
}
const files = () => readdir(folder);
const mailsIn = async () =>
  Promise.all((await files()).map((name) => readFile(join(folder, name), 'utf8').then(decoded)));
const stored = async () => JSON.stringify(await opened?.database.sql('select * from notifications'));

describe('without a mail server', () => {
  it('mails with links are written to a folder, each once, the link in them and nowhere else', async () => {
    const ada = factsOf('ada');
    const fixture = await open({ MAIL_DIR: folder });
    await fixture.deliverAll(ada.registered, ada.confirmed, ada.reset);
    await fixture.runJobs();
    await fixture.runJobs();
    const mails = await mailsIn();
    expect(mails).toHaveLength(2);
    const [welcome, reset] = [/Welcome to Parterre/, /A new password/].map((subject) =>
      mails.find((mail) => subject.test(mail)),
    );
    expect(welcome).toContain('To: ada@example.org');
    expect(welcome).toContain(
      `Confirm your mail address here:\nhttps://tickets.example/#/confirm?token=${token}`,
    );
    expect(reset).toContain(`Set a new password here:\nhttps://tickets.example/#/reset?token=${token}`);
    expect(fixture.tokenRequests()).toContainEqual({
      input: { userId: ada.userId, purpose: 'PASSWORD_RESET' },
    });
    expect(await stored()).not.toContain(token);
    expect(fixture.warnings.join()).not.toContain(token);
  });

  it('a file can be read by its owner alone, and goes when its link has expired', async () => {
    const fixture = await open({ MAIL_DIR: folder });
    await fixture.deliver(factsOf('ada').registered);
    await fixture.runJobs();
    const [name = ''] = await files();
    const file = join(folder, name);
    expect((await stat(file)).mode & 0o077).toBe(0);
    await fixture.runJobs();
    expect(await files()).toEqual([name]);
    fixture.passTime(72 * 60 * MINUTE);
    await fixture.runJobs();
    expect(await files()).toEqual([]);
  });

  it('nothing is sent where no folder is named either, nor afterwards when one is', async () => {
    const fixture = await open({});
    await fixture.deliver(factsOf('ada').registered);
    await fixture.runJobs();
    expect(await fixture.database.sql('select 1 from notifications where due_at is not null')).toEqual([]);
  });
});

describe('a mail', () => {
  it('is not sent when there is nothing to send any more', async () => {
    issueToken = () => ({ token: null, expiresAt: null });
    const fixture = await open({ MAIL_DIR: folder });
    await fixture.deliver(factsOf('ada').registered);
    await fixture.runJobs();
    issueToken = () => ({ token, expiresAt: '2027-01-05T10:00:00.000Z' });
    fixture.passTime(60 * MINUTE);
    await fixture.runJobs();
    expect(await files()).toEqual([]);
  });

  it('waits for its address', async () => {
    const ada = factsOf('ada');
    const fixture = await open({ MAIL_DIR: folder });
    await fixture.deliver(ada.reset);
    await fixture.runJobs();
    expect(await files()).toEqual([]);
    await fixture.deliver(ada.registered);
    await fixture.runJobs();
    expect(await files()).toHaveLength(2);
  });

  it('is tried again after growing pauses, ten times, and logged without its address', async () => {
    let tries = 0;
    issueToken = () => {
      tries += 1;
      throw new SubgraphUnavailable('users', new Error('ada@example.org'));
    };
    const fixture = await open({ MAIL_DIR: folder });
    await fixture.deliver(factsOf('ada').registered);
    for (const [pause, expected] of [
      [0, 1],
      [MINUTE - 1, 1],
      [1, 2],
      [MINUTE, 2],
      [MINUTE, 3],
    ] as const) {
      fixture.passTime(pause);
      await fixture.runJobs();
      expect(tries).toBe(expected);
    }
    for (let days = 0; days < 20; days += 1) {
      fixture.passTime(24 * 60 * MINUTE);
      await fixture.runJobs();
    }
    expect(tries).toBe(10);
    expect(fixture.warnings).toHaveLength(10);
    expect(fixture.warnings.at(-1)).toContain('given up');
    expect(fixture.warnings.join()).not.toContain('example.org');
  });

  it('is sent by one of two who look at the same moment', async () => {
    const fixture = await open({ MAIL_DIR: folder });
    await fixture.deliver(factsOf('ada').registered);
    await Promise.all([fixture.runJobs(), fixture.runJobs(), fixture.runJobs()]);
    expect(fixture.tokenRequests()).toHaveLength(1);
  });
});

describe('with a mail server', () => {
  let server: Server;
  let received: string[];
  beforeEach(async () => {
    received = [];
    server = smtpServer((text) => received.push(decoded(text)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('all mails are handed to it', async () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const ada = factsOf('ada');
    const fixture = await open({
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'Old Theatre <box@theatre.example>',
    });
    await fixture.deliverAll(ada.registered, ada.published, ada.confirmed);
    await fixture.runJobs();
    expect(received).toHaveLength(2);
    const tickets = received.find((mail) => mail.includes('Your tickets for The Cherry Orchard'));
    expect(tickets).toContain('From: Old Theatre <box@theatre.example>');
    expect(tickets).toContain('Great Hall, Old Theatre');
  });
});

/** A mail server that takes everything, as far as a client of RFC 5321 needs one. */
function smtpServer(onMail: (text: string) => void): Server {
  return createServer((socket) => {
    let [buffer, isData] = ['', false];
    socket.on('error', () => socket.destroy());
    socket.write('220 test\r\n');
    socket.setEncoding('utf8').on('data', (text: string) => {
      buffer += text;
      for (;;) {
        const end = buffer.indexOf(isData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + (isData ? 5 : 2));
        if (isData) onMail(line);
        isData = !isData && line === 'DATA';
        socket.write(isData ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 fine\r\n');
        if (line === 'QUIT') socket.end();
      }
    });
  });
}

/** A mail as it is read: what quoted-printable folded and escaped is taken back. */
function decoded(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
