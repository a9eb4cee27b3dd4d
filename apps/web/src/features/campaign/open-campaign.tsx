import { MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CAMPAIGN_ASKS, type CampaignAsks } from '@tinhgon/rules/campaign/state';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { today } from '../../format/today.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { useStart } from '../../server/use-start.ts';

const FIELDS = ['title', 'question', 'agencies', 'answerBy', 'asks'];

/** Asks all ministries, all provinces or chosen agencies one question by one day. */
export function OpenCampaign({
  onClose,
  onOpened,
}: {
  readonly onClose: () => void;
  readonly onOpened: (code: string) => void;
}) {
  const { t } = useTranslation();
  const { reason, name } = useWords();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { data: all = [] } = useQuery(trpc.catalogue.agencies.queryOptions());
  const [title, setTitle] = useState('');
  const [question, setQuestion] = useState('');
  const [asks, setAsks] = useState<CampaignAsks>('ministries');
  const [agencies, setAgencies] = useState<string[]>([]);
  const [answerBy, setAnswerBy] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const start = useStart((input: Parameters<typeof client.campaigns.open.mutate>[0]) =>
    client.campaigns.open.mutate(input),
  );
  const missing = {
    title: !title.trim(),
    question: !question.trim(),
    agencies: asks === 'chosen' && agencies.length === 0,
    answerBy: !answerBy,
  };
  const submit = async () => {
    setTried(true);
    if (!answerBy || Object.values(missing).some(Boolean)) return;
    const answer = await start.run({
      title: title.trim(),
      question: question.trim(),
      asks,
      agencies: asks === 'chosen' ? agencies : [],
      answerBy,
    });
    if (answer) onOpened(answer.code);
  };
  const { failure } = start;
  const failedField = failure?.field?.split('.')[0] ?? '';
  const said = (field: string, isMissing = false) => {
    if (failure && failedField === field) return failure.message || reason(failure.code);
    return tried && isMissing && t('form.required');
  };
  const ofToday = all.filter(({ kind, to }) => kind !== 'unit' && (to === null || to >= today()));
  return (
    <FormDialog
      title={t('campaign.openTitle')}
      submit={t('campaign.openOne')}
      pending={start.pending}
      problem={failure && !FIELDS.includes(failedField) && <FailureNote failure={failure} />}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <TextInput
        label={t('campaign.title')}
        required
        maxLength={500}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={said('title', missing.title)}
        data-autofocus
      />
      <Textarea
        label={t('campaign.question')}
        required
        autosize
        minRows={3}
        maxLength={10_000}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
        error={said('question', missing.question)}
      />
      <NativeSelect
        label={t('campaign.asks')}
        data={CAMPAIGN_ASKS.map((value) => ({ value, label: t(`campaign.asksWhom.${value}`) }))}
        value={asks}
        onChange={(event) => setAsks(event.currentTarget.value as CampaignAsks)}
        error={said('asks')}
      />
      {asks === 'chosen' && (
        <MultiSelect
          label={t('campaign.agencies')}
          required
          searchable
          data={ofToday.map((agency) => ({
            value: agency.code,
            label: name({ vi: agency.nameVi, en: agency.nameEn }),
          }))}
          nothingFoundMessage={t('app.nothingFound')}
          value={agencies}
          onChange={setAgencies}
          error={said('agencies', missing.agencies)}
        />
      )}
      <DayInput
        label={t('bottleneck.answerBy')}
        required
        value={answerBy}
        onChange={setAnswerBy}
        error={said('answerBy', missing.answerBy)}
      />
    </FormDialog>
  );
}
