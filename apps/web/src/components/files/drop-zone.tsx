import { Button, FileButton } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './files.module.css';

export const ACCEPTED = '.pdf,.docx,.png,.jpg,.jpeg,.webp';

/** Takes a file that is dropped on it or chosen; the keyboard has the button. */
export function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <div
      className={`${styles.drop} ${over ? styles.over : ''} no-print`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <FileButton accept={ACCEPTED} onChange={(file) => file && onFile(file)}>
        {(props) => (
          <Button variant="default" size="xs" {...props}>
            {t('files.choose')}
          </Button>
        )}
      </FileButton>
      <span className="small soft">
        {t('files.drop')} {t('files.formats')}
      </span>
    </div>
  );
}
