import type { Message } from '@tinhgon/database/webhooks/note-delivery';
import type { FeedItem } from '@tinhgon/rules/views/feed';

/** An event as it is sent: the line of the feed, without who did it. */
export function messageOf(webhook: string, event: FeedItem): Message {
  const { position, subject, seq, version, type, at } = event;
  const kind = subject.slice(0, subject.indexOf('/'));
  return {
    position,
    messageId: `msg_${webhook.replaceAll('-', '')}_${position}`,
    type: `${kind}.${type}`,
    subject,
    body: JSON.stringify({
      type: `${kind}.${type}`,
      timestamp: at,
      data: { position, subject, seq, version, type, at },
    }),
  };
}
