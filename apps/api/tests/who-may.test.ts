import { randomUUID } from 'node:crypto';
import { chainSteps, DEFAULT_CHAINS } from '@tinhgon/rules/chain-version';
import { TEMPLATE_FIELDS } from '@tinhgon/rules/report/template';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appRouter } from '../src/router.ts';
import { CALLS as V1_CALLS } from '../src/v1/calls.ts';
import { today } from './acting.ts';
import { requestsFor } from './doors.ts';
import { answerOf, openWorld, type Player, PLAYERS, type World } from './world.ts';

let world: World;
let planCode: string;
let documentCode: string;
let operation: string;
let bottleneckCode: string;
let campaignCode: string;
let inspectionCode: string;
beforeAll(async () => {
  world = await openWorld({ wholeCast: true });
  const { programme, home } = world;
  const about = { programme, leadAgency: home };
  const document = await world.call('lan', 'POST', '/documents', {
    ...about,
    type: 'circular',
    title: 'Thông tư',
  });
  documentCode = document.body.code;
  const plan = await world.call('lan', 'POST', '/plans', { ...about, year: 2026, name: 'Phương án' });
  planCode = plan.body.code;
  const seen = { kind: 'plan', code: planCode, expectedVersion: 1, contentHash: 'a'.repeat(64) };
  const action = { type: 'return', reason: 'thử' };
  const started = { commandId: randomUUID(), action, items: [seen] };
  operation = (await world.call('lan', 'POST', '/operations', started)).body.id;
  const state = async () => (await world.call('lan', 'GET', `/operations/${operation}`)).body.state;
  while ((await state()) !== 'done') await new Promise((resolve) => setTimeout(resolve, 200));
  bottleneckCode = (await world.call('lan', 'POST', '/bottlenecks', bottleneck())).body.code;
  campaignCode = (await world.call('office', 'POST', '/campaigns', campaign())).body.code;
  inspectionCode = (await world.call('office', 'POST', '/inspections', inspection())).body.code;
  const proposals = `/programmes/${programme}/baseline-proposals`;
  const set = { date: '2020-01-01', reason: 'gốc', members: { all: world.procedures } };
  await world.call('office', 'POST', proposals, { ...set, id: randomUUID() });
  const change = { add: [], remove: world.procedures.slice(0, 1) };
  await world.call('office', 'POST', proposals, { ...set, id: PROPOSAL, members: change });
});
afterAll(() => world?.stop());

const templateInput = () => ({
  programme: world.programme,
  language: 'vi',
  texts: Object.fromEntries(TEMPLATE_FIELDS.map((field) => [field, 'Lời'])),
});

const PATHS = Object.keys(flat(appRouter._def.procedures)) as string[];

function flat(procedures: object, prefix = ''): Record<string, { _def: { type: string } }> {
  return Object.assign(
    {},
    ...Object.entries(procedures).map(([name, value]) =>
      typeof value === 'function' ? { [prefix + name]: value } : flat(value, `${prefix}${name}.`),
    ),
  );
}
const kindOf = (path: string): string => flat(appRouter._def.procedures)[path]?._def.type ?? '';

async function ask(player: Player | 'unknown' | null, path: string, input?: unknown) {
  const address = `${world.url}/trpc/${path}`;
  const headers = player === null ? {} : { authorization: `Bearer ${await world.token(player)}` };
  const json = JSON.stringify(input ?? {});
  const stop = new AbortController();
  const response =
    kindOf(path) === 'mutation'
      ? await fetch(address, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: json,
        })
      : await fetch(`${address}?input=${encodeURIComponent(json)}`, { headers, signal: stop.signal });
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    const told = await firstEvent(response);
    stop.abort();
    return told;
  }
  const answer = await answerOf(response);
  return { status: answer.status, code: answer.body.error?.data.rejection.code ?? null };
}

/** A stream says "no" in an event right after it has begun; one that stays open is a yes. */
async function firstEvent(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const silence = new Promise<null>((resolve) => setTimeout(resolve, 500, null));
  for (let text = ''; ; ) {
    const part = await Promise.race([reader?.read(), silence]);
    if (part === null) return { status: response.status, code: null };
    if (!part || part.done) throw new Error(`the stream ended: ${text}`);
    text += part.value;
    const refused = /event: serialized-error\ndata: (.*)\n/.exec(text)?.[1];
    if (refused === undefined) continue;
    const { data } = JSON.parse(refused);
    return { status: data.httpStatus, code: data.rejection.code };
  }
}

