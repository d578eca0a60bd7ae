const absoluteForm = /^https?:\/\/[^/?#]*/i;

/**
 * The target of a request as `/path?query`. A client may name the server in it as well (RFC 9112, 3.2.2), as
 * it does to a proxy. Never throws: an address that makes no sense stays as it is and is found nowhere.
 */
export function originForm(target: string | undefined): string {
  if (target === undefined || target === '') return '/';
  if (target.startsWith('/')) return target;
  const rest = target.replace(absoluteForm, '');
  return rest === target || rest.startsWith('/') ? rest : `/${rest}`;
}

/** The path of a request's target, without the query and without a slash at its end. Never throws. */
export function pathOf(target: string | undefined): string {
  const [path = '/'] = originForm(target).split('?', 1);
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
