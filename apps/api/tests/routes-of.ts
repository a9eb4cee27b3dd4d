import type { World } from './world.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Method and address of all routes of the server, as its router has them: `GET /api/v1/plans/:code`. */
export function routesOf({ server }: World): readonly string[] {
  const found: string[] = [];
  const path: string[] = [];
  for (const line of server.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent = '', part = '', methods = ''] =
      /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (part === '') continue;
    path.splice(indent.length / 4, path.length, part);
    for (const method of methods.split(', ')) {
      if (METHODS.includes(method)) found.push(`${method} ${path.join('')}`);
    }
  }
  return found;
}
