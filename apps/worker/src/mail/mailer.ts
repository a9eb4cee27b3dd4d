import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';

export interface Message {
  /** Names the message; the same at every attempt, so that a mail server knows one it has had. */
  readonly id: string;
  readonly to: string;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** `refused`: this message will never be taken. `unreachable`: no message would be now. */
export type SendResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'refused' | 'later' | 'unreachable'; readonly error: string };

/** A mail server. */
export interface Mailer {
  send(message: Message): Promise<SendResult>;
  close(): void;
}

const CONNECT_MS = 10_000;
const ANSWER_MS = 20_000;

/** The mail server the environment names; null when it names none. */
export function mailerOf({
  SMTP_URL: url,
  MAIL_FROM: from,
  PUBLIC_URL: publicUrl,
}: Pick<Config, 'SMTP_URL' | 'MAIL_FROM' | 'PUBLIC_URL'>): Mailer | null {
  return url === undefined || from === undefined ? null : createMailer({ url, from, publicUrl });
}

function createMailer(options: {
  readonly url: string;
  readonly from: string;
  readonly publicUrl: string;
}): Mailer {
  const { url, from, publicUrl } = options;
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { hostname } = new URL(publicUrl);
  return {
    async send({ id, to, language, subject, text, html }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${id}@${hostname}>`,
          list: { unsubscribe: `${publicUrl}/me/preferences` },
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        });
        return { ok: true };
      } catch (error) {
        return { ok: false, why: whyNot(error), error: String((error as Error).message).slice(0, 300) };
      }
    },
    close: () => transport.close(),
  };
}

/** A server that says no to the addressee or the text means it; one that says no to us may be set up wrongly. */
function whyNot(error: unknown): 'refused' | 'later' | 'unreachable' {
  const { responseCode = 0, command } = error as { responseCode?: number; command?: string };
  if (command !== 'RCPT TO' && command !== 'DATA') return 'unreachable';
  return responseCode >= 500 ? 'refused' : 'later';
}
