import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { linkParagraph } from '../domain/mail.ts';
import type { LinkTokens, MailTransport, OutgoingMail, OutgoingMails } from './ports.ts';

/** Tries over a day; then the mail can still be read by the API, but for its link. */
export const MOST_ATTEMPTS = 10;
/** Few: a mail server that hangs keeps no more of them waiting. */
const BATCH = 10;

export interface SendMailsTools {
  readonly outgoing: OutgoingMails;
  readonly transport: MailTransport;
  readonly links: LinkTokens;
  /** Where the web app is, for links. */
  readonly publicUrl: string;
  readonly logger: Logger;
}

/** Sends the mails that are due, and answers how many it took. One that fails is due again later; others go on. */
export async function sendMails(tools: SendMailsTools, now: Date): Promise<number> {
  const mails = await tools.outgoing.take(BATCH, now);
  await Promise.all(
    mails.map(async (mail) => {
      try {
        await tools.outgoing.done(mail.id, (await sendMail(tools, mail, now)) ? now : null);
      } catch (error) {
        // Neither the mail nor its address: what a mail server says of them stays out of the log as well.
        const { code } = error as { code?: unknown };
        const fields = { notificationId: mail.id, attempt: mail.attempt, code, cause: (error as Error).name };
        const isLast = mail.attempt >= MOST_ATTEMPTS;
        tools.logger.warn(fields, isLast ? 'a mail was given up' : 'a mail was not sent; it is tried again');
      }
    }),
  );
  return mails.length;
}

/** False when there is nothing to send any more. */
async function sendMail(
  { links, transport, publicUrl }: SendMailsTools,
  mail: OutgoingMail,
  at: Date,
): Promise<boolean> {
  const { id, userId, recipient: to, subject, body, link: purpose } = mail;
  if (purpose === null) {
    await transport.send({ id, to, subject, text: body, at });
    return true;
  }
  const issued = await links.issue(userId, purpose);
  if (!issued) return false;
  const text = `${body}\n\n${linkParagraph(publicUrl, purpose, issued.token)}\n`;
  await transport.send({ id, to, subject, text, at });
  return true;
}
