import pg from 'pg';
import { Problem } from '../problem.ts';
import { runProgram } from '../process/run-program.ts';

const TIMEOUT_MS = 300_000;
const DATABASES = { temporal: 'postgresql/v12/temporal', temporal_visibility: 'postgresql/v12/visibility' };
export const TEMPORAL_USER = 'temporal';

/**
 * Temporal's own databases in the cluster of `adminUrl`, owned by a role of its own, at the schema of the server's
 * version. Doing it again changes nothing.
 */
export async function prepareTemporalDatabases(
  adminUrl: string,
  password: string,
  sqlTool: string,
): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const fresh: string[] = [];
  try {
    const role = await admin.query('select from pg_roles where rolname = $1', [TEMPORAL_USER]);
    const known = (role.rowCount ?? 0) > 0;
    await admin.query(
      `${known ? 'alter' : 'create'} role ${TEMPORAL_USER} login password ${admin.escapeLiteral(password)}`,
    );
    for (const name of Object.keys(DATABASES)) {
      const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
      if (rowCount !== 0) continue;
      // Temporal compares keys byte by byte.
      await admin.query(
        `create database ${name} owner ${TEMPORAL_USER} template template0 locale_provider builtin builtin_locale 'C.UTF-8'`,
      );
      fresh.push(name);
    }
  } finally {
    await admin.end();
  }
  const { hostname, port } = new URL(adminUrl);
  for (const [name, schema] of Object.entries(DATABASES)) {
    const tool = (...args: string[]) =>
      run(sqlTool, ['--plugin', 'postgres12', '--ep', hostname, '-p', port, '--db', name, ...args], password);
    if (fresh.includes(name)) await tool('setup-schema', '-v', '0.0');
    await tool('update-schema', '--schema-name', schema);
  }
}

async function run(program: string, args: readonly string[], password: string): Promise<void> {
  const environment = { SQL_USER: TEMPORAL_USER, SQL_PASSWORD: password };
  const result = await runProgram(program, args, environment, TIMEOUT_MS);
  if (result.code !== 0)
    throw new Problem('TEMPORAL_FAILED', { reason: (result.stdout + result.stderr).trim().slice(-300) });
}
