import { Button, Select } from '@mantine/core';
import { plain } from '@tinhgon/rules/mapping/plain';
import type { FileLook, MappedResult } from '@tinhgon/rules/views/import-mapping';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { useFormat } from '../../../format/use-format.ts';
import type { Work } from './kept-work.ts';
import styles from './own.module.css';
import type { OwnImport } from './use-own-import.ts';
import { useChoices } from './use-choices.ts';
import { useFieldName } from './use-field-name.ts';

type Word = MappedResult['words'][number];

interface WordsTableProps {
  readonly own: OwnImport;
  readonly work: Work;
  readonly look: FileLook;
  readonly words: readonly Word[];
}

/** Words of the file nobody has said the meaning of: said once here, known in the next file too. */
export function WordsTable({ own, work, look, words }: WordsTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useFieldName();
  const fieldOf = (key: string) => look.fields.find((field) => field.key === key);
  const { mapping } = work.order;
  const meant = ({ field, word }: Word) =>
    mapping.words[field]?.find((one) => plain(one.word) === plain(word))?.code ?? null;
  const mean = ({ field, word }: Word, code: string | null) => {
    const others = (mapping.words[field] ?? []).filter((one) => plain(one.word) !== plain(word));
    const taught = code === null ? others : [...others, { word, code }];
    own.mend({ mapping: { ...mapping, words: { ...mapping.words, [field]: taught } } });
  };
  const columns: Column<Word>[] = [
    { key: 'word', heading: t('import.own.word'), rowHeader: true, cell: ({ word }) => word },
    {
      key: 'field',
      heading: t('import.own.field'),
      cell: ({ field: key }) => {
        const field = fieldOf(key);
        return field ? nameOf(field) : key;
      },
    },
    { key: 'rows', heading: t('import.own.inRows'), numeric: true, cell: ({ rows }) => format.number(rows) },
    {
      key: 'means',
      heading: t('import.own.means'),
      cell: (word) => {
        const field = fieldOf(word.field);
        return (
          field && (
            <Meaning field={field} word={word} code={meant(word)} onChange={(code) => mean(word, code)} />
          )
        );
      },
    },
  ];
  return (
    <>
      <h3>{t('import.own.words', { count: words.length })}</h3>
      <p className="small soft">{t('import.own.wordsHint')}</p>
      <DataTable
        caption={t('import.own.words', { count: words.length })}
        columns={columns}
        rows={words}
        rowKey={({ field, word }) => `${field} ${word}`}
      />
      <div className={styles.buttons} />
    </>
  );
}

function Meaning({
  field,
  word,
  code,
  onChange,
}: {
  readonly field: FileLook['fields'][number];
  readonly word: Word;
  readonly code: string | null;
  readonly onChange: (code: string | null) => void;
}) {
  const { t } = useTranslation();
  const choices = useChoices(field);
  const suggested = choices.find(({ value }) => value === word.suggestion);
  return (
    <>
      <Select
        aria-label={t('import.own.meaningOf', { word: word.word })}
        placeholder={t('import.own.choose')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('app.clear') }}
        data={choices}
        value={code}
        onChange={onChange}
        nothingFoundMessage={t('app.nothingFound')}
      />
      {suggested && code === null && (
        <Button mt={6} size="compact-sm" variant="default" onClick={() => onChange(suggested.value)}>
          {t('import.own.useSuggestion', { name: suggested.label })}
        </Button>
      )}
    </>
  );
}
