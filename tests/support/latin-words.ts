import type { Page } from 'playwright-core';

/** What people have named in `everyPage`, and what is a name in every language. */
const names = [
  ...[
    'The Seagull for everyone',
    'Three Sisters',
    'Behind the Scenes',
    'The Company',
    'Old Theatre',
    'Great Hall',
  ],
  ...['Linke Wienzeile', 'Vienna', 'Europe', 'Sample chart', 'Main', 'Standard', 'Cat\\d', 'GA\\d'],
  ...['[0-9a-f-]{8,}', 'Parterre', 'English', 'pretix', 'seats\\.io'],
  ...['RU', 'CSV', 'QR', 'PDF', 'UTC', 'GMT', 'iCalendar', 'RFC', 'Enter', 'Escape'],
];

/** Texts, names of controls and placeholders; what says that it is in another language, and codes, are left out. */
const textsOf = `(() => {
  const isMeant = (element) => !element.closest('[lang=en], code, script, style');
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (isMeant(walker.currentNode.parentElement)) texts.push(walker.currentNode.data);
  for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
    for (const element of document.querySelectorAll('[' + name + ']'))
      if (isMeant(element)) texts.push(element.getAttribute(name));
  return texts;
})()`;

/** The texts of a Russian page with a word in Latin letters that is no name. @param nickname of who is signed in */
export async function latinWordsOf(page: Page, nickname: string): Promise<string[]> {
  const known = new RegExp([`${nickname}(@example\\.org)?`, ...names].join('|'), 'g');
  const texts = await page.evaluate<string[]>(textsOf);
  return texts.filter((text) => /[A-Za-z]{2,}/.test(text.replaceAll(known, '')));
}
