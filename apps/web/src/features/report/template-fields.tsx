import { Textarea, TextInput } from '@mantine/core';
import { TEMPLATE_FIELDS, type TemplateTexts } from '@tinhgon/rules/report/template';
import { REPORT_ANNEXES } from '@tinhgon/rules/views/report';
import { useTranslation } from 'react-i18next';
import styles from './report.module.css';

const REQUIRED: readonly string[] = ['issuer', 'sign', 'title', 'about'];
const LISTS: readonly string[] = ['addressees', 'recipients', 'capacity'];
const LONG: readonly string[] = ['opening', 'closing', ...LISTS];
const ANNEX_PARTS = ['title', 'before', 'after'] as const;

interface TemplateFieldsProps {
  readonly texts: TemplateTexts;
  readonly onChange: (texts: TemplateTexts) => void;
  /** What is wrong, by path. */
  readonly problems: Readonly<Record<string, string>>;
}

export function TemplateFields({ texts, onChange, problems }: TemplateFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {TEMPLATE_FIELDS.map((field) => {
        const props = {
          id: field,
          label: t(`template.field.${field}`),
          ...(LISTS.includes(field) && { description: t('template.oneALine') }),
          required: REQUIRED.includes(field),
          value: texts[field],
          error: problems[field],
        };
        const change = (value: string) => onChange({ ...texts, [field]: value });
        return LONG.includes(field) ? (
          <Textarea
            key={field}
            {...props}
            autosize
            minRows={2}
            maxRows={16}
            onChange={(event) => change(event.currentTarget.value)}
          />
        ) : (
          <TextInput key={field} {...props} onChange={(event) => change(event.currentTarget.value)} />
        );
      })}
      {REPORT_ANNEXES.map((annex) => (
        <details key={annex} className={styles.annex}>
          <summary>{t('template.annexOf', { annex: t(`report.annex.${annex}`) })}</summary>
          {ANNEX_PARTS.map((part) => {
            const path = `annexes.${annex}.${part}`;
            return (
              <Textarea
                key={part}
                id={path}
                label={t(`template.annex.${part}`)}
                required={part === 'title'}
                autosize
                minRows={part === 'title' ? 1 : 2}
                maxRows={16}
                value={texts.annexes[annex][part]}
                error={problems[path]}
                onChange={(event) => {
                  const changed = { ...texts.annexes[annex], [part]: event.currentTarget.value };
                  onChange({ ...texts, annexes: { ...texts.annexes, [annex]: changed } });
                }}
              />
            );
          })}
        </details>
      ))}
    </>
  );
}
