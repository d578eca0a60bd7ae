import { z } from 'zod';
import { languages } from '../kernel/language.ts';
import { defineFact, idOnWire, timeOnWire } from './fact.ts';

const language = z.enum(languages);
const role = z.enum(['USER', 'ORGANIZER', 'ADMIN']);
/** The domain as mail servers know it, so that an international one, also at its top, is letters and digits. */
const emailOnWire = z.email({
  pattern:
    /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:[A-Za-z]{2,}|xn--[A-Za-z0-9-]+)$/,
});
const exampleUserId = '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b11';

export const UserRegistered = defineFact({
  type: 'UserRegistered',
  subgraph: 'users',
  description: 'Somebody opened an account. Carries the mail address because notifications writes to it.',
  data: z.object({
    userId: idOnWire,
    nickname: z.string(),
    email: emailOnWire,
    role,
    /** In which language the user is written to. Absent in older facts: English. */
    language: language.optional(),
  }),
  example: { userId: exampleUserId, nickname: 'ada', email: 'ada@example.org', role: 'USER', language: 'EN' },
  keyOf: (data) => data.userId,
});

export const UserLanguageChanged = defineFact({
  type: 'UserLanguageChanged',
  subgraph: 'users',
  description: 'A user wants to be written to in another language from now on.',
  data: z.object({ userId: idOnWire, language }),
  example: { userId: exampleUserId, language: 'RU' },
  keyOf: (data) => data.userId,
});

export const UserBlocked = defineFact({
  type: 'UserBlocked',
  subgraph: 'users',
  description: 'An administrator blocked a user: sessions are over, the loyalty account is frozen.',
  data: z.object({ userId: idOnWire, reason: z.string() }),
  example: { userId: exampleUserId, reason: 'sells tickets on at the door' },
  keyOf: (data) => data.userId,
});

export const UserUnblocked = defineFact({
  type: 'UserUnblocked',
  subgraph: 'users',
  description: 'An administrator let a blocked user in again.',
  data: z.object({ userId: idOnWire }),
  example: { userId: exampleUserId },
  keyOf: (data) => data.userId,
});

export const SessionsEnded = defineFact({
  type: 'SessionsEnded',
  subgraph: 'users',
  description:
    'Sessions of a user have ended before their time: whoever verifies access tokens refuses theirs from now on.',
  data: z.object({
    userId: idOnWire,
    /** The one session that has ended. Absent: all of the user's, but for `exceptSessionId`. */
    sessionId: idOnWire.optional(),
    /** The session that goes on although all others have ended. */
    exceptSessionId: idOnWire.optional(),
    reason: z.enum(['LOGOUT', 'REFRESH_TOKEN_REUSED', 'PASSWORD_CHANGED', 'ROLE_CHANGED', 'USER_BLOCKED']),
    /**
     * Later, by a millisecond at least, than every access token of the sessions that have ended, and not later
     * than any of a session that was opened afterwards.
     */
    at: timeOnWire,
  }),
  example: {
    userId: exampleUserId,
    exceptSessionId: '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b77',
    reason: 'PASSWORD_CHANGED',
    at: '2027-03-01T18:30:00.123Z',
  },
  keyOf: (data) => data.userId,
});

export const EmailConfirmationRequested = defineFact({
  type: 'EmailConfirmationRequested',
  subgraph: 'users',
  description:
    'A user wants another link that confirms the mail address. The link itself is made when the mail is sent.',
  data: z.object({ userId: idOnWire }),
  example: { userId: exampleUserId },
  keyOf: (data) => data.userId,
});

export const PasswordResetRequested = defineFact({
  type: 'PasswordResetRequested',
  subgraph: 'users',
  description:
    'Somebody who names the mail address of a user wants to set a new password. The link is made when the mail is sent.',
  data: z.object({ userId: idOnWire }),
  example: { userId: exampleUserId },
  keyOf: (data) => data.userId,
});

export const AddressRegisteredAgain = defineFact({
  type: 'AddressRegisteredAgain',
  subgraph: 'users',
  description: 'Somebody opened another account with the mail address of a user, who alone is told so.',
  data: z.object({ userId: idOnWire }),
  example: { userId: exampleUserId },
  keyOf: (data) => data.userId,
});

export const UserRoleChanged = defineFact({
  type: 'UserRoleChanged',
  subgraph: 'users',
  description: 'An administrator gave a user another role.',
  data: z.object({ userId: idOnWire, role, previousRole: role }),
  example: { userId: exampleUserId, role: 'ORGANIZER', previousRole: 'USER' },
  keyOf: (data) => data.userId,
});
