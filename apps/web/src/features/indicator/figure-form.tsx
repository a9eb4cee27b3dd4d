import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import {
  type EntryInput,
  type EntryKind,
  INDICATOR_GROUPS,
  type IndicatorGroup,
} from '@tinhgon/rules/indicator/indicator';
import { periodBefore, periodOf, periodSchema } from '@tinhgon/rules/indicator/period';
import type { EntryView, IndicatorView, WhoseView } from '@tinhgon/rules/views/indicator';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencySelect } from '../../components/agency-select.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { plainNumber } from '../../format/plain-number.ts';
import { today } from '../../format/today.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { useSave } from '../../server/use-save.ts';
import { PeriodInput } from './period-input.tsx';
import { useIndicatorWords } from './use-indicator-words.ts';

/** A figure to be entered, or the one that is corrected. */
export interface FigureToEnter {
  readonly kind: EntryKind;
  readonly old: { readonly period: string; readonly whose: WhoseView; readonly entry: EntryView } | null;
}

interface FigureFormProps extends FigureToEnter {
  readonly indicator: IndicatorView;
  readonly onClose: () => void;
}

const FIELDS = ['amount', 'outOf', 'source', 'period', 'agency', 'reason'];
const TITLES = {
  value: { enter: 'indicator.enter', correct: 'indicator.correctTitle' },
  target: { enter: 'indicator.enterTarget', correct: 'indicator.correctTargetTitle' },
} as const;
const MOST_DIGITS = 13;

/** One figure of one period, of an agency or a group, with its source. */
export function FigureForm({ indicator, kind, old, onClose }: FigureFormProps) {
  const { t } = useTranslation();
  const { reason: refusal, language } = useWords();
  const words = useIndicatorWords();
  const client = useTRPCClient();
  const { unit, mayEnter, mayEnterFor } = indicator;
  const typedAs = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : written(value, language);
  // Whoever is being read is the likeliest whose next figure is entered.
  const whose = old?.whose ?? indicator.chosen;
  const [ownAgency = null] = mayEnterFor;
  const [period, setPeriod] = useState(old?.period ?? periodBefore(periodOf(indicator.period, today())));
  const [group, setGroup] = useState<IndicatorGroup | null>(
    mayEnter ? (whose ? whose.group : 'national') : null,
  );
  const [agency, setAgency] = useState<string | null>(
    mayEnter || mayEnterFor.includes(whose?.agency?.code ?? '') ? (whose?.agency?.code ?? null) : ownAgency,
  );
  const [typed, setTyped] = useState(typedAs(old?.entry.amount));
  const [typedWhole, setTypedWhole] = useState(typedAs(old?.entry.outOf));
  const [source, setSource] = useState(old?.entry.source ?? '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useSave(
    (input: EntryInput) => client.indicators.enter.mutate({ code: indicator.code, ...input }),
    onClose,
  );
  const number = (text: string) => {
    const plain = plainNumber(text, unit === 'percent', MOST_DIGITS);
    return plain === null ? null : Number(plain);
  };
  const takesAway = old !== null && typed.trim() === '';
  const amount = number(typed);
  const outOf = typedWhole.trim() === '' ? null : number(typedWhole);
  const missing = {
    amount:
      !takesAway &&
      amount === null &&
      (typed.trim() === '' ? t('form.required') : t(`indicator.amountWrong.${unit}`)),
    outOf: typedWhole.trim() !== '' && outOf === null && t('indicator.amountWrong.count'),
    period: !periodSchema.safeParse(period).success && t('form.invalid'),
    agency: group === null && agency === null && t('form.required'),
    source: source.trim() === '' && t('form.required'),
    reason: old !== null && reason.trim() === '' && t('form.required'),
  };
  const submit = () => {
    setTried(true);
    if (Object.values(missing).some(Boolean)) return;
    void save.run({
      kind,
      period,
      group,
      agency: group === null ? agency : null,
      amount: takesAway ? null : amount,
      outOf: takesAway ? null : outOf,
      source: source.trim(),
      basedOn: old?.entry.version ?? 0,
      reason: reason.trim(),
    });
  };
  const { failure } = save;
  const said = (field: keyof typeof missing) => {
    if (failure?.field === field) return failure.message || refusal(failure.code);
    return tried && missing[field];
  };
  return (
    <FormDialog
      title={t(TITLES[kind][old ? 'correct' : 'enter'])}
      submit={t('app.save')}
      pending={save.pending}
      problem={failure && !FIELDS.includes(failure.field ?? '') && <FailureNote failure={failure} />}
      onClose={onClose}
      onSubmit={submit}
    >
      {old ? (
        <>
          <p className="medium">
            {words.whose(old.whose)}, {words.periodWithin(old.period)}
          </p>
          <p className="soft">{t('indicator.correctHint')}</p>
        </>
      ) : (
        <>
          <PeriodInput kind={indicator.period} value={period} onChange={setPeriod} error={said('period')} />
          {mayEnter && (
            <NativeSelect
              label={t('indicator.whose')}
              data={[
                ...INDICATOR_GROUPS.map((value) => ({ value, label: t(`indicator.group.${value}`) })),
                { value: '', label: t('indicator.wholeGroup') },
              ]}
              value={group ?? ''}
              onChange={(event) =>
                setGroup(INDICATOR_GROUPS.find((one) => one === event.currentTarget.value) ?? null)
              }
              error={group !== null && said('agency')}
            />
          )}
          {group === null && (
            <AgencySelect
              label={t('indicator.agency')}
              required
              {...(!mayEnter && { only: mayEnterFor })}
              value={agency}
              onChange={setAgency}
              error={said('agency')}
            />
          )}
        </>
      )}
      <TextInput
        label={t(kind === 'target' ? 'indicator.target' : 'indicator.amount')}
        description={t(`indicator.amountHint.${unit}`)}
        required={old === null}
        inputMode="decimal"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={said('amount')}
      />
      {unit === 'count' && kind === 'value' && (
        <TextInput
          label={t('indicator.outOfLabel')}
          description={t('indicator.outOfHint')}
          inputMode="numeric"
          value={typedWhole}
          onChange={(event) => setTypedWhole(event.currentTarget.value)}
          error={said('outOf')}
        />
      )}
      <TextInput
        label={t('indicator.source')}
        description={t('indicator.sourceHint')}
        required
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        error={said('source')}
      />
      {old && (
        <Textarea
          label={t('app.reason')}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={said('reason')}
        />
      )}
    </FormDialog>
  );
}

/** A number as it is typed: decimals as the reader writes them, thousands together. */
const written = (value: number, language: string): string =>
  language === 'en' ? String(value) : String(value).replace('.', ',');
