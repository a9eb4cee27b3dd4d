import { NativeSelect, TextInput } from '@mantine/core';
import { FIGURE_MEASURES, type Figure, type FigureMeasure } from '@tinhgon/rules/figure/figure';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencySelect } from '../../components/agency-select.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWords } from '../../language/use-words.ts';
import { CommandIds } from '../../server/command-id.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { printedNumber } from './printed-number.ts';
import { useSave } from '../../server/use-save.ts';

const FIELDS = ['value', 'source', 'page', 'asAt', 'ministry'];

/** One figure as a report printed it. */
export function EnterFigure({
  programme,
  onClose,
}: {
  readonly programme: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { reason: words } = useWords();
  const client = useTRPCClient();
  const ids = useRef(new CommandIds());
  const [measure, setMeasure] = useState<FigureMeasure>('simplified');
  const [typed, setTyped] = useState('');
  const [asAt, setAsAt] = useState<string | null>(null);
  const [ministry, setMinistry] = useState<string | null>(null);
  const [source, setSource] = useState('');
  const [page, setPage] = useState('');
  const [tried, setTried] = useState(false);
  const save = useSave(
    (input: Omit<Figure, 'id'>) => client.figures.enter.mutate({ ...input, id: ids.current.idFor(input) }),
    onClose,
  );
  const value = printedNumber(typed, measure);
  const submit = () => {
    setTried(true);
    if (value === null || asAt === null || source.trim() === '') return;
    void save.run({ programme, measure, asAt, ministry, value, source: source.trim(), page: page.trim() });
  };
  const { failure } = save;
  const failed = failure?.field ?? '';
  const said = (field: string, missing: string | false) => {
    if (failure && failed === field) return failure.message || words(failure.code);
    return tried && missing;
  };
  return (
    <FormDialog
      title={t('figure.enter')}
      submit={t('app.save')}
      pending={save.pending}
      problem={failure && !FIELDS.includes(failed) && <FailureNote failure={failure} />}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={t('figure.source')}
        description={t('figure.sourceHint')}
        required
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        error={said('source', source.trim() === '' && t('form.required'))}
      />
      <TextInput
        label={t('figure.page')}
        value={page}
        onChange={(event) => setPage(event.currentTarget.value)}
        error={said('page', false)}
      />
      <NativeSelect
        label={t('figure.what')}
        data={FIGURE_MEASURES.map((one) => ({ value: one, label: t(`figure.measure.${one}`) }))}
        value={measure}
        onChange={(event) =>
          setMeasure(FIGURE_MEASURES.find((one) => one === event.currentTarget.value) ?? 'simplified')
        }
      />
      <TextInput
        label={t('figure.printed')}
        description={t('figure.printedHint')}
        required
        inputMode="decimal"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={said(
          'value',
          value === null && t(typed.trim() === '' ? 'form.required' : 'figure.notANumber'),
        )}
      />
      <DayInput
        label={t('figure.asAt')}
        required
        value={asAt}
        onChange={setAsAt}
        error={said('asAt', asAt === null && t('form.required'))}
      />
      <AgencySelect
        label={t('figure.ministry')}
        description={t('figure.ministryHint')}
        value={ministry}
        onChange={setMinistry}
        error={said('ministry', false)}
      />
    </FormDialog>
  );
}
