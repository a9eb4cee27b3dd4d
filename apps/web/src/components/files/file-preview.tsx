import { Button, Group, Modal } from '@mantine/core';
import { FILE_TYPES } from '@tinhgon/rules/files/file';
import type { FileView } from '@tinhgon/rules/views/files';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../note.tsx';
import { SkeletonLines } from '../skeleton-lines.tsx';
import { canPreview, fileAddress } from './address.ts';
import styles from './file-preview.module.css';

const PdfPages = lazy(async () => ({ default: (await import('./pdf-pages.tsx')).PdfPages }));

interface FilePreviewProps {
  readonly file: FileView;
  readonly version: number;
  readonly onClose: () => void;
}

/** A file looked at without leaving the page; what cannot be shown can be saved. */
export function FilePreview({ file, version: number, onClose }: FilePreviewProps) {
  const { t } = useTranslation();
  const [broken, setBroken] = useState(false);
  const onBroken = useCallback(() => setBroken(true), []);
  const version = file.versions.find((one) => one.version === number) ?? file.versions[0];
  if (!version) return null;
  const address = fileAddress(file.fileId, version.version);
  const shown = () => {
    if (!canPreview(version.mime) || broken) {
      return <Note>{t(broken ? 'files.broken' : 'files.noPreview')}</Note>;
    }
    if (version.mime === FILE_TYPES.pdf) {
      return (
        <Suspense fallback={<SkeletonLines count={8} />}>
          <PdfPages address={address} onBroken={onBroken} />
        </Suspense>
      );
    }
    return <img className={styles.picture} src={address} alt={file.title} onError={onBroken} />;
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={file.title}
      size="min(96vw, 900px)"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Group mb="md" gap="sm">
        <Button component="a" href={address} download={version.name} variant="default">
          {t('files.download')}
        </Button>
        <span className="small soft">
          {t('files.version', { number: version.version })} · {version.name}
        </span>
      </Group>
      <div className={styles.body}>{shown()}</div>
    </Modal>
  );
}
