import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ProgrammeTaskView } from '@tinhgon/rules/views/programme-task';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../components/failure-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { useSave } from '../../server/use-save.ts';
import styles from './programme-task.module.css';

interface TaskHistoryProps {
  readonly code: string;
  readonly mayEnter: boolean;
  readonly onClose: () => void;
}

/** What a task said, version by version: who recorded it, when and why; and the way to take it away. */
export function TaskHistory({ code, mayEnter, onClose }: TaskHistoryProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const query = useQuery(trpc.programmeTasks.get.queryOptions({ code }));
  const [removing, setRemoving] = useState(false);
  const remove = useSave(
    (reason: string) =>
      client.programmeTasks.remove.mutate({ code, basedOn: query.data?.version ?? 1, reason }),
    onClose,
  );
  if (removing) {
    return (
      <ReasonDialog
        title={t('task.removeTitle')}
        intro={t('task.removeHint')}
        submit={t('task.remove')}
        pending={remove.pending}
        problem={remove.failure && <FailureNote failure={remove.failure} />}
        onClose={onClose}
        onSubmit={(reason) => void remove.run(reason)}
      />
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('task.historyOf', { code })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Loaded query={query} skeleton={<SkeletonLines count={5} />}>
        {(task) => (
          <>
            <ol className={styles.versions} reversed>
              {task.versions.map((version) => (
                <Version key={version.version} version={version} />
              ))}
            </ol>
            {mayEnter && !task.removed && (
              <Button variant="default" mt="md" onClick={() => setRemoving(true)}>
                {t('task.remove')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Modal>
  );
}

function Version({ version }: { readonly version: ProgrammeTaskView['versions'][number] }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const facts = [
    [t('task.name'), version.name],
    [t('task.paper'), version.paper],
    [t('task.owner'), [name(version.owner.name), version.person?.name].filter(Boolean).join(', ')],
    [t('task.assignedOn'), format.day(version.assignedOn)],
    [t('task.deadline'), format.day(version.deadline)],
    [t('task.doneOn'), version.doneOn === null ? t('task.notDone') : format.day(version.doneOn)],
    ...(version.result ? [[t('task.result'), version.result] as const] : []),
  ] as const;
  return (
    <li>
      <p className="medium">
        {t('task.version', { number: version.version })}
        {version.removed && <span className="late"> · {t('task.removed')}</span>}
      </p>
      <p className="small soft">
        {t('indicator.recorded', { name: version.by, moment: format.moment(version.at) })}
        {version.reason && (
          <>
            {' · '}
            {t('app.reason')}: {version.reason}
          </>
        )}
      </p>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
