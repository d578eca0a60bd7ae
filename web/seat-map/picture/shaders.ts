/**
 * A quad a seat, as large as its shape. `p` is the place in it, the radius of a disc being 1, y downwards.
 * `radius` is that of a disc, in units of the drawing and in device pixels.
 */
export const vertexShader = `#version 300 es
layout(location=0) in vec2 corner;
layout(location=1) in vec2 place;
layout(location=2) in vec4 zone;
layout(location=3) in uint state;
uniform vec4 camera;
uniform vec4 radius;
out vec2 p;
flat out vec3 color;
flat out uint flags;
flat out uint look;
flat out float fade;
void main() {
  look = state & 7u;
  fade = (state & 8u) != 0u ? .25 : 1.;
  color = zone.rgb;
  flags = uint(zone.a * 255. + .5);
  p = corner * ((look > 3u ? 1.35 : 1.) + 1.5 / radius.y);
  gl_Position = vec4((place + p * radius.x - camera.xy) * camera.zw, 0., 1.);
}`;

/**
 * Shapes as distances from their edge, so that they are smooth in every size: disc or square when free, ring when held,
 * dot when sold, cross when blocked, ink with a tick when chosen, ink with a lock when one's own.
 */
export const fragmentShader = `#version 300 es
precision highp float;
in vec2 p;
flat in vec3 color;
flat in uint flags;
flat in uint look;
flat in float fade;
uniform vec4 radius;
uniform vec3 ink;
uniform vec3 paper;
uniform vec3 taken;
out vec4 pixel;
float box(vec2 q, vec2 size, float corner) {
  vec2 d = abs(q) - size + corner;
  return length(max(d, 0.)) + min(max(d.x, d.y), 0.) - corner;
}
float line(vec2 q, vec2 a, vec2 b) {
  vec2 d = b - a;
  return length(q - a - d * clamp(dot(q - a, d) / dot(d, d), 0., 1.));
}
float cover(float d) { return clamp(.5 - d * radius.y, 0., 1.); }
float wheelchair(vec2 q) {
  float d = length(q - vec2(-.12, -.62)) - .14;
  d = min(d, line(q, vec2(-.12, -.4), vec2(-.08, .08)) - .1);
  d = min(d, line(q, vec2(-.08, .08), vec2(.3, .08)) - .1);
  d = min(d, line(q, vec2(.3, .08), vec2(.48, .5)) - .1);
  d = min(d, line(q, vec2(-.1, -.16), vec2(.26, -.16)) - .08);
  vec2 w = q - vec2(-.08, .26);
  return min(d, max(abs(length(w) - .38) - .08, w.x - .2));
}
void main() {
  bool square = (flags & 1u) != 0u;
  vec2 q = look > 3u ? p / 1.35 : p;
  float base = square ? box(q, vec2(.95), .3) : length(q) - 1.;
  vec3 c = taken;
  float a;
  if (look == 0u) {
    c = color;
    a = cover(base);
    vec3 sign = dot(pow(color, vec3(2.2)), vec3(.21, .72, .07)) > .19 ? vec3(.06) : vec3(1.);
    if ((flags & 8u) != 0u) c = mix(c, paper, .8 * cover(abs(fract((q.x + q.y) * 1.1) - .5) - .16) * step(base, -.16));
    if (square && radius.y > 5.) c = mix(c, sign, cover(wheelchair(q * 1.15)));
  } else if (look == 1u) {
    a = cover(abs(base + .17) - .13);
  } else if (look == 2u) {
    a = cover(length(q) - .4);
  } else if (look == 3u) {
    a = cover(min(line(q, vec2(-.55), vec2(.55)), line(q, vec2(-.55, .55), vec2(.55, -.55))) - .13);
  } else {
    c = ink;
    a = cover(base * 1.35);
    float s;
    if (look == 4u) s = min(line(q, vec2(-.42, .04), vec2(-.12, .34)), line(q, vec2(-.12, .34), vec2(.44, -.3))) - .12;
    else s = min(box(q - vec2(0., .2), vec2(.42, .32), .08), max(abs(length(q - vec2(0., -.14)) - .26) - .08, q.y + .08));
    c = mix(c, paper, cover(s * 1.35));
  }
  a *= fade;
  pixel = vec4(c * a, a);
}`;
