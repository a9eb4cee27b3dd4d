/** The one setting of the commands in this folder. Ends the program with a sentence when it is missing. */
export function databaseUrl(): string {
  const url = process.env['DATABASE_URL'];
  if (url) return url;
  console.error(
    'DATABASE_URL is not set: give the address of the database, postgres://user:password@host/name',
  );
  process.exit(1);
}
