import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type nodemailer from 'nodemailer';
import type { MailFiles, MailTransport } from '../../application/ports.ts';

type Message = Parameters<MailTransport['send']>[0];

const messageOf = (from: string, { id, to, subject, text, html, at, attachments }: Message) => ({
  from,
  to,
  subject,
  text,
  ...(html === null ? {} : { html }),
  attachments: attachments.map(({ fileName, contentType, content }) => ({
    filename: fileName,
    contentType,
    content,
  })),
  date: at,
  // A mail that is sent twice is shown once.
  messageId: `<${id}@parterre>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
});

/** Made for the first mail, because nodemailer is 650 kB of modules, and most starts have no mail to send. */
function onFirstMail<Made>(make: (mailer: typeof nodemailer) => Made): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= import('nodemailer').then((loaded) => make(loaded.default));
    return made;
  };
}

/**
 * Hands mails to a server: `smtp://user:password@host:587`, or smtps://. One that hangs is given up on after
 * `timeoutMs` of silence.
 */
export function smtpTransport(url: string, from: string, timeoutMs: number): MailTransport {
  const transporter = onFirstMail((mailer) =>
    mailer.createTransport({
      url,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
      socketTimeout: timeoutMs,
    }),
  );
  return {
    carries: 'ALL',
    server: { name: 'smtp', ask: async () => (await transporter()).verify() },
    async send(mail) {
      try {
        await (await transporter()).sendMail(messageOf(from, mail));
        return 'sent';
      } catch (error) {
        if (isRefusal(error)) return 'refused';
        throw error;
      }
    },
  };
}

// Of 4.2.3 in RFC 5321, and 556 of RFC 7504. 554 to a recipient is "transaction failed": a relay that is not ours, mostly.
const repliesOfAddress: ReadonlySet<number> = new Set([550, 551, 552, 553, 556]);
const repliesOfMail: ReadonlySet<number> = new Set([550, 551, 552, 553, 554]);
/** The statuses of RFC 3463 for a sender's address, and for what is not allowed or not authenticated. */
const statusOfSender = /^\d{3}[ -]5\.(?:1\.[78]|7\.\d{1,3})\b/;
/** A reply without such a status says it in words alone, as Exim's "relay not permitted" and "Sender verify failed". */
const wordsOfSender = /^\d{3}[ -](?!\d\.\d{1,3}\.\d{1,3}\b).*\b(?:relay(?:ing)?|authenticat\w*|sender)\b/is;

/**
 * Whether a server said of this address or this mail that another try would end the same. What it says of who we are, such
 * as a wrong password, a sender that it does not know or a relay that is not ours to use, is for the operator to mend: such
 * mails are tried again, also where it is said in answer to the recipient, as Postfix does.
 */
function isRefusal(error: unknown): boolean {
  const { code, command, response = '', responseCode = 0 } = error as Partial<SmtpFault>;
  if (statusOfSender.test(response) || wordsOfSender.test(response)) return false;
  if (code === 'EMESSAGE') return repliesOfMail.has(responseCode);
  return code === 'EENVELOPE' && command === 'RCPT TO' && repliesOfAddress.has(responseCode);
}

/** What nodemailer throws: EENVELOPE for any answer up to that to the command DATA, EMESSAGE for that to the mail itself. */
interface SmtpFault {
  readonly code: string;
  readonly command: string;
  readonly response: string;
  readonly responseCode: number;
}

/** Writes mails to files of a folder, readable by their owner alone: for who tries the product without a mail server. */
export function folderTransport(folder: string, from: string): MailTransport {
  const transporter = onFirstMail((mailer) =>
    mailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' }),
  );
  return {
    carries: 'LINKS',
    server: null,
    async send(mail) {
      const { message } = await (await transporter()).sendMail(messageOf(from, mail));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${mail.id}.eml`);
      await writeFile(file, message as Buffer, { mode: 0o600 });
      await utimes(file, mail.at, mail.at);
      return 'sent';
    },
  };
}

/** The mails in a folder; none where it does not exist. Several processes may share it, so that a mail may go meanwhile. */
export function folderMailFiles(folder: string): MailFiles {
  return {
    async removeBefore(time) {
      let removed = 0;
      for (const name of (await orGone(readdir(folder))) ?? []) {
        const file = join(folder, name);
        const found = name.endsWith('.eml') ? await orGone(stat(file)) : null;
        if (!found || found.mtimeMs > time.getTime()) continue;
        await rm(file, { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}

async function orGone<Found>(looking: Promise<Found>): Promise<Found | null> {
  return looking.catch((error: unknown) => {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  });
}