const indicator = () => ({
  programme: world.programme,
  nameVi: 'Tỷ lệ hồ sơ trực tuyến',
  unit: 'percent',
  period: 'year',
  better: 'higher',
});
const bottleneck = () => ({
  on: { kind: 'procedure', code: world.procedures[0] },
  what: 'Chưa kết nối dữ liệu',
  cause: 'data',
  responsible: world.elsewhere,
  answerBy: '2090-01-01',
});
const campaign = () => ({
  title: 'Rà soát',
  question: 'Còn vướng mắc gì?',
  asks: 'chosen',
  agencies: [world.home],
  answerBy: '2090-01-01',
});
const webhook = (id: string) => ({
  id,
  name: 'Quản lý văn bản',
  url: 'https://dms.example.gov.vn/hooks',
  topics: ['plan.decisions'],
  agency: world.home,
  enabled: false,
});
const inspection = () => ({
  agency: world.elsewhere,
  subject: 'Kiểm tra',
  periodFrom: '2025-01-01',
  periodTo: '2025-12-31',
  from: '2026-01-01',
  to: '2026-01-02',
});
/** For another ministry the plan does not exist. */
const OUTSIDE = saying('NOT_FOUND', ['stranger', 'neighbour']);
const ASSIGNMENT = randomUUID();
const DELEGATION = randomUUID();
const PROPOSAL = randomUUID();
const REPORT = randomUUID();
/** Each player saves another chain: the second to save one would be told that it has changed. */
const unsaved = DEFAULT_CHAINS.map((chain) => ({
  id: chain.id,
  basedOn: 1,
  steps: chainSteps(chain),
  from: '2026-01-01',
  reason: 'như cũ',
}));
/** Drafters may withdraw what the table's rows are about, which the later rows need. */
/** Who may carry it out would see somebody off whom later rows need. */
/** Drafters and procedure controllers report figures for their agency. */
const REPORTERS = ['lan', 'duc', 'hoa', 'stranger', 'neighbour'] as const;
const NOT_KEEPERS = PLAYERS.filter((player) => player !== 'office' && player !== 'admin');
const OTHERS = PLAYERS.filter((player) => player !== 'lan' && player !== 'hoa');
const command = { commandId: randomUUID(), expectedVersion: 1, type: 'submit' };
/** A valid input of each call, and what players who are not concerned hear; everybody else's answer is `null`. */
const CALLS: Record<
  string,
  { input?: () => unknown; refused?: Partial<Record<Player, string>>; players?: readonly Player[] }
