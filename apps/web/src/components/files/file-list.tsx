import type { FileSort, FileView } from '@tinhgon/rules/views/files';
import { useWords } from '../../language/use-words.ts';
import { FileRow } from './file-row.tsx';
import styles from './files.module.css';

interface FileListProps {
  readonly files: readonly FileView[];
  readonly sort: FileSort;
  readonly onShow: (file: FileView, version: number) => void;
  readonly onReplace: (file: FileView) => void;
  readonly onDetach: (file: FileView) => void;
}

/** Files under the steps they belong to, or in one list in the order asked for, each with its step. */
export function FileList({ files, sort, onShow, onReplace, onDetach }: FileListProps) {
  const { capital } = useWords();
  const rows = (some: readonly FileView[]) => (
    <ul className={styles.list}>
      {some.map((file) => (
        <FileRow
          key={file.fileId}
          file={file}
          step={sort === 'step' ? null : capital('step', file.step)}
          onShow={(version) => onShow(file, version)}
          onReplace={() => onReplace(file)}
          onDetach={() => onDetach(file)}
        />
      ))}
    </ul>
  );
  if (sort !== 'step') return rows(files);
  return [...new Set(files.map(({ step }) => step))].map((step) => (
    <div key={step}>
      <h3 className={`small ${styles.step}`}>{capital('step', step)}</h3>
      {rows(files.filter((file) => file.step === step))}
    </div>
  ));
}
