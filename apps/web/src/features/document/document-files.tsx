import { getRouteApi } from '@tanstack/react-router';
import type { DocumentView } from '@tinhgon/rules/views/document';
import { useTranslation } from 'react-i18next';
import cols from '../../components/cols.module.css';
import { FilesSection } from '../../components/files/files-section.tsx';
import { type PaperLink, PaperLinks } from '../../components/files/paper-links.tsx';

const route = getRouteApi('/documents/$code');

/** Files of a document and the papers made of it, for those who may read what is being drafted. */
export function DocumentFiles({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  const { file } = route.useSearch();
  const navigate = route.useNavigate();
  const onFile = (fileId: string | undefined) =>
    void navigate({ search: (search) => ({ ...search, file: fileId }), replace: true });
  if (!document.readable) return null;
  return (
    <>
      <section className={cols.section} id="files">
        <h2>{t('files.heading')}</h2>
        <FilesSection subject="document" code={document.code} file={file} onFile={onFile} />
      </section>
      <section className={cols.section} id="papers">
        <h2>{t('files.papers')}</h2>
        <PaperLinks papers={usePapers(document)} />
        <p className="small soft">{t('files.papersIntro')}</p>
      </section>
    </>
  );
}

function usePapers({ code, evidence, measures }: DocumentView): PaperLink[] {
  const { t } = useTranslation();
  const at = `/api/v1/documents/${encodeURIComponent(code)}/papers`;
  const decision = `${at}/announcement-decision.docx`;
  const announced = evidence.filter((one) => one.kind === 'announcement' && one.supersededAt === null);
  return [
    { label: t('files.consultation'), address: `${at}/consultation-notice.docx` },
    ...(announced.length === 0 || measures.some((measure) => !measure.announced)
      ? [{ label: t('files.announcement'), address: decision }]
      : []),
    ...announced.map(({ id, number }) => ({
      label: t('files.announcementOf', { number }),
      address: `${decision}?part=${id}`,
    })),
  ];
}
