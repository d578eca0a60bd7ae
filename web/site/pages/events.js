import { el } from '../dom.js';
import { price, when } from '../format.js';
import { ask } from '../graphql.js';

/** What can be bought, and a search in it. */
export async function eventsPage() {
  const list = el('ul', { class: 'cards' });
  const more = el('button', { class: 'plain', hidden: true, onclick: () => load(true) }, 'Show more');
  const field = el('input', {
    id: 'search',
    type: 'search',
    maxlength: 100,
    placeholder: 'Title, artist, venue or city',
  });
  let after = null;

  const load = async (isNextPage) => {
    const search = field.value.trim() || null;
    const { events } = await ask('EventsOnSale', { search, after: isNextPage ? after : null });
    if (!isNextPage) list.replaceChildren();
    list.append(...events.nodes.map(card));
    if (list.childElementCount === 0)
      list.append(el('li', { class: 'quiet' }, search ? 'Nothing found.' : 'Nothing is on sale yet.'));
    after = events.pageInfo.endCursor;
    more.hidden = !events.pageInfo.hasNextPage;
  };

  await load(false);
  const find = (event) => {
    event.preventDefault();
    return load(false);
  };
  const form = el(
    'form',
    { class: 'search', role: 'search', onsubmit: find },
    el('label', { for: 'search' }, 'Find an event'),
    field,
  );
  return { element: el('section', {}, el('h1', {}, 'On sale now'), form, list, more) };
}

function card(event) {
  return el(
    'li',
    {},
    el(
      'a',
      { class: 'card', href: `#/events/${event.id}` },
      el('h2', {}, event.title),
      el('span', {}, event.artists.map(({ name }) => name).join(', ')),
      el('span', { class: 'quiet' }, when(event.startsAt, event.venue.timeZone)),
      el('span', { class: 'quiet' }, `${event.venue.name}, ${event.venue.city}`),
      el('span', { class: 'from' }, [priced(event), left(event)].filter(Boolean).join(' · ')),
    ),
  );
}

function priced({ priceRange }) {
  if (!priceRange) return null;
  const isOne = priceRange.lowest.amount === priceRange.highest.amount;
  return `${isOne ? '' : 'from '}${price(priceRange.lowest)}`;
}

function left({ freePlaces }) {
  if (freePlaces === null) return null;
  return freePlaces === 0 ? 'sold out' : `${freePlaces} free`;
}
