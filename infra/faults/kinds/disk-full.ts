import { type Fault, seconds } from '../fault.ts';

/** The disk of the database has no room left, and later has. */
export const diskFull: Fault = {
  name: 'disk-full',
  needs: 'disk',
  lacks: ({ disk }) => (disk ? undefined : 'a file system of its own can be mounted by root on Linux only'),
  async inject({ system: { disk } }, random) {
    if (!disk) throw new RangeError('no disk');
    const lastsMs = random.integer(3_000, 8_000);
    await disk.fill();
    return {
      what: seconds(lastsMs),
      lastsMs,
      async heal() {
        await disk.free();
        return [];
      },
    };
  },
};
