const language = spoken(navigator.language);

/** Some browsers report a language that their own Intl does not take, such as "en-US@posix". */
function spoken(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** "€12.50" in the reader's own way, with the digits that the server gave: browsers leave some out that money has. */
export function price({ amount, currencyCode }) {
  const digits = digitsOf(amount);
  const style = { style: 'currency', currency: currencyCode };
  return new Intl.NumberFormat(language, {
    ...style,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Number(amount));
}

/** What several amounts of one currency come to, without a float in between. */
export function sumOf(amounts) {
  const [{ amount, currencyCode }] = amounts;
  const digits = digitsOf(amount);
  const minor = amounts.reduce((sum, each) => sum + BigInt(each.amount.replace('.', '')), 0n);
  return { amount: decimal(minor, digits), currencyCode };
}

/** Whole units with as many digits as another amount of the currency has: "50.00", or "50" where there are none. */
export function wholeUnits(units, { amount }) {
  const digits = digitsOf(amount);
  return decimal(BigInt(units) * 10n ** BigInt(digits), digits);
}

function digitsOf(amount) {
  return amount.split('.')[1]?.length ?? 0;
}

function decimal(minor, digits) {
  const text = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The show's local time, where the hall stands. */
export function when(instant, timeZone) {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );
}

/** What goes on a ticket: "Balcony, row A, seat 3", or the standing area alone. */
export function placeName({ seat, section }) {
  const row = seat?.row?.label ? `row ${seat.row.label}` : null;
  return [section?.label, row, seat ? `seat ${seat.label}` : 'standing'].filter(Boolean).join(', ');
}

/** Minutes and seconds until an instant, "0:00" when it has passed. */
export function timeLeft(instant) {
  const seconds = Math.max(0, Math.floor((new Date(instant) - Date.now()) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
