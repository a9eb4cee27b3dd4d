import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const SECRET = /^[\w-]{43}$/;

/** The secret in the address of a calendar; whoever has it reads the calendar. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');
export const isSecret = (text: string): boolean => SECRET.test(text);
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
