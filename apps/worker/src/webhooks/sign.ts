import { Webhook } from 'standardwebhooks';

/** What is signed. */
interface Signed {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/** The headers a receiver checks, as Standard Webhooks says: one signature for each secret that is good at the moment. */
export const signedHeaders = ({ id, at, body }: Signed, secrets: readonly string[]) => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
  'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
});
