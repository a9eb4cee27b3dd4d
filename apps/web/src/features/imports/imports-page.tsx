import { Button, FileInput, Group, NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ImportKind, ImportResult } from '@tinhgon/rules/views/import';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { useMe } from '../../server/use-me.ts';
import { keepFile, letGo } from './own/kept-work.ts';
import type { CommandFailure } from '../../server/use-command.ts';
import { firstKind } from './first-kind.ts';
import { ImportReport } from './import-report.tsx';
import { ImportProgress } from './import-progress.tsx';
import { type Progressed, sendFile } from './send-file.ts';

const route = getRouteApi('/imports');

/** A file is first checked row by row; only a file without problems can be taken in, all of it or nothing. */
export function ImportsPage() {
  const { t, i18n } = useTranslation();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const me = useMe();
  const { kind: carried } = route.useSearch();
  const kinds = me.may.importKinds;
  const [kind, setKind] = useState<ImportKind>(firstKind(kinds, carried));
  const [file, setFile] = useState<File | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const [sent, setSent] = useState<Progressed | null>(null);
  const [missing, setMissing] = useState(false);

  const run = async (dryRun: boolean) => {
    if (!file) {
      setMissing(true);
      return;
    }
    setFailure(null);
    setSent({ sent: 0 });
    const answer = await sendFile({ kind, file, dryRun }, setSent);
    setSent(null);
    if (answer.ok) {
      setResult(answer.result);
      if (!dryRun) void cache.invalidateQueries();
    } else setFailure(answer.failure);
  };
  const restart = () => {
    setResult(null);
    setFailure(null);
    setMissing(false);
  };
  if (kinds.length === 0) {
    return (
      <Page title={t('import.title')}>
        <Empty title={t('import.nothing')}>{t('import.nothingHint')}</Empty>
      </Page>
    );
  }
  const clean = result?.dryRun === true && result.problems.length === 0;
  return (
    <Page title={t('import.title')}>
      <p className="soft">{t('import.intro')}</p>
      <p>
        <Link to="/imports/own" search={{ kind }}>
          {t('import.own.link')}
        </Link>
      </p>
      <div style={{ display: 'grid', gap: 12, maxWidth: 520 }}>
        <NativeSelect
          label={t('import.kind')}
          data={kinds.map((value) => ({ value, label: t(`import.kinds.${value}`) }))}
          value={kind}
          onChange={(event) => {
            setKind(event.currentTarget.value as ImportKind);
            restart();
          }}
        />
        <a href={`/api/v1/imports/template?kind=${kind}&lang=${i18n.language}`} download={`${kind}.csv`}>
          {t('import.template', { kind: t(`import.kinds.${kind}`) })}
        </a>
        <FileInput
          label={t('import.file')}
          description={t('import.formats')}
          placeholder={t('import.choose')}
          accept=".xlsx,.csv,.json"
          value={file}
          onChange={(chosen) => {
            setFile(chosen);
            restart();
          }}
          error={missing && t('import.fileMissing')}
          clearable
          clearButtonProps={{ 'aria-label': t('app.clear') }}
        />
        <Group>
          <Button
            variant={clean ? 'default' : 'filled'}
            loading={sent !== null}
            onClick={() => void run(true)}
          >
            {t('import.check')}
          </Button>
          {clean && (
            <Button loading={sent !== null} onClick={() => void run(false)}>
              {t('import.commit')}
            </Button>
          )}
        </Group>
      </div>
      <div role="status" style={{ minHeight: 48, paddingTop: 16 }}>
        {sent !== null && <ImportProgress of={sent} />}
        {result && !result.dryRun && result.problems.length === 0 && (
          <Note tone="ok" title={t('import.done')}>
            {(result.toApprove ?? 0) > 0 && <p>{t('import.toApprove', { count: result.toApprove })}</p>}
            {result.toStart > 0 && <p>{t('import.toStart', { count: result.toStart })}</p>}
          </Note>
        )}
      </div>
      {failure && <FailureNote failure={failure} />}
      {file &&
        result?.problems.some(({ code }) => code === 'MISSING_COLUMN' || code === 'UNKNOWN_COLUMN') && (
          <Note title={t('import.own.otherHeadings')}>
            <Button
              variant="default"
              onClick={() => {
                const carry = async () => {
                  await letGo();
                  await keepFile(me.person.id, file);
                  await navigate({ to: '/imports/own', search: { kind } });
                };
                void carry();
              }}
            >
              {t('import.own.carry')}
            </Button>
          </Note>
        )}
      {result && <ImportReport result={result} />}
    </Page>
  );
}
