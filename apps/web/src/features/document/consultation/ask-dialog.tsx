import { Button, Checkbox, MultiSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PARAGRAPH_MAX } from '@tinhgon/rules/text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../components/day-input.tsx';
import { matches } from '../../../format/matches.ts';
import { today } from '../../../format/today.ts';
import { useWords } from '../../../language/use-words.ts';
import { useTRPC } from '../../../server/trpc.ts';
import { ConsultationDialog, type DialogProps } from './consultation-dialog.tsx';

/** Asks agencies and provinces of the day, and the public, by a day. */
export function AskDialog(props: DialogProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.catalogue.agencies.queryOptions());
  const [agencies, setAgencies] = useState<string[]>([]);
  const [open, setOpen] = useState(false);
  const [by, setBy] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  // Units answer through the agency they belong to, and nobody asks themself.
  const now = data.filter(
    ({ code, kind, from, to }) =>
      kind !== 'unit' &&
      code !== props.document.leadAgency.code &&
      from <= today() &&
      (to === null || to >= today()),
  );
  const provinces = now.filter(({ kind }) => kind === 'province').map(({ code }) => code);
  const nobody = agencies.length === 0 && !open;
  return (
    <ConsultationDialog
      {...props}
      title={t('consultation.askTitle')}
      submit={t('consultation.ask')}
      body={() => {
        setTried(true);
        if (nobody || !by) return null;
        return {
          type: 'askConsultation',
          agencies,
          public: open,
          by,
          ...(note.trim() && { note: note.trim() }),
        };
      }}
    >
      <MultiSelect
        label={t('consultation.agencies')}
        searchable
        hidePickedOptions
        data={now.map((agency) => ({
          value: agency.code,
          label: name({ vi: agency.nameVi, en: agency.nameEn }),
        }))}
        filter={({ options, search }) =>
          options.filter((option) => 'label' in option && matches(search, option.label))
        }
        nothingFoundMessage={t('app.nothingFound')}
        value={agencies}
        onChange={setAgencies}
        error={tried && nobody && t('consultation.nobody')}
      />
      {provinces.length > 0 && (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => setAgencies((chosen) => [...new Set([...chosen, ...provinces])])}
          >
            {t('consultation.allProvinces', { count: provinces.length })}
          </Button>
        </div>
      )}
      <Checkbox
        label={t('consultation.publicToo')}
        checked={open}
        onChange={(event) => setOpen(event.currentTarget.checked)}
      />
      <DayInput
        label={t('consultation.by')}
        required
        value={by}
        onChange={setBy}
        error={tried && !by && t('form.required')}
      />
      <Textarea
        label={t('consultation.note')}
        autosize
        minRows={2}
        maxLength={PARAGRAPH_MAX}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConsultationDialog>
  );
}
