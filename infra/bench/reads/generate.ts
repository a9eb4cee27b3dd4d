import { countAnew } from '@tinhgon/database/counting/count-anew';
import { countProposed } from '@tinhgon/database/counting/count-proposed';
import type { Db } from '@tinhgon/database/schema';
import { sql } from 'kysely';

/** How much there is of everything, from the number of procedures. */
export const sizesOf = (procedures: number) => ({
  procedures,
  plans: procedures / 5,
  documents: procedures / 50,
  events: procedures * 20,
});

export const PROGRAMME = '896';
const DAYS = 1_800;
const BEGIN = '2021-01-01';

/**
 * Fills an empty, migrated database with one programme: half-random by the number of a row, so that two runs have
 * the same rows. Rows are written as they follow from a life of events; the events themselves are there for the
 * questions that read them, without their chain. Procedures of one document are of one field and of several levels.
 */
export async function generate(db: Db, procedures: number): Promise<void> {
  const { plans, documents, events } = sizesOf(procedures);
  await db.transaction().execute(async (trx) => {
    await sql`
      insert into programme (code, name_vi, name_en, "from", "to")
      values (${PROGRAMME}, 'Đề án đo tốc độ', 'Programme for measuring', '2013-01-01', null)`.execute(trx);
    await sql`
      insert into agency (code, name_vi, name_en, kind, parent, "from", "to", successor, search)
      select 'B' || lpad(i::text, 2, '0'), 'Bộ số ' || i, 'Ministry ' || i, 'ministry', null, '1945-09-02', null, null,
        'bo so ' || i from generate_series(1, 22) i`.execute(trx);
    await sql`
      insert into procedure (code, name_vi, name_en, field, level, users, search)
      select code, name, null, 'Lĩnh vực ' || (i - 1) / 50 % 40, (array['central', 'province', 'district', 'commune'])[1 + i % 4],
        'Cá nhân', lower(code) || ' ' || search
      from generate_series(1, ${procedures}::int) i
      cross join lateral (select '1.' || lpad(i::text, 6, '0') as code,
        'Cấp lại giấy phép loại ' || i % 977 || ' cho tổ chức số ' || i as name,
        'cap lai giay phep loai ' || i % 977 || ' cho to chuc so ' || i as search) named`.execute(trx);
    await sql`
      insert into procedure_ministry (procedure_code, "from", ministry)
      select code, '1945-09-02'::date, 'B' || lpad((1 + substr(code, 3)::int / 50 % 22)::text, 2, '0') from procedure
      union all
      select code, '2025-03-01'::date, 'B' || lpad((1 + substr(code, 3)::int / 50 % 14)::text, 2, '0') from procedure
      where substr(code, 3)::int / 50 % 2 = 0`.execute(trx);
    await sql`
      insert into procedure_ministries (procedure_code, known_from, known_to, ministries)
      select procedure_code, ${BEGIN}, null, array_agg("from"::text || ' ' || ministry order by "from")
      from procedure_ministry group by procedure_code`.execute(trx);
    await sql`
      insert into agencies_in_turn (ministries) select distinct ministries from procedure_ministries`.execute(
      trx,
    );
    for (const [id, date, every] of [
      ['2021', '2021-01-01', 1],
      ['2023', '2023-06-01', 10],
      ['2024', '2024-01-01', 7],
    ] as const) {
      await sql`
        insert into baseline_member (baseline_id, procedure_code)
        select ${id}, code from procedure where ${every} = 1 or substr(code, 3)::int % ${every} > 0`.execute(
        trx,
      );
      await sql`
        insert into baseline (id, programme, date, reason, count, recorded_at, recorded_by, recorded_by_id)
        select ${id}, ${PROGRAMME}, ${date}::date, 'Rà soát', count(*), ${date}::date, 'Văn phòng', 'dau-moi'
        from baseline_member where baseline_id = ${id}`.execute(trx);
    }
    await documentsAndPlans(trx, plans, documents);
    await sql`
      insert into event (subject, epoch, seq, version, at, type, actor_id, actor_name, payload, hash, written_at)
      select 'plan/PA-' || lpad((1 + i % ${plans}::int)::text, 6, '0'), 1, 1 + i / ${plans}::int, 1 + i / ${plans}::int,
        at, 'commented', 'p' || i % 2000, 'Người ' || i % 2000, '{"text": "Đã xem"}', 'sha256-' || i, at
      from generate_series(1, ${events}::int) i
      cross join lateral (
        select ${BEGIN}::timestamptz + i * (interval '1 day' * ${DAYS} / ${events}::int) as at) moment
      order by i`.execute(trx);
    const { rows } = await sql<{ code: string }>`select code from procedure order by code`.execute(trx);
    await countAnew(
      trx,
      rows.map(({ code }) => code),
    );
    const planned = await trx.selectFrom('plan').select('code').execute();
    await countProposed(
      trx,
      planned.map(({ code }) => code),
    );
  });
  await sql`vacuum analyze`.execute(db);
}

