import { answerOf, type Answer, type Player, type World } from './world.ts';

export interface Sending {
  readonly name?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Sends a file as a form does: fields first. */
export async function send(
  world: World,
  player: Player | null,
  path: string,
  bytes: Buffer,
  { name = 'tệp.pdf', fields = {} }: Sending = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const headers: Record<string, string> = player
    ? { authorization: `Bearer ${await world.token(player)}` }
    : {};
  return answerOf(await fetch(`${world.url}/api/v1${path}/files`, { method: 'POST', headers, body: form }));
}

/** One version of a file, in whole or in part. */
export async function download(
  world: World,
  player: Player | null,
  { fileId, version }: { readonly fileId: string; readonly version: number },
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const signedIn = player ? { authorization: `Bearer ${await world.token(player)}` } : {};
  const response = await fetch(`${world.url}/api/v1/files/${fileId}/${version}`, {
    method,
    headers: { ...signedIn, ...headers },
  });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}
