import { Button, Group, Modal, NativeSelect, Textarea } from '@mantine/core';
import { DATE_GROUNDS, type DateGround } from '@tinhgon/rules/dates/date';
import { REASON_MAX } from '@tinhgon/rules/text';
import type { DatesView } from '@tinhgon/rules/views/dates';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useAnnounce } from '../announcer.tsx';
import { ConflictNote } from '../conflict-note.tsx';
import { DayInput } from '../day-input.tsx';
import type { SendDates } from './date-commands.ts';

interface RequestDialogProps {
  readonly row: DatesView['dates'][number];
  readonly version: number;
  readonly command: SendDates;
  readonly onReload: () => void;
  readonly onClose: () => void;
}

/** Asks for another date: which, why, and on what ground where its last days need one. */
export function RequestDialog({ row, version, command, onReload, onClose }: RequestDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const announce = useAnnounce();
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [ground, setGround] = useState<DateGround | ''>('');
  const [tried, setTried] = useState(false);
  const groundMissing = row.locked && ground === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (to === null || reason.trim() === '' || groundMissing) return;
    const answer = await command.send(
      { type: 'requestDateChange', date: row.date, to, reason: reason.trim(), ...(ground && { ground }) },
      version,
    );
    if (!answer) return;
    announce(answer.projected ? t('dates.sent') : t('app.recordedLater'));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('dates.changeOf', { date: t(`dates.name.${row.date}`) })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ConflictNote failure={command.failure} onReload={onReload} />
        <p className="soft">
          {row.present ? t('dates.presentIs', { day: format.day(row.present) }) : t('dates.presentNone')}
        </p>
        <DayInput
          label={t('dates.to')}
          required
          value={to}
          onChange={setTo}
          error={tried && to === null && t('dates.toMissing')}
        />
        <NativeSelect
          label={t('dates.ground')}
          {...(row.locked && { description: t('dates.groundNote') })}
          required={row.locked}
          mt="md"
          data={[
            { value: '', label: t('dates.groundNone') },
            ...DATE_GROUNDS.map((value) => ({ value, label: t(`dates.grounds.${value}`) })),
          ]}
          value={ground}
          onChange={(event) => setGround(event.currentTarget.value as DateGround | '')}
          error={tried && groundMissing && t('dates.groundMissing')}
        />
        <Textarea
          label={t('dates.reasonWhy')}
          required
          mt="md"
          autosize
          minRows={3}
          maxLength={REASON_MAX}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && reason.trim() === '' && t('decision.reasonMissing')}
        />
        <Group mt="lg">
          <Button type="submit" loading={command.pending}>
            {t('dates.send')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