/** Five procedures to a plan, fifty to a document; four documents in five are through, by days spread over five years. */
async function documentsAndPlans(trx: Parameters<typeof countAnew>[0], plans: number, documents: number) {
  await sql`
    insert into plan (code, programme, year, name, lead_agency, co_agencies, phase, deadline, content, editors,
      taken_part, search, state)
    select code, ${PROGRAMME}, 2021 + i % 6, 'Phương án đơn giản hóa số ' || i, lead, '{}',
      case when i / 10 % 5 > 0 then 'done' when i % 3 = 0 then 'submitted' else 'approved' end,
      '2026-12-31', '', array['p' || i % 2000], array['p' || i % 2000],
      lower(code) || ' phuong an don gian hoa so ' || i, '{}'
    from generate_series(1, ${plans}::int) i
    cross join lateral (select 'PA-' || lpad(i::text, 6, '0') as code,
      'B' || lpad((1 + i / 10 % 22)::text, 2, '0') as lead) named`.execute(trx);
  await sql`
    insert into document (code, programme, type, number, title, lead_agency, phase, signed_on, in_force_on,
      planned_in_force_on, procedures, search, state)
    select code, ${PROGRAMME}, (array['circular', 'decree', 'circular', 'pm-decision'])[1 + i % 4],
      case when through then i || '/' || extract(year from signed) || '/TT' end, 'Thông tư sửa đổi số ' || i, lead,
      case when through then 'done' else 'carrying-out' end, case when through then signed end,
      case when through then signed + 45 end, signed + 45, 50, lower(code) || ' thong tu sua doi so ' || i, '{}'
    from generate_series(1, ${documents}::int) i
    cross join lateral (select 'TT-' || lpad(i::text, 5, '0') as code, i % 5 > 0 as through,
      'B' || lpad((1 + i % 22)::text, 2, '0') as lead, ${BEGIN}::date + i * ${DAYS} / ${documents}::int as signed) named`.execute(
    trx,
  );
  await sql`
    insert into measure (plan_code, procedure_code, ordinal, measure, documents)
    select 'PA-' || lpad((1 + (n - 1) / 5)::text, 6, '0'), code, n % 5,
      (array['abolish', 'amend', 'cut-papers', 'replace-papers-by-data', 'put-online', 'decentralise'])[1 + n % 6],
      array['TT-' || lpad((1 + (n - 1) / 50)::text, 5, '0')]
    from procedure cross join lateral (select substr(code, 3)::int as n) numbered`.execute(trx);
  await sql`
    insert into link (plan_code, procedure_code, document_code, known_from, known_to, measure, programme)
    select m.plan_code, m.procedure_code, m.documents[1], ${BEGIN}::timestamptz, null, m.measure, ${PROGRAMME}
    from measure m join plan on plan.code = m.plan_code where plan.phase <> 'submitted'`.execute(trx);
  // Every other procedure has a cost sheet.
  await sql`
    insert into measure_cost (measure_hash, current_run, proposed_run, current, proposed, real, estimate, sheet)
    select procedure_code, 100000 + n % 977 * 1000, 60000, (100000 + n % 977 * 1000) * 500, 60000 * 500,
      (40000 + n % 977 * 1000) * 500, 0, '{}'
    from measure cross join lateral (select substr(procedure_code, 3)::int as n) numbered where n % 2 = 0`.execute(
    trx,
  );
  await sql`
    insert into cost_period (plan_code, procedure_code, known_from, known_to, programme, measure_hash)
    select plan_code, procedure_code, known_from, known_to, programme, procedure_code
    from link join measure_cost on measure_hash = procedure_code`.execute(trx);
  await sql`
    insert into evidence (document_code, evidence_id, kind, number, date, in_force_on, procedure_codes, recorded_at,
      known_from, recorded_by_id, recorded_by_name)
    select code, kind, kind, number, signed_on + days, case when kind = 'promulgation' then in_force_on end, '{}',
      signed_on + days + 1, signed_on + days + 1, 'p1', 'Người 1'
    from document cross join (values ('promulgation', 0), ('announcement', 10), ('database-entry', 14)) e(kind, days)
    where signed_on is not null`.execute(trx);
  await sql`
    insert into evidence_procedure (document_code, evidence_id, procedure_code, kind, date, recorded_at, known_from)
    select e.document_code, e.evidence_id, m.procedure_code, e.kind, e.date, e.recorded_at, e.known_from
    from evidence e join link m on m.document_code = e.document_code where e.kind <> 'promulgation'`.execute(
    trx,
  );
  await sql`
    insert into step_run (subject, kind, code, run, step, number, step_kind, function, agency, opened_at, due_on,
      finished_at, holder_id, holder_name, returned, barred, procedures)
    select 'plan/' || code, 'plan', code, run, (array['review', 'quality-check', 'plan-approval'])[1 + run], run + 1,
      (array['edit', 'check', 'check'])[1 + run], (array['drafter', 'procedure-control', 'minister'])[1 + run],
      lead_agency, ${BEGIN}::timestamptz + interval '20 days' * run, '2026-10-01'::date + substr(code, 4)::int % 90,
      case when phase <> 'submitted' or run = 0 then ${BEGIN}::timestamptz + interval '20 days' * (run + 1) end,
      case when phase <> 'submitted' or run = 0 then 'p1' end,
      case when phase <> 'submitted' or run = 0 then 'Người 1' end, false, editors, 5
    from plan cross join generate_series(0, 2) run
    where phase <> 'submitted' or run < 2`.execute(trx);
  await sql`
    insert into step_run (subject, kind, code, run, step, number, step_kind, function, agency, opened_at, due_on,
      finished_at, holder_id, holder_name, returned, barred, procedures)
    select 'document/' || code, 'document', code, run, (array['draft', 'appraisal', 'respond', 'promulgate'])[1 + run],
      run + 4, (array['edit', 'check', 'edit', 'record'])[1 + run],
      (array['drafter', 'legal-department', 'drafter', 'minister'])[1 + run], lead_agency,
      planned_in_force_on::timestamptz - interval '20 days' * (5 - run), planned_in_force_on + run * 5 - 60,
      case when phase = 'done' or run < 3 then planned_in_force_on::timestamptz - interval '20 days' * (4 - run) end,
      case when phase = 'done' or run < 3 then 'p1' end, case when phase = 'done' or run < 3 then 'Người 1' end,
      false, '{}', 50
    from document cross join generate_series(0, 3) run`.execute(trx);
  await periods(trx);
}

