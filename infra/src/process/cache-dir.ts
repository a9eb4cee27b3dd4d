import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where downloads that every copy of the project on this machine may share are kept. */
export function cacheDir(environment: NodeJS.ProcessEnv = process.env): string {
  return join(base(environment), 'tinhgon');
}

function base(environment: NodeJS.ProcessEnv): string {
  if (environment['XDG_CACHE_HOME']) return environment['XDG_CACHE_HOME'];
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') return environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  return join(homedir(), '.cache');
}
