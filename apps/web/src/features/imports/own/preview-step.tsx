import { Button, Checkbox } from '@mantine/core';
import type { FileLook, MappedResult } from '@tinhgon/rules/views/import-mapping';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreButton } from '../../../components/more-button.tsx';
import { Note } from '../../../components/note.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { countsOf } from './counts-of.ts';
import type { Work } from './kept-work.ts';
import styles from './own.module.css';
import { PreviewTable } from './preview-table.tsx';
import type { OwnImport } from './use-own-import.ts';
import { WordsTable } from './words-table.tsx';

interface PreviewStepProps {
  readonly own: OwnImport;
  readonly work: Work;
  readonly look: FileLook;
}

const STEP = 50;

/** What would be taken in, and what is wrong with it, mended where it stands; then the import itself. */
export function PreviewStep({ own, work, look }: PreviewStepProps) {
  const { t } = useTranslation();
  const { result } = own;
  return (
    <section aria-labelledby="preview-step">
      <h2 id="preview-step">{t('import.own.preview')}</h2>
      {result && <Found own={own} work={work} look={look} result={result} />}
      <Buttons own={own} result={result} />
    </section>
  );
}

function Buttons({ own, result }: { readonly own: OwnImport; readonly result: MappedResult | null }) {
  const { t } = useTranslation();
  const clean = result !== null && result.problems.length === 0 && result.rows > 0 && !own.changed;
  return (
    <div className={styles.buttons}>
      {clean ? (
        <Button loading={own.busy !== null} onClick={own.commit}>
          {t('import.commit')}
        </Button>
      ) : (
        <Button loading={own.busy !== null} onClick={() => own.check()}>
          {t('import.own.checkAgain')}
        </Button>
      )}
      <Button variant="default" disabled={own.busy !== null} onClick={own.back}>
        {t('import.own.back')}
      </Button>
      {own.changed && <span className="soon">{t('import.own.notChecked')}</span>}
    </div>
  );
}

function Found({ own, work, look, result }: PreviewStepProps & { readonly result: MappedResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [onlyWrong, setOnlyWrong] = useState(true);
  const [shown, setShown] = useState(STEP);
  const { problems, preview } = result;
  const wrongRows = new Set(problems.map(({ row }) => row));
  const previewed = new Set(preview.map(({ row }) => row));
  const ofFile = problems.filter(({ row, field }) => field === null || !previewed.has(row));
  const beyond = ofFile.filter(({ row }) => row > look.headerRow);
  const whole = ofFile.filter(({ row }) => row <= look.headerRow);
  const filtered = onlyWrong && problems.length > 0;
  const rows = filtered ? preview.filter(({ row }) => wrongRows.has(row)) : preview;
  return (
    <>
      {problems.length > 0 ? (
        <Note tone="late" title={t('import.own.wrong', { count: problems.length, rows: wrongRows.size })}>
          {t('import.own.wrongHint')}
        </Note>
      ) : (
        <Note tone="ok" title={t('import.noProblems')}>
          {result.rows === 0 ? t('import.own.noRows') : t('import.own.counts', countsOf(result, format))}
        </Note>
      )}
      {whole.length > 0 && (
        <ul>
          {whole.map((problem) => (
            <li key={`${problem.code} ${problem.column}`}>{problem.message}</li>
          ))}
        </ul>
      )}
      {result.numbering.length > 0 && (
        <p className="small soft">{t('import.own.numbering', { rows: result.numbering.join(', ') })}</p>
      )}
      <LeftOut own={own} work={work} />
      {result.words.length > 0 && <WordsTable own={own} work={work} look={look} words={result.words} />}
      <h3>{t('import.own.rows', { rows: format.number(result.rows) })}</h3>
      {problems.length > 0 && (
        <Checkbox
          my={8}
          label={t('import.own.onlyWrong')}
          checked={onlyWrong}
          onChange={(event) => setOnlyWrong(event.currentTarget.checked)}
        />
      )}
      <PreviewTable own={own} work={work} look={look} result={result} rows={rows.slice(0, shown)} />
      <MoreButton
        shown={Math.min(shown, rows.length)}
        total={rows.length}
        hasMore={shown < rows.length}
        loading={false}
        onMore={() => setShown(shown + STEP)}
      />
      {beyond.length > 0 && <p className="soft">{t('import.own.beyond', { count: beyond.length })}</p>}
      {!filtered && result.rows > preview.length && (
        <p className="soft">
          {t('import.own.firstRows', {
            shown: format.number(preview.length),
            rows: format.number(result.rows),
          })}
        </p>
      )}
    </>
  );
}

/** Rows that will not be taken, each of which can be taken after all. */
function LeftOut({ own, work }: { readonly own: OwnImport; readonly work: Work }) {
  const { t } = useTranslation();
  const { leftOut } = work.order;
  if (leftOut.length === 0) return null;
  return (
    <div className={styles.buttons}>
      <span className="soft">{t('import.own.leftOut')}</span>
      {leftOut.map((row) => (
        <Button
          key={row}
          size="compact-sm"
          variant="default"
          aria-label={t('import.own.takeBack', { row })}
          onClick={() => own.mend({ leftOut: leftOut.filter((one) => one !== row) })}
        >
          {t('import.own.takeBack', { row })}
        </Button>
      ))}
    </div>
  );
}
