import { mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserLanguageChanged } from '@parterre/contracts/facts/users.ts';
import { SubgraphUnavailable } from '@parterre/platform/subgraphs/subgraph-client.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { factsOf } from './testing/facts.ts';
import { type NotificationsFixture, openNotificationsFixture, userCaller } from './testing/fixture.ts';

const MINUTE = 60_000;
const token = 'a-token.of-the-users-subgraph';

let folder: string;
let opened: NotificationsFixture | undefined;
/** What the users subgraph answers; a token of null when there is nothing to send. */
let issueToken: () => { token: string | null; expiresAt: string | null };
/** What the tickets subgraph answers. */
let printTickets: (language: string) => readonly { ticketId: string; pdf: string }[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parterre-mails-'));
  issueToken = () => ({ token, expiresAt: '2027-01-05T10:00:00.000Z' });
  printTickets = (language) => [
    { ticketId: 'ticket-1', pdf: Buffer.from(`%PDF-1.7 ${language}`).toString('base64') },
  ];
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
    printTickets: (language) => printTickets(language),
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
      `Confirm your mail address here:\nhttps://tickets.example/confirm-email#token=${token}`,
    );
    expect(reset).toContain(
      `Set a new password here:\nhttps://tickets.example/reset-password#token=${token}`,
    );
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

  it('a file that another process has removed meanwhile keeps no other from going', async () => {
    const fixture = await open({ MAIL_DIR: folder });
    // Listed, and not there when it is looked at.
    await symlink(join(folder, 'gone'), join(folder, '0.eml'));
    await fixture.deliver(factsOf('ada').registered);
    await fixture.runJobs();
    fixture.passTime(72 * 60 * MINUTE);
    await fixture.runJobs();
    expect(await files()).toEqual(['0.eml']);
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
      [3 * MINUTE - 1, 2],
      [1, 3],
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

  it('is tried over a day, so that a mail server may be away for a night', async () => {
    issueToken = () => {
      throw new SubgraphUnavailable('users', new Error('away'));
    };
    const fixture = await open({ MAIL_DIR: folder });
    await fixture.deliver(factsOf('ada').registered);
    let passed = 0;
    for (let attempt = 1; attempt < 10; attempt += 1) {
      await fixture.runJobs();
      const before = fixture.tools.clock.now().getTime();
      const [mail] = await fixture.database.sql<{ due_at: Date }>('select due_at from notifications');
      const pause = (mail?.due_at.getTime() ?? before) - before;
      fixture.passTime(pause);
      passed += pause;
    }
    await fixture.runJobs();
    expect(fixture.warnings.at(-1)).toContain('given up');
    expect(passed).toBeGreaterThanOrEqual(24 * 60 * MINUTE);
  });

  it('is sent by one of two who look at the same moment', async () => {
    const fixture = await open({ MAIL_DIR: folder });
    await fixture.deliver(factsOf('ada').registered);
    await Promise.all([fixture.runJobs(), fixture.runJobs(), fixture.runJobs()]);
    expect(fixture.tokenRequests()).toHaveLength(1);
  });
});