/** A plan goes through three or four phases, a document through four; a step waits for five days until somebody takes it. */
async function periods(trx: Parameters<typeof countAnew>[0]) {
  await sql`
    insert into subject_period (subject, from_at, to_at, known_from, phase, agency, programme, title, planned_on,
      first_planned_on, procedures, search)
    select 'plan/' || code, from_at, case when at.phase <> plan.phase then to_at end, from_at, at.phase, lead_agency,
      programme, name, deadline, deadline, 5, search
    from plan
    cross join lateral (select ${BEGIN}::timestamptz as began) life
    cross join lateral (values
      ('drafting', began, began + interval '20 days'),
      ('submitted', began + interval '20 days', began + interval '60 days'),
      ('approved', began + interval '60 days', began + interval '1 day' * (400 + substr(code, 4)::int % 1000)),
      ('done', began + interval '1 day' * (400 + substr(code, 4)::int % 1000), null)) at(phase, from_at, to_at)
    where array_position(array['drafting', 'submitted', 'approved', 'done'], at.phase)
      <= array_position(array['drafting', 'submitted', 'approved', 'done'], plan.phase)`.execute(trx);
  await sql`
    insert into subject_period (subject, from_at, to_at, known_from, phase, agency, programme, title, planned_on,
      first_planned_on, planned_in_force_on, procedures, search)
    select 'document/' || code, from_at, case when at.phase <> document.phase then to_at end, from_at, at.phase,
      lead_agency, programme, title, planned_in_force_on - 45, planned_in_force_on - 45, planned_in_force_on, 50, search
    from document
    cross join lateral (select planned_in_force_on::timestamptz - interval '100 days' as began) life
    cross join lateral (values
      ('drafting', began, began + interval '20 days'),
      ('submitted', began + interval '20 days', began + interval '60 days'),
      ('carrying-out', began + interval '60 days', began + interval '100 days'),
      ('done', began + interval '100 days', null)) at(phase, from_at, to_at)
    where at.phase <> 'done' or document.phase = 'done'`.execute(trx);
  await sql`
    insert into step_period (subject, step, opened_at, place, from_at, to_at, known_from, programme, ministry, number,
      function, agency, due_on, finished_at, holder_id, holder_name, procedures)
    select s.subject, s.step, s.opened_at, 0, from_at, to_at, from_at, st.programme, st.agency, s.number, s.function,
      s.agency, s.due_on, done_at, case when taken then coalesce(s.holder_id, 'p1') end,
      case when taken then coalesce(s.holder_name, 'Người 1') end, case when done_at is null then s.procedures else 0 end
    from step_run s
    join (select distinct subject, programme, agency from subject_period) st using (subject)
    cross join lateral (values
      (s.opened_at, s.opened_at + interval '5 days', null, false),
      (s.opened_at + interval '5 days', s.finished_at, null, true),
      (s.finished_at, null, s.finished_at, true)) run(from_at, to_at, done_at, taken)
    where from_at is not null`.execute(trx);
}
