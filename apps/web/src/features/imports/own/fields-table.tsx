import { NativeSelect, Select, TextInput } from '@mantine/core';
import type { MappingField } from '@tinhgon/rules/mapping/field';
import { type ColumnMapping, placeOf, type Source } from '@tinhgon/rules/mapping/mapping';
import type { FileLook } from '@tinhgon/rules/views/import-mapping';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { useChoices } from './use-choices.ts';
import { markOf, sourceOf } from './first-mapping.ts';
import styles from './own.module.css';
import { useFieldName } from './use-field-name.ts';

interface FieldsTableProps {
  readonly look: FileLook;
  readonly mapping: ColumnMapping;
  /** Whether required fields that are not filled are to be pointed at. */
  readonly missing: boolean;
  readonly onChange: (mapping: ColumnMapping) => void;
}

/** One row for each field; those nobody needs and nothing was found for are folded away. */
export function FieldsTable(props: FieldsTableProps) {
  const { t } = useTranslation();
  const { look, mapping } = props;
  // What was folded away when the step was opened stays there while it is filled.
  const [open] = useState(
    () =>
      new Set(
        look.fields
          .filter(({ key, required }) => required || markOf(look, mapping, key) !== 'none')
          .map(({ key }) => key),
      ),
  );
  const [shown, folded] = [true, false].map((wanted) =>
    look.fields.filter(({ key }) => open.has(key) === wanted),
  );
  return (
    <>
      <Rows {...props} fields={shown ?? []} caption={t('import.own.columns')} />
      {folded && folded.length > 0 && (
        <details className={styles.others}>
          <summary>{t('import.own.others', { count: folded.length })}</summary>
          <Rows {...props} fields={folded} caption={t('import.own.others', { count: folded.length })} />
        </details>
      )}
    </>
  );
}

function Rows({
  look,
  mapping,
  missing,
  onChange,
  fields,
  caption,
}: FieldsTableProps & { readonly fields: readonly MappingField[]; readonly caption: string }) {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const headings = look.columns.map(({ heading }) => heading);
  const set = (key: string, source: Source | null) => {
    const { [key]: _, ...others } = mapping.fields;
    onChange({ ...mapping, fields: source ? { ...others, [key]: source } : others });
  };
  const columns: Column<MappingField>[] = [
    {
      key: 'field',
      heading: t('import.own.field'),
      rowHeader: true,
      cell: (field) => (
        <>
          {nameOf(field)}
          {field.required && <span className="small soft"> · {t('import.own.required')}</span>}
        </>
      ),
    },
    {
      key: 'from',
      heading: t('import.own.from'),
      cell: (field) => (
        <FromColumn
          look={look}
          field={field}
          source={mapping.fields[field.key]}
          missing={missing}
          onChange={(source) => set(field.key, source)}
        />
      ),
    },
    {
      key: 'samples',
      heading: t('import.own.samples'),
      cell: (field) => {
        const source = mapping.fields[field.key];
        const place = source?.from === 'column' ? placeOf(source, headings) : null;
        return (look.columns[place ?? -1]?.samples ?? []).map((sample) => (
          <span key={sample} className={styles.samples}>
            {sample}
          </span>
        ));
      },
    },
    {
      key: 'mark',
      heading: t('import.own.mark'),
      cell: (field) => <MarkWords look={look} mapping={mapping} field={field} />,
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={fields} rowKey={({ key }) => key} />;
}

const NONE = '';
const CONSTANT = 'constant';

function FromColumn({
  look,
  field,
  source,
  missing,
  onChange,
}: {
  readonly look: FileLook;
  readonly field: MappingField;
  readonly source: Source | undefined;
  readonly missing: boolean;
  readonly onChange: (source: Source | null) => void;
}) {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const choices = useChoices(field);
  const label = t('import.own.sourceOf', { field: nameOf(field) });
  const headings = look.columns.map(({ heading }) => heading);
  const place = source?.from === 'column' ? placeOf(source, headings) : null;
  const value = source?.from === 'constant' ? CONSTANT : place === null ? NONE : String(place);
  const constant = t('import.own.constantOf', { field: nameOf(field) });
  const wrong = missing && field.required && (!source || (source.from === 'constant' && source.value === ''));
  const named = look.columns.flatMap(({ heading, letters, samples }, at) =>
    heading === '' && samples.length === 0
      ? []
      : [{ value: String(at), label: `${letters} · ${heading || t('import.own.noHeading')}` }],
  );
  return (
    <>
      <NativeSelect
        aria-label={label}
        data={[
          { value: NONE, label: t('import.own.notTaken') },
          ...named,
          { value: CONSTANT, label: t('import.own.constant') },
        ]}
        value={value}
        error={wrong && t('form.required')}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          const column = look.columns[Number(chosen)];
          if (chosen === CONSTANT) onChange({ from: 'constant', value: '' });
          else onChange(chosen === NONE || !column ? null : sourceOf(column));
        }}
      />
      {source?.from === 'constant' &&
        (choices.length > 0 ? (
          <Select
            className={styles.constant}
            aria-label={constant}
            placeholder={t('import.own.constantHint')}
            searchable
            data={choices}
            value={source.value === '' ? null : source.value}
            onChange={(chosen) => onChange({ from: 'constant', value: chosen ?? '' })}
            nothingFoundMessage={t('app.nothingFound')}
          />
        ) : (
          <TextInput
            className={styles.constant}
            aria-label={constant}
            placeholder={t('import.own.constantHint')}
            value={source.value}
            onChange={(event) => onChange({ from: 'constant', value: event.currentTarget.value })}
          />
        ))}
    </>
  );
}

function MarkWords({
  look,
  mapping,
  field,
}: {
  readonly look: FileLook;
  readonly mapping: ColumnMapping;
  readonly field: MappingField;
}) {
  const { t } = useTranslation();
  const mark = markOf(look, mapping, field.key);
  if (mark === 'none') return null;
  if (mark === 'rivals') {
    const rivals = look.suggestions.find((one) => one.field === field.key)?.rivals ?? [];
    const columns = rivals.map((at) => look.columns[at]?.letters ?? '').join(', ');
    return <span className="soon">{t('import.own.marks.rivals', { columns })}</span>;
  }
  const tone = { kept: 'ok', same: 'ok', close: 'soon', chosen: 'soft', missing: 'late' }[mark];
  return (
    <span className={tone}>
      {(mark === 'kept' || mark === 'same') && '✓ '}
      {t(`import.own.marks.${mark}`)}
    </span>
  );
}
