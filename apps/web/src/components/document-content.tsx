import type { DocumentContent as Content } from '@tinhgon/rules/content';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from './data-table.tsx';
import { LineRemarks } from './remarks/line-remarks.tsx';
import { useRemarks } from './remarks/remarks-context.tsx';

/** The words of a legal document's dossier: what it amends, its impact, who was asked and what they answered. */
export function DocumentContent({ content }: { readonly content: Content }) {
  const { t } = useTranslation();
  const format = useFormat();
  const remarks = useRemarks();
  const texts = (['summary', 'impact', 'responses', 'announcement'] as const).filter((key) => content[key]);
  return (
    <>
      <dl>
        {remarks && (
          <>
            <dt>{t('remarks.title')}</dt>
            <dd>
              {content.title}
              <LineRemarks field="title" title={t('remarks.title')} />
            </dd>
          </>
        )}
        {content.plannedSigningOn && (
          <>
            <dt>{t('document.plannedSigningOn')}</dt>
            <dd>
              {format.day(content.plannedSigningOn)}
              <LineRemarks field="plannedSigningOn" title={t('document.plannedSigningOn')} />
            </dd>
          </>
        )}
        {content.plannedInForceOn && (
          <>
            <dt>{t('document.plannedInForceOn')}</dt>
            <dd>
              {format.day(content.plannedInForceOn)}
              <LineRemarks field="plannedInForceOn" title={t('document.plannedInForceOn')} />
            </dd>
          </>
        )}
        {content.articles.length > 0 && (
          <>
            <dt>{t('document.articles')}</dt>
            <dd>
              <span className="pre">{content.articles.join('\n')}</span>
              <LineRemarks field="articles" title={t('document.articles')} parts={content.articles} />
            </dd>
          </>
        )}
        {texts.map((key) => (
          <Text key={key} field={key} term={t(`document.${key}`)} text={content[key]} />
        ))}
      </dl>
      {content.consultations.length > 0 && (
        <>
          <h2>{t('document.consultations')}</h2>
          <DataTable
            caption={t('document.consultations')}
            rows={content.consultations.map((one, index) => ({ ...one, id: String(index) }))}
            rowKey={(row) => row.id}
            columns={[
              { key: 'agency', heading: t('document.asked'), cell: (row) => row.agency, rowHeader: true },
              {
                key: 'askedOn',
                heading: t('document.askedOn'),
                cell: (row) => format.day(row.askedOn),
                narrow: true,
              },
              {
                key: 'answeredOn',
                heading: t('document.answeredOn'),
                narrow: true,
                cell: (row) =>
                  row.answeredOn ? (
                    format.day(row.answeredOn)
                  ) : (
                    <span className="soon">{t('document.notAnswered')}</span>
                  ),
              },
              {
                key: 'answer',
                heading: t('document.answer'),
                cell: (row) => <span className="pre">{row.answer}</span>,
              },
            ]}
          />
        </>
      )}
    </>
  );
}

interface TextProps {
  readonly field: string;
  readonly term: string;
  readonly text: string;
}

function Text({ field, term, text }: TextProps) {
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <span className="pre">{text}</span>
        <LineRemarks field={field} title={term} />
      </dd>
    </>
  );
}
