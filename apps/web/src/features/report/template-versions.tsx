import type { TemplateTexts } from '@tinhgon/rules/report/template';
import type { TemplateView } from '@tinhgon/rules/views/report-template';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';

interface TemplateVersionsProps {
  readonly versions: readonly TemplateView[];
  /** Puts the texts of a version into the form. */
  readonly onTake: (texts: TemplateTexts) => void;
}

/** Every version there was: who entered it, when and why. Any of them can be begun from again. */
export function TemplateVersions({ versions, onTake }: TemplateVersionsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const announce = useAnnounce();
  return (
    <section>
      <h2>{t('template.versions')}</h2>
      <DataTable
        caption={t('template.versions')}
        rows={versions}
        rowKey={(row) => String(row.version)}
        columns={[
          { key: 'version', heading: t('terms.version'), rowHeader: true, cell: (row) => row.version },
          {
            key: 'reason',
            heading: t('app.reason'),
            cell: (row) =>
              row.recorded ? <span className="pre">{row.recorded.reason}</span> : t('template.own'),
          },
          {
            key: 'by',
            heading: t('app.recorded'),
            cell: (row) => (row.recorded ? `${row.recorded.by} · ${format.moment(row.recorded.at)}` : '–'),
          },
          {
            key: 'take',
            heading: t('template.texts'),
            cell: (row) => (
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  onTake(row.texts);
                  announce(t('template.taken', { version: row.version }));
                }}
              >
                {t('template.take')}
                <span className="visually-hidden">
                  {' '}
                  {t('terms.version')} {row.version}
                </span>
              </button>
            ),
          },
        ]}
      />
    </section>
  );
}
