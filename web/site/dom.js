const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * Makes an element. `on…` attributes are listeners, `false`, `null` and `undefined` leave an attribute out.
 * Children are texts or elements; text is always text, never markup.
 */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** As `el`, for SVG. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(svgNamespace, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    // As an attribute it would be an inline style, which the page's content security policy forbids.
    else if (name === 'style') element.style.cssText = value;
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter(isShown));
  return element;
}

/** Shows these children in place of those before; null and false stand for none. */
export function show(element, ...children) {
  element.replaceChildren(...children.flat().filter(isShown));
}

function isShown(child) {
  return child !== null && child !== undefined && child !== false;
}

let noticeTimer;

/** Says something to everybody, screen readers included, for a few seconds. */
export function notice(text) {
  const place = document.getElementById('notice');
  place.textContent = text;
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => {
    place.textContent = '';
  }, 6000);
}
