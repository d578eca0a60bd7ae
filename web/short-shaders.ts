import type { Plugin } from 'vite';

/** Sends shaders as short as they can be: Vite's minifier does not look into texts. */
export function shortShaders(): Plugin {
  return {
    name: 'parterre:short-shaders',
    apply: 'build',
    transform: {
      filter: { id: /\/seat-map\/picture\/shaders\.ts$/ },
      handler: (code) =>
        code.replace(/`(#version [^`]*)`/g, (_, shader: string) => `\`${shortened(shader)}\``),
    },
  };
}

/**
 * GLSL without the spaces that only people need.
 * @throws Error for what it would break: a comment, a directive but the version, a sign after the same sign
 */
export function shortened(shader: string): string {
  const [version = '', ...lines] = shader.trim().split('\n');
  const body = lines.join(' ').replace(/\s+/g, ' ');
  const unread = /#|\/\/|\/\*|([+-]) \1/.exec(body);
  if (unread) throw new Error(`expected a shader without ${unread[0]} after its first line`);
  return `${version}\n${body.replace(/ ?([^\w .]) ?/g, '$1').trim()}`;
}
