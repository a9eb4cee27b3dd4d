import { Problem } from '../problem.ts';
import { isPortFree, nextFreePort } from '../process/ports.ts';

/**
 * A port for one part: the one that was asked for, which must be free, or the first free one from the usual number on.
 * Throws Problem PORT_TAKEN.
 */
export async function choosePort(wish: {
  what: string;
  variable: string;
  asked: number | undefined;
  usual: number;
  taken: Set<number>;
  onMoved: (what: string, wanted: number, port: number) => void;
}): Promise<number> {
  const { what, variable, asked, usual, taken } = wish;
  if (asked !== undefined) {
    if (!(await isPortFree(asked))) throw new Problem('PORT_TAKEN', { port: asked, what, variable });
    taken.add(asked);
    return asked;
  }
  const port = await nextFreePort(usual, taken);
  if (port !== usual) wish.onMoved(what, usual, port);
  taken.add(port);
  return port;
}
