import { describe, expect, it } from 'vitest';
import { admin, duc, office } from '../tests/people.ts';
import { objectionToAppointing, objectionToAssigning } from './appointing.ts';

const row = { id: 'duc', subject: 'duc', roles: [], active: true };
const own = { id: 'admin', subject: 'admin', roles: ['administrator' as const], active: true };

describe('appointing people', () => {
  it('lets an administrator appoint others, the programme office too', () => {
    expect(objectionToAppointing(admin, row, { ...row, roles: ['programme-office'] })).toBeNull();
    expect(objectionToAppointing(admin, null, { ...row, roles: ['administrator'] })).toBeNull();
  });
  it('lets nobody give themself a role, another sign-in or a lost seat', () => {
    const gain = { ...own, roles: ['administrator' as const, 'programme-office' as const] };
    expect(objectionToAppointing(admin, own, gain)).toMatchObject({ code: 'FOUR_EYES', field: 'roles' });
    expect(objectionToAppointing(admin, own, { ...own, subject: 'x' })).toMatchObject({ field: 'subject' });
    expect(objectionToAppointing(admin, { ...own, active: false }, own)).toMatchObject({ field: 'active' });
    expect(objectionToAppointing(admin, own, { ...own, roles: [] })).toBeNull();
  });
  it('keeps administrators out of the hands of the programme office', () => {
    expect(objectionToAppointing(office, row, { ...row, roles: ['administrator'] })?.code).toBe('FORBIDDEN');
    expect(objectionToAppointing(office, own, { ...own, subject: 'mine' })?.code).toBe('FORBIDDEN');
    expect(objectionToAppointing(office, row, { ...row, roles: ['supervisor'] })).toBeNull();
  });
});

describe('assigning functions', () => {
  const held = {
    personId: 'duc',
    function: 'minister' as const,
    agency: 'BTP',
    from: '2026-01-01',
    to: null,
  };
  it('lets nobody give themself a function, or hold it longer', () => {
    expect(objectionToAssigning(admin, null, { ...held, personId: 'admin' })?.code).toBe('FOUR_EYES');
    const ended = { ...held, personId: 'admin', to: '2026-02-01' };
    expect(objectionToAssigning(admin, ended, { ...ended, to: null })?.code).toBe('FOUR_EYES');
    expect(objectionToAssigning(admin, ended, { ...ended, from: '2025-01-01' })?.code).toBe('FOUR_EYES');
    expect(objectionToAssigning(admin, { ...ended, to: null }, ended)).toBeNull();
  });
  it('lets others be assigned, but no assignment change hands', () => {
    expect(objectionToAssigning(admin, null, held)).toBeNull();
    expect(objectionToAssigning(admin, held, { ...held, personId: 'lan' })).toMatchObject({
      field: 'personId',
    });
    expect(objectionToAssigning(admin, held, { ...held, function: 'drafter' })).toMatchObject({
      field: 'function',
    });
    expect(objectionToAssigning(duc, held, { ...held, to: '2026-12-31' })).toBeNull();
  });
});