> = {
  'me.get': {},
  'me.preferences': {},
  'me.data': {},
  'me.savePreferences': { input: () => ({ mail: 'single' }) },
  'me.renewCalendar': {},
  'me.revokeCalendar': {},
  'me.passkeys': {},
  // Browsers take no passkeys for an address such as this API's; see passkeys.test.ts.
  'me.beginPasskey': { refused: saying('NOT_FOUND', PLAYERS) },
  'me.challengePasskey': { refused: saying('NOT_FOUND', PLAYERS) },
  'me.addPasskey': {
    input: () => ({
      name: 'Máy cơ quan',
      made: { id: 'AA', clientDataJSON: 'AA', attestationObject: 'AA', transports: [] },
    }),
    refused: saying('NOT_FOUND', PLAYERS),
  },
  'me.removePasskey': { input: () => ({ id: 'AA' }) },
  'me.setConfirms': { input: () => ({ confirms: false }) },
  'catalogue.removePasskeys': { input: () => ({ personId: 'lan' }), refused: only('admin') },
  'notifications.list': {},
  'notifications.escalations': {
    input: () => ({ subject: 'plan', code: planCode }),
    refused: OUTSIDE,
  },
  'notifications.mark': { input: () => ({ ids: ['1'] }) },
  'me.setLanguage': { input: () => ({ language: 'vi' }) },
  'inbox.list': {},
  'plans.list': {},
  'plans.get': { input: () => ({ code: planCode }), refused: OUTSIDE },
  'plans.changes': { input: () => ({ code: planCode }), refused: OUTSIDE },
  'plans.look': { input: () => ({ code: planCode }), refused: OUTSIDE },
  'plans.start': {
    input: () => ({
      commandId: randomUUID(),
      programme: world.programme,
      leadAgency: world.home,
      year: 2026,
      name: 'Phương án',
    }),
    refused: only('lan', 'hoa'),
  },
  'plans.command': {
    input: () => ({ code: planCode, command: { ...command, type: 'withdraw', reason: 'thử' } }),
    refused: {
      ...noStep('duc', 'minh', 'phap', 'office', 'auditor', 'admin', 'supervisor', 'tham'),
      ...OUTSIDE,
    },
    players: OTHERS,
  },
  'documents.list': {},
  'documents.changes': {
    input: () => ({ code: documentCode }),
    refused: OUTSIDE,
  },
  'documents.look': { input: () => ({ code: documentCode }) },
  'documents.consultations': { input: () => ({ code: documentCode }) },
  'documents.askedOfUs': {},
  'documents.expected': { input: () => ({ code: documentCode }) },
  'documents.get': { input: () => ({ code: documentCode }) },
  'documents.start': {
    input: () => ({
      commandId: randomUUID(),
      type: 'circular',
      programme: world.programme,
      leadAgency: world.home,
      title: 'Thông tư',
    }),
    refused: only('lan', 'hoa'),
  },
  'documents.command': {
    input: () => ({ code: documentCode, command: { ...command, type: 'withdraw', reason: 'thử' } }),
    refused: noStep(...OTHERS),
    players: OTHERS,
  },
  'operations.list': {},
  'operations.get': { input: () => ({ id: operation }), refused: unseenOperation() },
  'operations.items': { input: () => ({ id: operation }), refused: unseenOperation() },
  'operations.previewBulk': {
    input: () => ({ action: { type: 'approve' }, items: [{ kind: 'plan', code: planCode }] }),
  },
  'operations.startBulk': {
    input: () => ({
      commandId: randomUUID(),
      action: { type: 'return', reason: 'thử' },
      items: [{ kind: 'plan', code: planCode, expectedVersion: 99, contentHash: 'a'.repeat(64) }],
    }),
  },
  'operations.previewAgencyChange': { input: () => change(), refused: only('office') },
  'operations.startAgencyChange': {
    // A day that is long ago changes nothing in what the other rows are about: the agency began later.
    input: () => ({ commandId: randomUUID(), change: { ...change(), effectiveOn: '2019-01-01' } }),
    refused: { ...only('office'), office: 'DATE_ORDER' },
  },
  'operations.undo': {
    input: () => ({ id: operation, commandId: randomUUID() }),
    refused: {
      ...unseenOperation(),
      ...Object.fromEntries(
        (['lan', 'office', 'admin', 'auditor'] as const).map((player) => [player, 'NOTHING_TO_MOVE']),
      ),
    },
  },
  'operations.sign': {
    input: () => ({ id: operation, commandId: randomUUID(), agency: world.home, report: 'a'.repeat(64) }),
    refused: Object.fromEntries(PLAYERS.map((player) => [player, 'NOT_FOUND'])),
  },
  'operations.command': {
    input: () => ({ id: operation, command: { commandId: randomUUID(), type: 'pause' } }),
    refused: {
      ...unseenOperation(),
      ...Object.fromEntries((['lan', 'office'] as const).map((player) => [player, 'OPERATION_ENDED'])),
      admin: 'FORBIDDEN',
      auditor: 'FORBIDDEN',
    },
  },
  'programmes.list': {},
  'programmes.totals': { input: () => ({ code: world.programme }) },
  'programmes.difference': { input: () => ({ code: world.programme, from: '2024-12-31' }) },
  'programmes.differenceLines': { input: () => ({ code: world.programme, from: '2024-12-31' }) },
  'programmes.parts': { input: () => ({ code: world.programme }) },
  'programmes.ranking': { input: () => ({ code: world.programme }) },
  'programmes.stages': { input: () => ({ code: world.programme }) },
  'programmes.holding': { input: () => ({ code: world.programme }) },
  'programmes.responsibility': { input: () => ({ code: world.programme }) },
  'programmes.debt': { input: () => ({ code: world.programme }) },
  'programmes.cost': { input: () => ({ code: world.programme }) },
  'programmes.costPlans': { input: () => ({ code: world.programme }) },
  'programmes.costProcedures': { input: () => ({ code: world.programme }) },
  'programmes.forecast': { input: () => ({ code: world.programme }) },
  'programmes.forecastWork': { input: () => ({ code: world.programme }) },
  'programmes.stuck': { input: () => ({ code: world.programme }) },
  'figures.list': { input: () => ({ programme: world.programme }) },
  'figures.enter': {
    input: () => ({
      id: randomUUID(),
      programme: world.programme,
      measure: 'simplified',
      asAt: '2024-12-31',
      value: '898',
      source: 'Báo cáo',
    }),
    refused: only('office'),
  },
  'figures.remove': {
    input: () => ({ id: REPORT, reason: 'Gõ nhầm' }),
    refused: { ...only('office'), office: 'NOT_FOUND' },
  },
  'indicators.list': { input: () => ({ programme: world.programme }) },
  'indicators.get': {
    input: () => ({ code: 'CT-THU' }),
    refused: Object.fromEntries(PLAYERS.map((player) => [player, 'NOT_FOUND'])),
  },
  'indicators.save': {
    input: () => ({ ...indicator(), code: 'CT-AI' }),
    refused: only('office'),
  },
  'indicators.enter': {
    input: () => ({ code: 'CT-THU', period: '2024', group: 'national', amount: 1, source: 'Báo cáo' }),
    refused: {
      ...only('office'),
      office: 'NOT_FOUND',
      // Their own agency's values are theirs; this one is of the whole country.
      ...saying('NOT_YOUR_AGENCY', REPORTERS),
    },
  },
  'programmeTasks.list': { input: () => ({ programme: world.programme }) },
  'programmeTasks.get': {
    input: () => ({ code: 'NV-THU' }),
    refused: Object.fromEntries(PLAYERS.map((player) => [player, 'NOT_FOUND'])),
  },
  'programmeTasks.save': {
    input: () => ({
      code: 'NV-AI',
      programme: world.programme,
      name: 'Rà soát',
      paper: 'Kế hoạch',
      owner: world.home,
      assignedOn: '2024-01-10',
      deadline: '2024-06-30',
    }),
    refused: only('office'),
  },
  'programmeTasks.remove': {
    input: () => ({ code: 'NV-THU', basedOn: 1, reason: 'Nhầm' }),
    refused: { ...only('office'), office: 'NOT_FOUND' },
  },
  'reports.ask': {
    input: () => ({ id: randomUUID(), programme: world.programme, asAt: '2024-12-31' }),
  },
  'reports.list': {},
  'reports.templates': { input: () => ({ programme: world.programme }) },
  'reports.saveTemplate': {
    input: () => ({ ...templateInput(), basedOn: 1, reason: 'Lần đầu' }),
    refused: only('admin', 'office'),
  },
  'reports.previewTemplate': { input: () => templateInput(), refused: only('admin', 'office') },
  'reports.get': {
    input: () => ({ id: REPORT }),
    refused: Object.fromEntries(PLAYERS.map((player) => [player, 'NOT_FOUND'])),
  },
  'reports.sign': {
    input: () => ({ id: REPORT, number: '1/BC', signedOn: '2025-01-05' }),
    refused: { ...only('office'), office: 'NOT_FOUND' },
  },
  'reports.takeBackSignature': {
    input: () => ({ id: REPORT, version: 1, reason: 'Nhầm' }),
    refused: { ...only('office'), office: 'NOT_FOUND' },
  },
  'procedures.list': {},
  'procedures.get': { input: () => ({ code: world.procedures[0] }) },
  'procedures.forPlan': { input: () => ({ programme: world.programme, leadAgency: world.home }) },
  'dependencies.dependants': { input: () => ({ code: documentCode }) },
  'dependencies.waitsFor': { input: () => ({ code: world.procedures[0] }) },
  'dependencies.graph': { input: () => ({ focus: `document/${documentCode}` }) },
  'drafts.get': { input: () => ({ key: 'plan/new' }) },
  'drafts.save': { input: () => ({ key: 'plan/new', json: { name: 'x' } }) },
  'drafts.remove': { input: () => ({ key: 'plan/new' }) },
  'catalogue.agencies': {},
  'catalogue.people': {},
  'catalogue.assignments': {},
  'catalogue.programmes': {},
  'catalogue.saveAgency': {
    input: () => ({ code: 'MOI', nameVi: 'Cơ quan mới', kind: 'unit', from: '2024-01-01' }),
    refused: only('admin', 'office'),
  },
  'catalogue.savePerson': {
    input: () => ({ id: 'moi', subject: 'moi', name: 'Người mới', agency: world.home }),
    refused: only('admin', 'office'),
  },
  'catalogue.saveAssignment': {
    input: () => ({
      id: ASSIGNMENT,
      personId: 'minh',
      function: 'minister',
      agency: world.home,
      from: '2024-01-01',
    }),
    refused: only('admin', 'office'),
  },
  'catalogue.endAssignment': {
    input: () => ({ id: ASSIGNMENT, to: '2030-01-01' }),
    refused: { ...only('admin', 'office') },
  },
  'catalogue.saveProgramme': {
    input: () => ({ code: 'MOI', nameVi: 'Chương trình mới', from: '2024-01-01' }),
    refused: only('admin', 'office'),
  },
  'baselines.list': { input: () => ({ code: world.programme }) },
  'baselines.proposals': { input: () => ({ code: world.programme }) },
  'baselines.proposal': { input: () => ({ id: PROPOSAL }) },
  'baselines.members': { input: () => ({ id: PROPOSAL, side: 'added' }) },
  'baselines.propose': {
    input: () => ({
      id: randomUUID(),
      programme: world.programme,
      date: '2024-01-01',
      reason: 'đầu kỳ',
      members: { all: world.procedures.slice(0, 2) },
    }),
    refused: only('office'),
  },
  'baselines.decide': {
    input: () => ({ id: PROPOSAL, decision: { decision: 'approve' } }),
    refused: { ...only('office'), office: 'FOUR_EYES' },
  },
  'baselines.confirm': {
    input: () => ({ id: `baseline/${world.programme}/2020-01-01/1` }),
    refused: { ...only('office'), office: 'FOUR_EYES' },
  },
  'files.list': {
    input: () => ({ kind: 'plan', code: planCode }),
    refused: OUTSIDE,
  },
  'files.find': { input: () => ({ q: 'thu tuc' }) },
  'leaving.preview': { input: () => ({ id: 'minh', choices: {} }), refused: only('office', 'admin') },
  'leaving.carryOut': {
    input: () => ({ id: 'auditor', commandId: randomUUID(), choices: {} }),
    refused: only(),
    players: NOT_KEEPERS,
  },
  'delegations.list': {
    input: () => ({ person: 'minh' }),
    refused: only('minh', 'office', 'admin', 'auditor'),
  },
  'delegations.give': {
    input: () => ({
      id: DELEGATION,
      personId: 'minh',
      substituteId: 'hoa',
      form: 'KT',
      from: today(),
      to: today(),
      reason: 'Đi công tác',
    }),
    // Given once; those who may as well hear that there is one already.
    refused: {
      ...only('minh'),
      hoa: 'FORBIDDEN',
      office: 'COMMAND_ID_REUSED',
      admin: 'COMMAND_ID_REUSED',
    },
  },
  'delegations.revoke': {
    input: () => ({ id: DELEGATION }),
    refused: {
      ...saying('NOT_FOUND', [
        'lan',
        'duc',
        'phap',
        'stranger',
        'auditor',
        'supervisor',
        'tham',
        'neighbour',
      ]),
      ...saying('DELEGATION_ENDED', ['hoa', 'office', 'admin']),
    },
  },
  'bottlenecks.list': {},
  'bottlenecks.get': { input: () => ({ code: bottleneckCode }) },
  'bottlenecks.raise': {
    input: () => ({ ...bottleneck(), commandId: randomUUID() }),
    refused: { auditor: 'FORBIDDEN' },
  },
  'bottlenecks.command': {
    input: () => ({ code: bottleneckCode, command: { ...command, type: 'withdraw', reason: 'thử' } }),
    refused: only(),
    players: OTHERS,
  },
  'campaigns.list': {},
  'campaigns.get': { input: () => ({ code: campaignCode }) },
  'campaigns.open': {
    input: () => ({ ...campaign(), commandId: randomUUID() }),
    refused: only('office'),
  },
  'campaigns.command': {
    input: () => ({ code: campaignCode, command: { ...command, type: 'remind', text: 'thử' } }),
    refused: only('office'),
    // The office's reminder is what makes the page old.
    players: PLAYERS.toSorted((a, b) => Number(a === 'office') - Number(b === 'office')),
  },
  'inspections.list': {},
  'inspections.get': {
    input: () => ({ code: inspectionCode }),
    refused: unseen('stranger', 'neighbour', 'office', 'supervisor', 'auditor'),
  },
  'inspections.inspectors': { refused: only('office', 'supervisor') },
  'inspections.open': {
    input: () => ({ ...inspection(), commandId: randomUUID() }),
    refused: only('office', 'supervisor'),
  },
  'inspections.command': {
    input: () => ({
      code: inspectionCode,
      command: { ...command, type: 'close', conclusion: 'Không có gì' },
    }),
    refused: {
      ...unseen('office'),
      ...saying('FORBIDDEN', ['stranger', 'neighbour', 'auditor', 'supervisor']),
    },
    players: PLAYERS.toSorted((a, b) => Number(a === 'office') - Number(b === 'office')),
  },
  'terms.calendars': {},
  'terms.saveCalendar': {
    input: () => ({
      basedOn: 0,
      days: [{ day: '2027-02-05', kind: 'holiday', name: 'Tết' }],
      reason: 'Lịch nghỉ năm 2027',
    }),
    refused: only('admin', 'office'),
  },
  'terms.previewCalendar': { input: () => ({ days: [] }), refused: only('admin', 'office') },
  'terms.clocksBehind': { refused: only('admin', 'office') },
  'terms.chains': {},
  'terms.ownSteps': {},
  'terms.saveChain': {
    input: () => unsaved.shift() ?? { ...DEFAULT_CHAINS[0] },
    refused: only('admin', 'office'),
  },
  'terms.previewChain': {
    input: () => ({ id: 'plan-minister', version: 1 }),
    refused: only('admin', 'office'),
  },
  'terms.startReplan': {
    input: () => ({ commandId: randomUUID(), what: { of: 'calendar' } }),
    refused: only('admin', 'office'),
  },
  'terms.functionSeats': {},
  'terms.saveFunctionSeat': {
    input: () => ({ function: 'appraisal', agency: world.home, from: '2025-03-01' }),
    refused: only('admin', 'office'),
  },
  'terms.wages': {},
  'terms.saveWage': {
    input: () => ({
      code: 'LUONG',
      basedOn: 0,
      nameVi: 'Lương',
      sources: [{ source: 'Niên giám', dongPerHour: 50_000 }],
      from: '2026-01-01',
      reason: 'Lần đầu',
    }),
    refused: only('admin', 'office'),
  },
  'imports.mappings': { input: () => ({ kind: 'procedures' }), refused: only('office') },
  'imports.saveMapping': {
    input: () => ({
      kind: 'procedures',
      headings: ['Mã TTHC'],
      mapping: { fields: { code: { from: 'column', heading: 'Mã TTHC' } } },
      basedOn: 0,
    }),
    refused: only('office'),
  },
  'imports.renameMapping': {
    input: () => ({ kind: 'procedures', headings: ['Chưa giữ'], name: 'Tên' }),
    refused: { ...only('office'), office: 'NOT_FOUND' },
  },
  'imports.removeMapping': {
    input: () => ({ kind: 'procedures', headings: ['Chưa giữ'], version: 1 }),
    refused: { ...only('office'), office: 'NOT_FOUND' },
  },
  'webhooks.list': { refused: only('admin') },
  'webhooks.add': { input: () => webhook(randomUUID()), refused: only('admin') },
  'webhooks.save': {
    input: () => webhook(REPORT),
    refused: { ...only('admin'), admin: 'NOT_FOUND' },
  },
  'webhooks.remove': { input: () => ({ id: REPORT }), refused: { ...only('admin'), admin: 'NOT_FOUND' } },
  'webhooks.replaceSecret': {
    input: () => ({ id: REPORT }),
    refused: { ...only('admin'), admin: 'NOT_FOUND' },
  },
  'webhooks.test': { input: () => ({ id: REPORT }), refused: { ...only('admin'), admin: 'NOT_FOUND' } },
  'webhooks.deliveries': {
    input: () => ({ id: REPORT, list: 'recent' }),
    refused: { ...only('admin'), admin: 'NOT_FOUND' },
  },
  'webhooks.sendAgain': {
    input: () => ({ id: REPORT }),
    refused: { ...only('admin'), admin: 'NOT_FOUND' },
  },
  'search.find': { input: () => ({ q: 'thu tuc' }) },
  'system.look': { refused: only('admin') },
  'events.list': {},
  'live.changes': {},
};

