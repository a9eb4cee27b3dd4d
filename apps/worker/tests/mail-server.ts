import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface TestMailServer {
  readonly url: string;
  /** What was taken, in order. */
  readonly mails: readonly ParsedMail[];
  stop(): Promise<void>;
}

/** A mail server on this machine. `refuse` names addresses it knows nothing of. */
export async function startMailServer({
  port = 0,
  refuse = [],
}: {
  readonly port?: number;
  readonly refuse?: readonly string[];
} = {}): Promise<TestMailServer> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const unknown = Object.assign(new Error(`no such mailbox: ${address}`), { responseCode: 550 });
      done(refuse.includes(address) ? unknown : null);
    },
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail);
          done();
        },
        (error: unknown) => done(error as Error),
      );
    },
  });
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
