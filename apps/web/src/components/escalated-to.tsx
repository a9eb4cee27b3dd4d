import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useWords } from '../language/use-words.ts';
import { useTRPC } from '../server/trpc.ts';

interface EscalatedToProps {
  readonly subject: 'plan' | 'document';
  readonly code: string;
}

/** Which leaders were told that an open step is late, and when. Nothing while nobody was. */
export function EscalatedTo({ subject, code }: EscalatedToProps) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const format = useFormat();
  const { data = [] } = useQuery(useTRPC().notifications.escalations.queryOptions({ subject, code }));
  return data.map(({ step, to, at }) => (
    <p key={step} className="soft">
      {data.length > 1 && `${capital('step', step)}: `}
      {t('reminders.escalatedTo', {
        names: to.map(({ name }) => name).join(', '),
        day: format.dayOf(at),
      })}
    </p>
  ));
}