function only(...may: Player[]): Partial<Record<Player, string>> {
  return Object.fromEntries(
    PLAYERS.filter((player) => !may.includes(player)).map((player) => [player, 'FORBIDDEN']),
  );
}
function change() {
  return { kind: 'merger', from: [world.home], to: [world.elsewhere], effectiveOn: today() };
}
function unseenOperation(): Partial<Record<Player, string>> {
  const seen = ['lan', 'office', 'admin', 'auditor'];
  return Object.fromEntries(
    PLAYERS.filter((player) => !seen.includes(player)).map((player) => [player, 'NOT_FOUND']),
  );
}
function saying(code: string, players: readonly Player[]): Partial<Record<Player, string>> {
  return Object.fromEntries(players.map((player) => [player, code]));
}
function unseen(...may: Player[]): Partial<Record<Player, string>> {
  return Object.fromEntries(
    PLAYERS.filter((player) => !may.includes(player)).map((player) => [player, 'NOT_FOUND']),
  );
}
function noStep(...players: Player[]): Partial<Record<Player, string>> {
  return saying('NOT_YOUR_STEP', players);
}

/** Answers that say "not you", whatever state the thing is in. */
const NOT_YOU = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_YOUR_STEP',
  'NOT_FOUND',
  'FOUR_EYES',
  'NOT_CONSULTED',
  'NOT_YOUR_AGENCY',
  'NOT_ASKED',
  'OWN_AGENCY',
];
/** Calls of `/api/v1` that were asked by the table's rows. */
const ASKED = new Set<string>();

