import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { KeptMapping } from '@tinhgon/rules/views/import-mapping';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table.tsx';
import { FailureNote } from '../../../components/failure-note.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useSave } from '../../../server/use-save.ts';
import { useTRPC, useTRPCClient } from '../../../server/trpc.ts';
import styles from './own.module.css';

interface Doing {
  readonly what: 'rename' | 'remove';
  readonly mapping: KeptMapping;
}

const keyOf = ({ kind, headings }: KeptMapping): string => `${kind}/${headings.join('/')}`;

/** How the reader's agency has its spreadsheets read: each can be called something, and done away with. */
export function KeptMappings() {
  const { t } = useTranslation();
  const format = useFormat();
  const trpc = useTRPC();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { data: kept = [] } = useQuery({
    ...trpc.imports.mappings.queryOptions({}),
    // A file that was just looked at may have brought another.
    refetchOnMount: 'always',
  });
  if (kept.length === 0) return null;
  const called = ({ name, headings }: KeptMapping) => name ?? headings.filter(Boolean).join(', ');
  return (
    <section>
      <h2>{t('import.own.keptList.title')}</h2>
      <DataTable
        caption={t('import.own.keptList.title')}
        rows={kept}
        rowKey={keyOf}
        columns={[
          {
            key: 'name',
            heading: t('import.own.keptList.name'),
            rowHeader: true,
            cell: (row) => (
              <>
                {called(row)}
                {row.name !== null && (
                  <div className="small soft">{row.headings.filter(Boolean).join(', ')}</div>
                )}
              </>
            ),
          },
          { key: 'kind', heading: t('import.kind'), cell: (row) => t(`import.kinds.${row.kind}`) },
          {
            key: 'recorded',
            heading: t('app.recorded'),
            cell: ({ recorded }) => (
              <>
                {recorded.by}
                <div className="small soft">{format.moment(recorded.at)}</div>
              </>
            ),
          },
          {
            key: 'act',
            heading: t('import.own.keptList.act'),
            cell: (mapping) => (
              <div className={styles.acts}>
                {(['rename', 'remove'] as const).map((what) => (
                  <button
                    key={what}
                    type="button"
                    className="link-button"
                    onClick={() => setDoing({ what, mapping })}
                  >
                    {t(`import.own.keptList.${what}`)}
                    <span className="visually-hidden"> {called(mapping)}</span>
                  </button>
                ))}
              </div>
            ),
          },
        ]}
      />
      {doing?.what === 'rename' && <Rename mapping={doing.mapping} onClose={() => setDoing(null)} />}
      {doing?.what === 'remove' && (
        <Remove mapping={doing.mapping} called={called(doing.mapping)} onClose={() => setDoing(null)} />
      )}
    </section>
  );
}

interface DialogProps {
  readonly mapping: KeptMapping;
  readonly onClose: () => void;
}

function Rename({ mapping, onClose }: DialogProps) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const [name, setName] = useState(mapping.name ?? '');
  const [tried, setTried] = useState(false);
  const { kind, headings } = mapping;
  const save = useSave(
    (called: string) => client.imports.renameMapping.mutate({ kind, headings, name: called }),
    onClose,
  );
  return (
    <FormDialog
      title={t('import.own.keptList.renameTitle')}
      submit={t('app.save')}
      pending={save.pending}
      problem={save.failure && <FailureNote failure={save.failure} />}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (name.trim() !== '') void save.run(name.trim());
      }}
    >
      <TextInput
        label={t('import.own.keptList.name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried && name.trim() === '' && t('form.required')}
        data-autofocus
      />
    </FormDialog>
  );
}

/** Asks once more: a colleague's next file will have to be mapped anew. */
function Remove({ mapping, called, onClose }: DialogProps & { readonly called: string }) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const { kind, headings, version } = mapping;
  const save = useSave(() => client.imports.removeMapping.mutate({ kind, headings, version }), onClose);
  return (
    <FormDialog
      title={t('import.own.keptList.removeTitle')}
      submit={t('import.own.keptList.removeConfirm')}
      pending={save.pending}
      problem={save.failure && <FailureNote failure={save.failure} />}
      onClose={onClose}
      onSubmit={() => void save.run(undefined)}
    >
      <p className="medium">{called}</p>
      <p>{t('import.own.keptList.removeHint')}</p>
    </FormDialog>
  );
}
