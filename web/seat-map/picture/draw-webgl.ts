import { bytesOf } from '../colors/color.ts';
import { nextTask } from '../plan/slices.ts';
import { RADIUS, type Scene, type SeatRenderer } from './scene.ts';
import { fragmentShader, vertexShader } from './shaders.ts';

const CORNERS = new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]);
/** Bytes a seat of what never changes in a theme: place (two floats), colour, flags. */
const STRIDE = 12;
/** Above so many changes one upload of all is cheaper. */
const SINGLY = 64;
const HATCHED = 8;

/**
 * Seats by WebGL2, one instanced draw. A seat's state is one byte in a buffer of its own, so that a change uploads a byte.
 * @returns null where there is no WebGL2, or it cannot be trusted with the shader
 */
export async function webglRenderer(
  canvas: HTMLCanvasElement,
  scene: Scene,
  onLost: () => void,
): Promise<SeatRenderer | null> {
  const gl = canvas.getContext('webgl2', {
    alpha: true,
    antialias: false,
    depth: false,
    powerPreference: 'low-power',
  });
  if (!gl) return null;
  // A context is 20 to 60 ms of waiting for a driver without a graphics card: what follows is another task.
  await nextTask();
  const program = await programOf(gl);
  if (!program) return null;
  const { plan } = scene;
  const uniform = (name: string) => gl.getUniformLocation(program, name);
  const at = {
    camera: uniform('camera'),
    radius: uniform('radius'),
    ink: uniform('ink'),
    paper: uniform('paper'),
    taken: uniform('taken'),
  };
  gl.useProgram(program);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  const seats = new ArrayBuffer(plan.seatCount * STRIDE);
  const places = new Float32Array(seats);
  const bytes = new Uint8Array(seats);
  for (let seat = 0; seat < plan.seatCount; seat += 1) {
    places[3 * seat] = plan.x[seat] ?? 0;
    places[3 * seat + 1] = plan.y[seat] ?? 0;
  }
  const corners = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, corners);
  gl.bufferData(gl.ARRAY_BUFFER, CORNERS, gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  const seatBuffer = gl.createBuffer();
  const stateBuffer = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, stateBuffer);
  gl.bufferData(gl.ARRAY_BUFFER, scene.drawn, gl.DYNAMIC_DRAW);
  for (const location of [1, 2, 3]) {
    gl.enableVertexAttribArray(location);
    gl.vertexAttribDivisor(location, 1);
  }
  const onContextLost = (event: Event) => {
    event.preventDefault();
    onLost();
  };
  canvas.addEventListener('webglcontextlost', onContextLost);
  const color = (where: WebGLUniformLocation | null, value: string) => {
    const [red, green, blue] = bytesOf(value);
    gl.uniform3f(where, red / 255, green / 255, blue / 255);
  };
  /** Attributes read from the first seat that is in view. */
  const pointTo = (first: number) => {
    gl.bindBuffer(gl.ARRAY_BUFFER, seatBuffer);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, STRIDE, first * STRIDE);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, STRIDE, first * STRIDE + 8);
    gl.bindBuffer(gl.ARRAY_BUFFER, stateBuffer);
    gl.vertexAttribIPointer(3, 1, gl.UNSIGNED_BYTE, 1, first);
  };
  let ratio = 1;
  return {
    kind: 'webgl',
    resize(width, height, nextRatio) {
      ratio = nextRatio;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      gl.viewport(0, 0, canvas.width, canvas.height);
    },
    recolor({ theme, zones }) {
      const looks = zones.map((zone) => ({
        bytes: bytesOf(zone.color),
        flags: zone.isHatched ? HATCHED : 0,
      }));
      for (let seat = 0; seat < plan.seatCount; seat += 1) {
        const zone = looks[plan.zone[seat] ?? 0];
        const start = seat * STRIDE + 8;
        // Byte by byte: `set` takes six times as long for so few.
        for (let part = 0; part < 3; part += 1) bytes[start + part] = zone?.bytes[part] ?? 0;
        bytes[start + 3] = (plan.flags[seat] ?? 0) | (zone?.flags ?? 0);
      }
      gl.bindBuffer(gl.ARRAY_BUFFER, seatBuffer);
      gl.bufferData(gl.ARRAY_BUFFER, seats, gl.STATIC_DRAW);
      color(at.ink, theme.ink);
      color(at.paper, theme.paper);
      color(at.taken, theme.taken);
    },
    update({ drawn }, changed) {
      gl.bindBuffer(gl.ARRAY_BUFFER, stateBuffer);
      const single = changed === 'all' ? [] : [...changed];
      if (changed === 'all' || single.length > SINGLY) gl.bufferSubData(gl.ARRAY_BUFFER, 0, drawn);
      else for (const seat of single) gl.bufferSubData(gl.ARRAY_BUFFER, seat, drawn, seat, 1);
    },
    draw({ camera, areas }, isShown) {
      gl.clear(gl.COLOR_BUFFER_BIT);
      const range = isShown ? seatsInView({ plan, camera, areas }) : null;
      if (!range) return;
      const { x, y, scale } = camera.view;
      gl.uniform4f(at.camera, x, y, (2 * scale) / camera.width, (-2 * scale) / camera.height);
      gl.uniform4f(at.radius, RADIUS * plan.pitch, RADIUS * camera.pitch * ratio, 0, 0);
      pointTo(range.first);
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, range.end - range.first);
    },
    destroy() {
      canvas.removeEventListener('webglcontextlost', onContextLost);
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}

/** From the first to the last seat of all sections in view: a section's seats follow one another. */
function seatsInView({ plan, camera, areas }: Pick<Scene, 'plan' | 'camera' | 'areas'>) {
  const { left, right, top, bottom } = camera.seen;
  let [first, end] = [plan.seatCount, 0];
  for (const { section, bounds } of areas) {
    if (bounds.left > right || bounds.right < left || bounds.top > bottom || bounds.bottom < top) continue;
    const { firstSeat = 0, seatCount = 0 } = plan.sections[section] ?? {};
    if (seatCount === 0) continue;
    first = Math.min(first, firstSeat);
    end = Math.max(end, firstSeat + seatCount);
  }
  return first < end ? { first, end } : null;
}

async function programOf(gl: WebGL2RenderingContext): Promise<WebGLProgram | null> {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertexShader],
    [gl.FRAGMENT_SHADER, fragmentShader],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  // Asking for anything else would wait for the compiler.
  const parallel = gl.getExtension('KHR_parallel_shader_compile');
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  const isBusy = () =>
    (fence && gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED) ||
    (parallel && !gl.getProgramParameter(program, parallel.COMPLETION_STATUS_KHR));
  while (!gl.isContextLost() && isBusy()) await new Promise((resolve) => setTimeout(resolve, 8));
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
}
