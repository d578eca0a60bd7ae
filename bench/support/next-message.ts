import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * The next message that a process sends over IPC.
 *
 * @param name of the process, for the error
 * @throws Error when it ends before
 */
export async function nextMessage<Message>(child: ChildProcess, name: string): Promise<Message> {
  const settled = new AbortController();
  const { signal } = settled;
  try {
    const ended = once(child, 'exit', { signal }).then(([code, by]) => {
      throw new Error(`expected a message from ${name}, it ended with ${code ?? by}`);
    });
    const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
    return message as Message;
  } finally {
    settled.abort();
  }
}
