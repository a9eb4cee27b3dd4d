import { Button, FileInput, NativeSelect } from '@mantine/core';
import type { ImportKind } from '@tinhgon/rules/views/import';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../../components/failure-note.tsx';
import { Note } from '../../../components/note.tsx';
import { Page } from '../../../components/page.tsx';
import { SkeletonLines } from '../../../components/skeleton-lines.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { NO_ANSWER } from '../../../server/failure.ts';
import { useMe } from '../../../server/use-me.ts';
import { firstKind } from '../first-kind.ts';
import { ImportProgress } from '../import-progress.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { countsOf } from './counts-of.ts';
import { KeptMappings } from './kept-mappings.tsx';
import styles from './own.module.css';
import { PreviewStep } from './preview-step.tsx';
import { type OwnImport, useOwnImport } from './use-own-import.ts';

const route = getRouteApi('/imports/own');

/** A spreadsheet as its office keeps it: its columns are mapped once, its cells mended in place, and it is taken whole. */
export function OwnImportPage() {
  const { t } = useTranslation();
  const { kind } = route.useSearch();
  const own = useOwnImport(kind);
  const { work, look } = own;
  return (
    <Page title={t('import.own.title')}>
      <p className="soft">{t('import.own.intro')}</p>
      {own.restoring ? <SkeletonLines count={4} /> : <FileStep own={own} />}
      <div role="status" className={styles.status}>
        {own.busy === 'looking' && <p className="soft">{t('import.own.looking')}</p>}
        {own.busy !== null && own.busy !== 'looking' && <ImportProgress of={own.busy} />}
        {own.done && <Done own={own} />}
      </div>
      {own.failure && (
        <FailureNote failure={own.failure}>
          <WayOn own={own} />
        </FailureNote>
      )}
      {work?.step === 'columns' && look && <ColumnsStep own={own} work={work} look={look} />}
      {!own.restoring && !work && <KeptMappings />}
      {work?.step === 'preview' && look && <PreviewStep own={own} work={work} look={look} />}
    </Page>
  );
}

function FileStep({ own }: { readonly own: OwnImport }) {
  const { t } = useTranslation();
  const { kind: carried } = route.useSearch();
  const kinds = useMe().may.importKinds;
  const [kind, setKind] = useState<ImportKind>(firstKind(kinds, carried));
  if (own.file && own.work) {
    return (
      <div className={styles.chosen}>
        <p>
          <span className="medium">{own.file.name}</span>
          <span className="soft"> · {t(`import.kinds.${own.work.kind}`)}</span>
        </p>
        <Button variant="default" size="compact-sm" disabled={own.busy !== null} onClick={own.restart}>
          {t('import.own.otherFile')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.form}>
      <NativeSelect
        label={t('import.kind')}
        data={kinds.map((value) => ({ value, label: t(`import.kinds.${value}`) }))}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as ImportKind)}
      />
      <FileInput
        label={t('import.file')}
        description={t('import.own.formats')}
        placeholder={t('import.choose')}
        accept=".xlsx,.csv"
        value={own.file}
        disabled={own.busy !== null}
        onChange={(file) => file && own.choose(kind, file)}
      />
    </div>
  );
}

/** What to do about a “no”: another try, or writing over what a colleague changed meanwhile. */
function WayOn({ own }: { readonly own: OwnImport }) {
  const { t } = useTranslation();
  const { failure, work, file } = own;
  if (failure?.code === 'STALE_VERSION') {
    const newest = Number(failure.details?.['version'] ?? 0);
    return (
      <>
        <p>{t('import.own.changedMeanwhile')}</p>
        <Button variant="default" onClick={() => own.check(newest)}>
          {t('import.own.keepMine')}
        </Button>
      </>
    );
  }
  if (failure?.code !== NO_ANSWER || !work || !file) return null;
  return (
    <Button
      variant="default"
      onClick={() => (own.look ? own.check() : own.moveTo(work.order.sheet, work.order.headerRow))}
    >
      {t('app.retry')}
    </Button>
  );
}

function Done({ own: { done } }: { readonly own: OwnImport }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!done) return null;
  return (
    <Note tone="ok" title={t('import.done')}>
      <p>{t('import.own.counts', countsOf(done, format))}</p>
      {(done.toApprove ?? 0) > 0 && <p>{t('import.toApprove', { count: done.toApprove })}</p>}
      {done.toStart > 0 && <p>{t('import.toStart', { count: done.toStart })}</p>}
    </Note>
  );
}
