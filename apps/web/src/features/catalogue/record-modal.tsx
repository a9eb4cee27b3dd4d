import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../components/failure-note.tsx';
import type { CommandFailure } from '../../server/use-command.ts';
import styles from './catalogue.module.css';

interface RecordModalProps {
  readonly title: string;
  readonly pending: boolean;
  /** About none of the fields. */
  readonly failure: CommandFailure | null;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A dialog with one record's fields. */
export function RecordModal({ title, pending, failure, onClose, onSubmit, children }: RecordModalProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        noValidate
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {failure && <FailureNote failure={failure} />}
        {children}
        <Group mt="sm">
          <Button type="submit" loading={pending}>
            {t('app.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