describe('with a mail server', () => {
  let server: MailServer;
  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(() => server.stop());

  const openWithServer = (config: Record<string, string> = {}) =>
    open({
      ...config,
      SMTP_URL: server.url,
      MAIL_FROM: 'Old Theatre <box@theatre.example>',
    });
  const attempts = async () => {
    const rows = await opened?.database.sql<{ attempts: number; is_due: boolean; is_sent: boolean }>(
      'select attempts, due_at is not null as is_due, sent_at is not null as is_sent from notifications',
    );
    return rows?.map((row) => [row.attempts, row.is_due ? 'due' : row.is_sent ? 'sent' : 'over']);
  };

  it('all mails are handed to it, as text and as HTML, with the tickets of a paid booking', async () => {
    const ada = factsOf('ada');
    const fixture = await openWithServer();
    await fixture.deliverAll(ada.registered, ada.published, ada.confirmed);
    await fixture.runJobs();
    expect(server.received).toHaveLength(2);
    const mail = server.received.find(({ subject }) => subject === 'Your tickets for The Cherry Orchard');
    expect(mail?.from?.text).toBe('"Old Theatre" <box@theatre.example>');
    expect(mail?.text).toContain('Great Hall, Old Theatre');
    expect(mail?.html).toContain('<strong style="font-size:18px">The Cherry Orchard</strong>');
    expect(mail?.attachments).toMatchObject([
      { filename: 'ticket-1.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7 EN') },
    ]);
    const welcome = server.received.find(({ subject }) => subject?.startsWith('Welcome'));
    expect(welcome?.html).toContain(`href="https://tickets.example/confirm-email#token=${token}"`);
    expect(welcome?.attachments).toEqual([]);
    expect(await attempts()).toEqual([
      [1, 'sent'],
      [1, 'sent'],
    ]);
  });

  it('a mail is in the language of its reader, tickets and link included, as soon as that changes', async () => {
    const ada = factsOf('ada');
    const fixture = await openWithServer();
    const registered = { ...ada.registered, data: { ...ada.registered.data, language: 'RU' as const } };
    await fixture.deliverAll(registered, ada.confirmed);
    await fixture.deliverAll(fact(UserLanguageChanged, { userId: ada.userId, language: 'EN' }, new Date()));
    await fixture.deliverAll(ada.refunded);
    await fixture.runJobs();
    const bySubject = new Map(server.received.map((mail) => [mail.subject, mail]));
    expect(bySubject.get('Добро пожаловать в Parterre, ada')?.text).toContain(
      'Подтвердите адрес почты здесь:',
    );
    const [attachment] = bySubject.get('Ваши билеты: The Cherry Orchard')?.attachments ?? [];
    expect(attachment?.content.toString()).toBe('%PDF-1.7 RU');
    expect([...bySubject.keys()]).toContain('Your refund for The Cherry Orchard');
  });

  it('a mail that it refuses for ever is not sent again', async () => {
    const fixture = await openWithServer();
    server.answers.recipient = () => [550, 'no such user here'];
    await fixture.deliver(factsOf('ada').registered);
    await fixture.runJobs();
    expect(await attempts()).toEqual([[1, 'over']]);
    server.answers.recipient = taken;
    fixture.passTime(60 * MINUTE);
    await fixture.runJobs();
    expect(server.received).toEqual([]);
    expect(fixture.warnings).toEqual([expect.stringContaining('a mail was refused for good')]);
    expect(fixture.warnings.join()).not.toContain('example.org');
  });

  it.each<[keyof MailServer['answers'], Refusal]>([
    ['recipient', [550, '5.1.1 no such user here']],
    ['recipient', [552, '5.2.2 the mailbox is full']],
    ['recipient', [556, '5.1.10 that domain takes no mail']],
    // What the status says goes before its words.
    ['recipient', [550, '5.1.1 no such user here, says the relay']],
    ['mail', [552, '5.3.4 too large']],
    ['mail', [554, '5.6.0 not taken']],
    ['mail', [554, 'not taken']],
  ])('a mail is over when the server says of the %s: %p', async (to, refusal) => {
    const fixture = await openWithServer();
    server.answers[to] = () => refusal;
    await fixture.deliver(factsOf('ada').registered);
    await fixture.runJobs();
    expect(await attempts()).toEqual([[1, 'over']]);
  });

  it.each<[keyof MailServer['answers'], Refusal]>([
    ['sender', [530, '5.7.0 authentication required']],
    ['sender', [530, 'authentication required']],
    ['sender', [550, 'no such sender here']],
    ['sender', [550, '5.7.1 not from you']],
    ['recipient', [530, 'authentication required']],
    ['recipient', [554, '5.7.1 relay access denied']],
    ['recipient', [554, 'relay access denied']],
    // Exim gives no status.
    ['recipient', [550, 'relay not permitted']],
    ['recipient', [550, 'Sender verify failed']],
    ['recipient', [550, 'Relaying denied, authenticate first']],
    // Postfix says what it thinks of a sender when it hears of the recipient.
    ['recipient', [550, '5.1.8 sender address rejected: domain not found']],
    ['recipient', [553, '5.1.7 sender address rejected: not a mail address']],
    ['recipient', [504, '5.5.2 sender address rejected: need a fully-qualified address']],
    ['recipient', [503, 'bad sequence of commands']],
    ['mail', [550, '5.7.26 unauthenticated mail from theatre.example is not taken']],
  ])(
    'a mail is kept until an operator has mended what the server says of the %s: %p',
    async (to, refusal) => {
      const fixture = await openWithServer();
      server.answers[to] = () => refusal;
      await fixture.deliver(factsOf('ada').registered);
      await fixture.runJobs();
      expect(await attempts()).toEqual([[1, 'due']]);
      server.answers[to] = taken;
      fixture.passTime(MINUTE);
      await fixture.runJobs();
      expect(await attempts()).toEqual([[2, 'sent']]);
    },
  );

  it('a mail that it refuses for now is sent again, and comes once', async () => {
    const fixture = await openWithServer();
    server.answers.recipient = () => [451, 'come back later'];
    await fixture.deliver(factsOf('ada').registered);
    await fixture.runJobs();
    expect(await attempts()).toEqual([[1, 'due']]);
    server.answers.recipient = taken;
    await fixture.runJobs();
    expect(server.received).toEqual([]);
    fixture.passTime(MINUTE);
    await fixture.runJobs();
    await fixture.runJobs();
    expect(server.received).toHaveLength(1);
    expect(await attempts()).toEqual([[2, 'sent']]);
  });

  it('a mail that it keeps without an answer is given up on and sent again, as the same mail', async () => {
    const fixture = await openWithServer({ SMTP_TIMEOUT_MS: '300' });
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    server.answers.recipient = () => released.then(() => null);
    await fixture.deliver(factsOf('ada').registered);
    await fixture.runJobs();
    expect(await attempts()).toEqual([[1, 'due']]);
    server.answers.recipient = taken;
    // A busy machine may keep it waiting once more.
    await until('the mail to be sent', async () => {
      fixture.passTime(60 * MINUTE);
      await fixture.runJobs();
      return (await attempts())?.[0]?.[1] === 'sent';
    });
    release();
    expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('a mail that it will not take from us is kept until an operator has mended that', async () => {
    const fixture = await open({ SMTP_URL: server.url.replace('//', '//user:wrong@') });
    await fixture.deliver(factsOf('ada').registered);
    await fixture.runJobs();
    expect(await attempts()).toEqual([[1, 'due']]);
  });

  it('an administrator sees whether it takes us, and which mails have been on their way for too long', async () => {
    const statusOf = async (fixture: NotificationsFixture) => {
      const query = `{ services { notifications { provider { name answers fault }
        overdueWork { kind count oldestSince } } } }`;
      const { data } = await fixture.request(query, {}, userCaller('ADMIN'));
      return (data as { services: { notifications: object } } | null)?.services.notifications;
    };
    const fixture = await openWithServer();
    const answering = { name: 'smtp', answers: true, fault: null };
    expect(await statusOf(fixture)).toEqual({ provider: answering, overdueWork: [] });
    await fixture.deliver(factsOf('ada').registered);
    await fixture.database.sql('update notifications set created_at = $1', [
      new Date('2027-02-01T10:00:00Z'),
    ]);
    expect(await statusOf(fixture)).toMatchObject({ overdueWork: [] });
    fixture.passTime(6 * MINUTE);
    expect(await statusOf(fixture)).toEqual({
      provider: answering,
      overdueWork: [{ kind: 'MAIL_NOT_SENT', count: 1, oldestSince: expect.any(String) }],
    });
    await fixture.runJobs();
    expect(await statusOf(fixture)).toMatchObject({ overdueWork: [] });
    await fixture.stop();
    const stranger = await open({ SMTP_URL: server.url.replace('//', '//user:wrong@') });
    expect(await statusOf(stranger)).toMatchObject({
      provider: { name: 'smtp', answers: false, fault: expect.stringContaining('EAUTH') },
    });
  });

  it('a mail waits for its tickets, and goes without them rather than never', async () => {
    const ada = factsOf('ada');
    printTickets = () => {
      throw new SubgraphUnavailable('tickets', new Error('away'));
    };
    const fixture = await openWithServer();
    await fixture.deliverAll(ada.registered);
    await fixture.runJobs();
    await fixture.deliverAll(ada.confirmed);
    await fixture.runJobs();
    expect(server.received).toHaveLength(1);
    for (let days = 0; days < 20; days += 1) {
      fixture.passTime(24 * 60 * MINUTE);
      await fixture.runJobs();
    }
    expect(server.received.map(({ attachments }) => attachments.length)).toEqual([0, 0]);
    expect(server.received[1]?.subject).toBe('Your tickets for The Cherry Orchard');
  });
});

interface MailServer {
  readonly url: string;
  readonly received: readonly ParsedMail[];
  /** What it says to the next senders, recipients and mails: a code and words, or null to take them. */
  readonly answers: Record<'sender' | 'recipient' | 'mail', () => Promise<Refusal | null> | Refusal | null>;
  stop(): Promise<void>;
}
type Refusal = readonly [number, string];

const taken = () => null;
const refusing = (refusal: Refusal | null) =>
  refusal && Object.assign(new Error(refusal[1]), { responseCode: refusal[0] });

/** A real mail server, which keeps what it is given. */
async function startMailServer(): Promise<MailServer> {
  const received: ParsedMail[] = [];
  const answers: MailServer['answers'] = { sender: taken, recipient: taken, mail: taken };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    // What is said is what a test says.
    hideENHANCEDSTATUSCODES: true,
    allowInsecureAuth: true,
    closeTimeout: 100,
    onAuth: (_auth, _session, done) => done(new Error('not you')),
    onMailFrom: async (_address, _session, done) => done(refusing(await answers.sender())),
    onRcptTo: async (_address, _session, done) => done(refusing(await answers.recipient())),
    onData(stream, _session, done) {
      simpleParser(stream).then(async (mail) => {
        const refusal = await answers.mail();
        if (!refusal) received.push(mail);
        done(refusing(refusal));
      }, done);
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answers,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A mail as it is read: what quoted-printable folded and escaped is taken back. */
function decoded(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
