const language = spoken(navigator.language);

/** Some browsers report a language that their own Intl does not take, such as "en-US@posix". */
function spoken(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** "€12.50" in the reader's own way. */
export function price({ amount, currencyCode }) {
  return new Intl.NumberFormat(language, { style: 'currency', currency: currencyCode }).format(
    Number(amount),
  );
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
