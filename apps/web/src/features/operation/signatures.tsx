import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OperationView } from '@tinhgon/rules/views/operation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { ExplainedButton } from '../../components/explained-button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { CommandIds } from '../../server/command-id.ts';
import { failureOf, NO_ANSWER } from '../../server/failure.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import styles from './operation.module.css';

const namesOf = (people: readonly { readonly name: string }[]) =>
  [...new Set(people.map((one) => one.name))].join(', ');

/** A leader of each agency signs that everything went over. */
export function Signatures({
  operation,
  report,
}: {
  readonly operation: OperationView;
  readonly report: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name } = useWords();
  const { id, signatures } = operation;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const [ids] = useState(() => new CommandIds());
  const sign = useMutation({
    mutationFn: (agency: string) =>
      client.operations.sign.mutate({ id, agency, report, commandId: ids.idFor({ agency, report }) }),
    onSuccess: () => ids.answered(),
    onSettled: () => cache.invalidateQueries({ queryKey: trpc.operations.pathKey() }),
  });
  const whoSigns = ({ leaders, barred, ledOn }: (typeof signatures)[number]) => {
    if (leaders.length > 0) return t('operation.maySign', { names: namesOf(leaders) });
    const day = format.day(ledOn);
    return barred.length > 0
      ? t('operation.leadersBarred', { names: namesOf(barred), day })
      : t('operation.noLeader', { day });
  };
  const unsigned = signatures.filter(({ by }) => !by);
  const several = unsigned
    .flatMap(({ leaders }) => leaders)
    .filter(({ id: leader }, index, all) => all.findIndex((one) => one.id === leader) < index);
  return (
    <section className={styles.section}>
      <h2>{t('operation.signatures')}</h2>
      {sign.error && (
        <FailureNote failure={failureOf(sign.error) ?? { code: NO_ANSWER, message: '', logId: '' }} />
      )}
      <DataTable
        caption={t('operation.signatures')}
        rows={signatures}
        rowKey={(row) => row.agency.code}
        columns={[
          {
            key: 'agency',
            heading: t('catalogue.agency'),
            rowHeader: true,
            cell: (row) => name(row.agency.name),
          },
          {
            key: 'by',
            heading: t('operation.signedBy'),
            cell: (row) =>
              row.by && row.at ? (
                t('operation.signedAt', { name: row.by.name, at: format.moment(row.at) })
              ) : (
                <>
                  <span className="medium">{t('operation.unsigned')}</span>{' '}
                  <span className="soft">{whoSigns(row)}</span>
                </>
              ),
          },
          {
            key: 'sign',
            heading: t('catalogue.actions'),
            cell: (row) =>
              !row.by && (
                <ExplainedButton
                  size="compact-sm"
                  variant="default"
                  may={row.may}
                  loading={sign.isPending && sign.variables === row.agency.code}
                  onClick={() => sign.mutate(row.agency.code)}
                >
                  {t('operation.sign')}
                </ExplainedButton>
              ),
          },
        ]}
      />
      {several.length > 0 && (
        <p className="small soft">{t('operation.signOnce', { names: namesOf(several) })}</p>
      )}
    </section>
  );
}
