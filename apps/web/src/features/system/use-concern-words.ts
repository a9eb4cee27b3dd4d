import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import type { Concern } from './concerns.ts';

interface Words {
  readonly is: string;
  readonly todo: string;
  /** Part of the page that tells more. */
  readonly at: string;
}

const secondsSince = (instant: string): number => (Date.now() - Date.parse(instant)) / 1_000;

/** A concern in words: what it is, what to do, where more of it stands. */
export function useConcernWords(): (concern: Concern) => Words {
  const { t } = useTranslation();
  const format = useFormat();
  const titles = {
    workers: t('system.workers.title'),
    record: t('system.pace.title'),
    mails: t('system.mails.title'),
    told: t('webhook.title'),
    scheduled: t('system.scheduled.title'),
    stuck: t('system.stuck.title'),
  };

  function whatIs(concern: Concern): Omit<Words, 'todo'> {
    switch (concern.is) {
      case 'databaseSilent':
      case 'databaseBehind':
      case 'temporalSilent':
        return { is: t(`system.concern.${concern.is}.is`), at: 'ready' };
      case 'notServed':
        return {
          is: t('system.concern.notServed.is', { role: t(`system.role.${concern.role}`) }),
          at: 'workers',
        };
      case 'workWaits':
        return {
          is: t('system.concern.workWaits.is', {
            role: t(`system.role.${concern.role}`),
            number: format.number(concern.count),
            age: format.duration(concern.seconds),
          }),
          at: 'workers',
        };
      case 'rowsBehind':
        return {
          is: t('system.concern.rowsBehind.is', { age: format.duration(concern.seconds) }),
          at: 'record',
        };
      case 'startsWait':
        return {
          is: t('system.concern.startsWait.is', {
            number: format.number(concern.count),
            age: format.duration(secondsSince(concern.since)),
          }),
          at: 'record',
        };
      case 'scheduleLate':
      case 'scheduleFailed':
      case 'schedulePaused':
        return {
          is: t(`system.concern.${concern.is}.is`, { name: t(`system.schedule.${concern.name}`) }),
          at: 'scheduled',
        };
      case 'partSilent':
        return {
          is: t('system.concern.partSilent.is', { part: titles[concern.part] }),
          at: concern.part,
        };
      case 'notTold':
        return {
          is: t('system.concern.notTold.is', {
            troubled: format.number(concern.troubled),
            failed: format.number(concern.failed),
            stopped: format.number(concern.stopped),
          }),
          at: 'told',
        };
      case 'differences':
      case 'mailsFailed':
      case 'mailsTroubled':
      case 'stuck':
        return {
          is: t(`system.concern.${concern.is}.is`, { number: format.number(concern.count) }),
          at: COUNTED_AT[concern.is],
        };
    }
  }

  function todo(concern: Concern): string {
    if (concern.is !== 'notServed') return t(`system.concern.${concern.is}.do`);
    const { role, otherVersion } = concern;
    const start = t(`system.concern.notServedDo.${role}`);
    if (otherVersion === null) return start;
    return otherVersion === ''
      ? t('system.concern.noVersion')
      : `${start} ${t('system.concern.otherVersion', { id: otherVersion })}`;
  }

  return (concern) => ({ ...whatIs(concern), todo: todo(concern) });
}

const COUNTED_AT = {
  differences: 'scheduled',
  mailsFailed: 'mails',
  mailsTroubled: 'mails',
  stuck: 'stuck',
} as const;
