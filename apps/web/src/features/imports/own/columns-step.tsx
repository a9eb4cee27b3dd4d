import { Button, NativeSelect } from '@mantine/core';
import { placeOf } from '@tinhgon/rules/mapping/mapping';
import type { FileLook } from '@tinhgon/rules/views/import-mapping';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../../components/note.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { FieldsTable } from './fields-table.tsx';
import { suggestedMapping } from './first-mapping.ts';
import type { Work } from './kept-work.ts';
import styles from './own.module.css';
import type { OwnImport } from './use-own-import.ts';

interface ColumnsStepProps {
  readonly own: OwnImport;
  readonly work: Work;
  readonly look: FileLook;
}

/** Which column of the file fills which field; where the table stands in the file can be said otherwise first. */
export function ColumnsStep({ own, work, look }: ColumnsStepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [tried, setTried] = useState(false);
  const { mapping } = work.order;
  const missing = look.fields.filter(({ key, required }) => required && !isFilled(mapping.fields[key]));
  const headings = look.columns.map(({ heading }) => heading);
  const used = new Set(
    Object.values(mapping.fields).map((source) =>
      source.from === 'column' ? placeOf(source, headings) : null,
    ),
  );
  const unused = look.columns.filter((column, at) => column.heading !== '' && !used.has(at));
  return (
    <section aria-labelledby="columns-step">
      <h2 id="columns-step">{t('import.own.columns')}</h2>
      <Place own={own} look={look} />
      {look.kept && (
        <Note tone="ok">
          <p>
            {t('import.own.kept', {
              name: look.kept.recorded.by,
              day: format.dayOf(look.kept.recorded.at),
            })}
          </p>
          <Button variant="default" size="compact-sm" onClick={() => own.map(suggestedMapping(look))}>
            {t('import.own.anew')}
          </Button>
        </Note>
      )}
      <p className="soft">{t('import.own.columnsHint', { rows: format.number(look.rows) })}</p>
      <FieldsTable look={look} mapping={mapping} missing={tried} onChange={own.map} />
      {unused.length > 0 && (
        <p className="small soft">
          {t('import.own.unused')}{' '}
          {unused.map(({ letters, heading }) => `${heading} (${letters})`).join(' · ')}
        </p>
      )}
      {tried && missing.length > 0 && (
        <Note tone="late" role="alert">
          {t('import.own.missing', { count: missing.length })}
        </Note>
      )}
      <div className={styles.buttons}>
        <Button
          loading={own.busy !== null}
          onClick={() => {
            setTried(true);
            if (missing.length === 0) own.check();
          }}
        >
          {t('import.own.toPreview')}
        </Button>
        <span className="small soft">{t('import.own.keptWhen')}</span>
      </div>
    </section>
  );
}

const isFilled = (source: Work['order']['mapping']['fields'][string] | undefined): boolean =>
  source !== undefined && (source.from === 'column' || source.value.trim() !== '');

/** The sheet and the row of the headings, as they were found, and others to choose from. */
function Place({ own, look }: { readonly own: OwnImport; readonly look: FileLook }) {
  const { t } = useTranslation();
  const rows = look.top.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return (
    <div className={styles.place}>
      {look.sheets.length > 1 && (
        <NativeSelect
          label={t('import.own.sheet')}
          data={look.sheets.map(({ name }) => ({ value: name, label: name }))}
          value={look.sheet}
          disabled={own.busy !== null}
          onChange={(event) => own.moveTo(event.currentTarget.value)}
        />
      )}
      <NativeSelect
        label={t('import.own.headerRow')}
        data={rows.map(({ row, cells }) => ({
          value: String(row),
          label: t('import.own.rowAs', { row, cells: told(cells) }),
        }))}
        value={String(look.headerRow)}
        disabled={own.busy !== null}
        onChange={(event) => own.moveTo(look.sheet, Number(event.currentTarget.value))}
      />
    </div>
  );
}

const TOLD_CHARACTERS = 70;

/** A row in one line: enough of it to know it again. */
function told(cells: readonly string[]): string {
  const all = [...new Set(cells.filter((cell) => cell !== ''))].join(' · ').replaceAll(/\s+/g, ' ');
  return all.length > TOLD_CHARACTERS ? `${all.slice(0, TOLD_CHARACTERS)}…` : all;
}
