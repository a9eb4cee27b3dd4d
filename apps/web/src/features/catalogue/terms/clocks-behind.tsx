import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../../components/note.tsx';
import { useTRPC } from '../../../server/trpc.ts';
import { ReplanList } from './replan-list.tsx';
import { ReplanStart } from './replan-start.tsx';

/** Open clocks that an earlier calendar still sets; nothing when there are none. */
export function ClocksBehind() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.terms.clocksBehind.queryOptions());
  const [open, setOpen] = useState(false);
  if (!data || data.total === 0) return null;
  return (
    <Note tone="soon">
      <p>{t('terms.clocksBehind', { count: data.total })}</p>
      <Group gap="sm" mt="xs">
        <ReplanStart
          what={{ of: 'calendar' }}
          count={data.total}
          label={t('terms.replanNow', { count: data.total })}
        />
        <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('terms.showThem')}
        </Button>
      </Group>
      {open && <ReplanList preview={data} />}
    </Note>
  );
}
