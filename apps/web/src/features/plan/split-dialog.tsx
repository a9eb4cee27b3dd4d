import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { NAME_MAX } from '@tinhgon/rules/text';
import type { PlanView } from '@tinhgon/rules/views/plan';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/use-words.ts';
import type { PlanCommandBody } from '../../server/use-command.ts';
import styles from './split-dialog.module.css';

interface SplitDialogProps {
  readonly plan: PlanView;
  readonly pending: boolean;
  readonly problem: ReactNode;
  readonly onClose: () => void;
  readonly onSubmit: (body: Extract<PlanCommandBody, { type: 'split' }>) => void;
}

/** Which procedures go on in a plan of their own, and what that plan is called. */
export function SplitDialog({ plan, pending, problem, onClose, onSubmit }: SplitDialogProps) {
  const { t } = useTranslation();
  const { name: named } = useWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [name, setName] = useState('');
  const [newCode, setNewCode] = useState('');
  const [tried, setTried] = useState(false);
  const wrongChoice =
    chosen.length === 0
      ? t('splitting.noneChosen')
      : chosen.length === plan.measures.length
        ? t('splitting.allChosen')
        : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrongChoice || !name.trim()) return;
    // In the plan's order, so that the same choice is the same command.
    const procedureCodes = plan.measures
      .map((one) => one.procedureCode)
      .filter((code) => chosen.includes(code));
    onSubmit({
      type: 'split',
      procedureCodes,
      name: name.trim(),
      ...(newCode.trim() && { newCode: newCode.trim() }),
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('splitting.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form onSubmit={submit} noValidate>
        {problem}
        <p className="soft">{t('splitting.intro')}</p>
        <Checkbox.Group
          label={t('splitting.choose')}
          value={[...chosen]}
          onChange={setChosen}
          error={tried && wrongChoice}
          required
        >
          <div className={styles.list}>
            {plan.measures.map((measure) => (
              <Checkbox
                key={measure.procedureCode}
                value={measure.procedureCode}
                label={
                  <>
                    {named(measure.name)} <span className="small faint">{measure.procedureCode}</span>
                  </>
                }
              />
            ))}
          </div>
        </Checkbox.Group>
        <TextInput
          label={t('splitting.name')}
          required
          maxLength={NAME_MAX}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={tried && !name.trim() && t('splitting.nameMissing')}
          mt="md"
        />
        <TextInput
          label={t('splitting.newCode')}
          description={t('splitting.newCodeHint')}
          maxLength={60}
          value={newCode}
          onChange={(event) => setNewCode(event.currentTarget.value)}
          mt="md"
        />
        <Group mt="lg">
          <Button type="submit" loading={pending}>
            {t('splitting.confirm')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
