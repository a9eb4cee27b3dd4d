import { Button, Popover, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';

const DayPicker = lazy(() => import('./day-picker.tsx').then((module) => ({ default: module.DayPicker })));

/** Which day's state is shown. It stands in the address; without it, today's. */
export function AsAt({
  day,
  chosen,
  onChoose,
}: {
  readonly day: string;
  readonly chosen: boolean;
  /** Undefined for today. */
  readonly onChoose: (day: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, actions] = useDisclosure();
  const choose = (asAt: string | undefined) => {
    actions.close();
    onChoose(asAt);
  };
  return (
    <Popover
      opened={open}
      onChange={(now) => !now && actions.close()}
      trapFocus
      returnFocus
      withinPortal
      position="bottom-start"
    >
      <Popover.Target>
        <Button variant="default" size="compact-md" onClick={actions.toggle} aria-haspopup="dialog">
          {t('progress.asAt', { day: format.day(day) })} ▾
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('progress.chooseDay')}>
        <Suspense fallback={<Skeleton width={252} height={290} />}>
          <DayPicker day={day} onChoose={choose} />
        </Suspense>
        {chosen && (
          <Button variant="subtle" fullWidth mt={8} onClick={() => choose(undefined)}>
            {t('progress.today')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
