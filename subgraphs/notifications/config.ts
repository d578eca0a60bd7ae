import { z } from 'zod';

/** The settings of the notifications subgraph. */
export const config = z.object({
  /** The mail server that mails are handed to. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'expected an address such as smtp://user:password@host:587' })
    .optional(),
  /** A mail server that is silent for so many milliseconds is given up on; the mail is tried again later. */
  SMTP_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(10_000),
  MAIL_FROM: z.string().min(3).max(254).default('Parterre <parterre@localhost>'),
  /** Without a mail server: the folder that mails with links are written to. */
  MAIL_DIR: z.string().min(1).optional(),
  /** Where the web app is, for links in mails. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected an address such as https://tickets.example' })
    .default('http://localhost:4000'),
});

export type Config = z.output<typeof config>;
