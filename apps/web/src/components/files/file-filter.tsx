import { NativeSelect, TextInput } from '@mantine/core';
import { FILE_SORTS, type FileSort } from '@tinhgon/rules/views/files';
import { useTranslation } from 'react-i18next';
import styles from './files.module.css';

export interface FilesAsked {
  readonly q: string;
  readonly sort: FileSort;
}

interface FileFilterProps {
  readonly asked: FilesAsked;
  readonly onAsked: (asked: FilesAsked) => void;
  /** How many files there are for what was asked. */
  readonly shown: number;
}

/** Finds files of one list by name and words, and puts them in order. */
export function FileFilter({ asked, onAsked, shown }: FileFilterProps) {
  const { t } = useTranslation();
  return (
    <div role="search" aria-label={t('files.search')} className={`${styles.filter} no-print`}>
      <TextInput
        type="search"
        label={t('files.find')}
        value={asked.q}
        onChange={(event) => onAsked({ ...asked, q: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('files.sort')}
        data={FILE_SORTS.map((value) => ({ value, label: t(`files.sorts.${value}`) }))}
        value={asked.sort}
        onChange={(event) => onAsked({ ...asked, sort: event.currentTarget.value as FileSort })}
      />
      <p className="small soft" role="status">
        {asked.q.trim() && t('files.foundCount', { count: shown })}
      </p>
    </div>
  );
}
