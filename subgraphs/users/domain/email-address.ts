import { createHash } from 'node:crypto';
import { domainToASCII, domainToUnicode } from 'node:url';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

/** RFC 5321: longer paths are not delivered. */
const MAX_LENGTH = 254;

// As strict as the fact UserRegistered, which carries it: what passes here must be publishable.
const localPart = /^(?!\.)(?!.*\.\.)[a-z0-9_'+\-.]*[a-z0-9_+-]$/;
/** What a domain is written with, in any script. Nothing here means anything to a reader of URLs. */
const writtenDomain = /^[\p{L}\p{M}\p{N}.\u3002\uff0e\uff61-]+$/u;
const domainName =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9](?:[a-z0-9-]{0,57}[a-z0-9])?)$/;

/**
 * Reads a mail address from outside, in the one form that it is stored in: trimmed, lower case, an international
 * domain as mail servers know it (punycode: "ada@münchen.example" is "ada@xn--mnchen-3ya.example").
 */
export function parseEmailAddress(text: string): string | Rejection<'INVALID_EMAIL'> {
  const address = normaliseEmailAddress(text);
  if (address !== null) return address;
  return reject(
    'INVALID_EMAIL',
    `expected a mail address such as "ada@example.org" of at most ${MAX_LENGTH} characters, got "${text.trim().slice(0, 40)}"`,
    ['email'],
  );
}

/** The stored form of an address; null for a text that is none. */
export function normaliseEmailAddress(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return null;
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, Math.max(at, 0)).toLowerCase();
  const written = trimmed.slice(at + 1);
  const domain = writtenDomain.test(written) ? domainToASCII(written.toLowerCase()) : '';
  const address = `${local}@${domain}`;
  return localPart.test(local) && domainName.test(domain) && address.length <= MAX_LENGTH ? address : null;
}

/** A stored address as people write it: with its domain in its own script. */
export function showEmailAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToUnicode(address.slice(at + 1))}`;
}

/** Stands for an address where it must not be read, as in the token of a link. */
export function hashEmailAddress(address: string): string {
  return createHash('sha256').update(address).digest('base64url');
}
