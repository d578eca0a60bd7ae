import { describe, expect, it } from '@jest/globals';
import { fragmentShader, vertexShader } from './seat-map/picture/shaders.ts';
import { shortened } from './short-shaders.ts';

const words = (shader: string) => shader.match(/\w+|[^\w\s]/g);

describe('a shortened shader', () => {
  it.each([
    ['vertex', vertexShader],
    ['fragment', fragmentShader],
  ])('is word for word the %s shader, in two lines', (_, shader) => {
    const short = shortened(shader);
    expect(words(short)).toEqual(words(shader));
    expect(short.split('\n')).toHaveLength(2);
    expect(short.length).toBeLessThan(0.9 * shader.length);
  });

  it('keeps the spaces between words', () => {
    expect(shortened('#version 300 es\nout vec2 p;\nvoid main() {\n  p = vec2(1., .5) - .25;\n}')).toBe(
      '#version 300 es\nout vec2 p;void main(){p=vec2(1.,.5)-.25;}',
    );
  });

  it.each(['float a = 1.; // one', '#define ONE 1', 'float a = b - -c;'])('refuses %s', (line) => {
    expect(() => shortened(`#version 300 es\n${line}`)).toThrow('expected a shader without');
  });
});