/** The same question at the other door. It was asked before: only whose question it is decides here. */
async function askV1(player: Player | 'unknown' | null, path: string, input: unknown) {
  const heard: { asked: string; status: number; code: string | null }[] = [];
  for (const sent of requestsFor(path, input)) {
    const method = sent.call.method.toUpperCase();
    const { status, body } = await world.call(player, method, sent.path, sent.body);
    const asked = `${method} ${sent.call.path}`;
    ASKED.add(asked);
    const code: string | null = body?.error?.code ?? null;
    heard.push({ asked, status, code: code !== null && NOT_YOU.includes(code) ? code : null });
  }
  return heard;
}

test('every call of the router is in the table', () => {
  expect(Object.keys(CALLS).sort()).toEqual([...PATHS].sort());
});

describe.each(PATHS)('%s', (path) => {
  test('signed out', async () => {
    expect(await ask(null, path)).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
    for (const heard of await askV1(null, path, CALLS[path]?.input?.())) {
      expect(heard, heard.asked).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    }
  });

  test('signed in, entered by nobody', async () => {
    expect(await ask('unknown', path)).toEqual({ status: 403, code: 'FORBIDDEN' });
    for (const heard of await askV1('unknown', path, CALLS[path]?.input?.())) {
      expect(heard, heard.asked).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    }
  });

  test.each(CALLS[path]?.players ?? PLAYERS)('%s', async (player) => {
    const { input, refused } = CALLS[path] ?? {};
    const given = input?.();
    const code = refused?.[player] ?? null;
    expect((await ask(player, path, given)).code).toBe(code);
    for (const heard of await askV1(player, path, given)) {
      expect(heard.code, heard.asked).toBe(code !== null && NOT_YOU.includes(code) ? code : null);
      expect(heard.status, heard.asked).toBeLessThan(500);
    }
  });
});

/** Two more ways to ask what the table asks once. */
test.each(PLAYERS)('files of a document, and the first set of a programme: %s', async (player) => {
  const files = { kind: 'document', code: documentCode };
  for (const heard of await askV1(player, 'files.list', files)) {
    expect(heard.status, heard.asked).toBe(OUTSIDE[player] ? 404 : 200);
  }
  const confirmed = await askV1(player, 'baselines.confirm', CALLS['baselines.confirm']?.input?.());
  expect(confirmed.map(({ code }) => code)).toEqual([player === 'office' ? 'FOUR_EYES' : 'FORBIDDEN']);
});

test('every call of /api/v1 was among them', () => {
  const all = V1_CALLS.map((call) => `${call.method.toUpperCase()} ${call.path}`);
  expect([...ASKED].sort()).toEqual(all.sort());
});
