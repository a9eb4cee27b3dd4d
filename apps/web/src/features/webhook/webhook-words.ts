import type { DeliveryView, WebhookView } from '@tinhgon/rules/views/webhook';
import { type Topic, type TopicKind, topicOf } from '@tinhgon/rules/webhook/topics';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';

/** Why there was no answer, where it can be said in words. */
const KNOWN_ERRORS = [
  'ADDRESS_REFUSED',
  'TIMED_OUT',
  'SECRET_UNREADABLE',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
] as const;

const kindOf = (topic: Topic) => topic.slice(0, topic.indexOf('.')) as TopicKind;

export interface Standing {
  readonly tone: 'ok' | 'soon' | 'late' | 'soft';
  readonly text: string;
}

/** What is said of webhooks and of what is sent to them. */
export function useWebhookWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    standing({ enabled, stoppedAt, failingSince, retryAt, lastDeliveredAt }: WebhookView): Standing {
      if (!enabled && stoppedAt !== null) {
        return { tone: 'late', text: t('webhook.stopped', { moment: format.moment(stoppedAt) }) };
      }
      if (!enabled) return { tone: 'soft', text: t('webhook.off') };
      if (failingSince === null && lastDeliveredAt === null)
        return { tone: 'soft', text: t('webhook.onQuiet') };
      if (failingSince === null) return { tone: 'ok', text: t('webhook.on') };
      const since = t('webhook.failing', { moment: format.moment(failingSince) });
      const next = retryAt === null ? '' : ` ${t('webhook.nextTry', { moment: format.moment(retryAt) })}`;
      return { tone: 'soon', text: `${since}${next}` };
    },
    /** By kind: “Plans: beginning and end, …”. */
    topics: (topics: readonly Topic[]): readonly string[] =>
      [...Map.groupBy(topics, kindOf)].map(
        ([kind, own]) =>
          `${t(`webhook.kind.${kind}`)}: ${own.map((topic) => t(`webhook.topic.${topic}`)).join(' · ')}`,
      ),
    /** “Plan BTP-2026-017” and what kind of thing happened to it; a test is about nothing. */
    about({ subject, type }: Pick<DeliveryView, 'subject' | 'type'>) {
      const topic = subject === null ? null : topicOf({ subject, type: type.slice(type.indexOf('.') + 1) });
      if (subject === null || topic === null) return { title: subject ?? t('webhook.aTest'), what: null };
      const code = subject.slice(subject.indexOf('/') + 1);
      return { title: t(`webhook.subject.${kindOf(topic)}`, { code }), what: t(`webhook.topic.${topic}`) };
    },
    /** What the receiver said, or why it said nothing. */
    answered({ status, error }: Pick<DeliveryView, 'status' | 'error'>): string {
      if (status !== null) return t('webhook.answered', { status });
      if (error === null) return t('webhook.notTried');
      const known = KNOWN_ERRORS.find((one) => one === error);
      return known ? t(`webhook.error.${known}`) : t('webhook.errorOther', { code: error });
    },
  };
}
