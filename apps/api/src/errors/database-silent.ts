/** SQL states of a server that is away, starting, stopping or full; `57014` is a statement that took too long. */
const STATES = /^(08...|53...|57P0[1-5]|57014|25006)$/;
const NETWORK = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENOENT',
];
/** The pool says these in words only. */
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool|timeout expired|Query read timeout|the database took too long)|is not currently accepting connections/;

/** Whether an error means that the database does not answer, rather than that it answered "no". */
export function isDatabaseSilent(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseSilent);
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (STATES.test(code) || NETWORK.includes(code))) return true;
  return WORDS.test(error.message);
}

/** Rejects when `asked` takes longer: a database that hangs is as silent as one that is gone. */
export async function within<T>(ms: number, asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database took too long')), ms);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
