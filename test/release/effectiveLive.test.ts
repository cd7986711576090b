import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Deployment, ScheduleEntry, VersionContent } from '../../server/src/release/contract';
import { changeDeployment } from '../../server/src/release/deployment/change';
import { deploymentState } from '../../server/src/release/deployment/state';
import { instantOf, withOffset } from '../../server/src/release/deployment/when';
import { type BranchHead, inForceAt } from '../../server/src/release/store/effectiveLive';

const START = Date.parse('2026-01-01T00:00:00Z');
const SPAN = 1000;

function content(version: number): VersionContent {
  return { version, definition: String(version).repeat(64).slice(0, 64) };
}

const contents = fc.integer({ min: 1, max: 4 }).map(content);

/** Entries at any time, in any order, with expectations that hold or do not. */
const heads: fc.Arbitrary<BranchHead> = fc
  .tuple(
    contents,
    fc.constantFrom<Deployment['status']>('active', 'inactive'),
    fc.array(
      fc.record({
        action: fc.constantFrom<ScheduleEntry['action']>('activate', 'deactivate', 'live'),
        target: contents,
        offset: fc.integer({ min: 0, max: SPAN }),
        expects: contents,
      }),
      { maxLength: 6 },
    ),
  )
  .map(([live, status, entries]) => ({
    ...live,
    deployment: {
      format: 1,
      visibility: 'internal',
      access: null,
      status,
      schedule: entries.map(({ action, target, offset, expects }, index) => ({
        id: index + 1,
        action,
        target: action === 'live' ? target : null,
        at: new Date(START + offset).toISOString(),
        zone: 'UTC',
        expects,
      })),
    },
  }));

const times = fc.integer({ min: -1, max: SPAN + 1 }).map((offset) => new Date(START + offset));

describe('What is in force, as a function of the live branch and the time', () => {
  it('only grows: what has happened by some time has happened by any later time', () => {
    fc.assert(
      fc.property(heads, times, times, (head, a, b) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        const before = inForceAt(head, early).switches;
        assert.deepEqual(inForceAt(head, late).switches.slice(0, before.length), before);
      }),
    );
  });

  it('is the same whether or not somebody has written down in between what has happened', () => {
    fc.assert(
      fc.property(heads, times, times, (head, a, b) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        const { version, definition, deployment } = inForceAt(head, early);
        const written = inForceAt({ version, definition, deployment }, late);
        const { switches: _all, ...direct } = inForceAt(head, late);
        const { switches: _rest, ...byWay } = written;
        assert.deepEqual(byWay, direct);
      }),
    );
  });

  it('fires an entry only if LIVE is then what it expects, and only at its time', () => {
    fc.assert(
      fc.property(heads, times, (head, now) => {
        const { switches, deployment } = inForceAt(head, now);
        for (const { entry, fired, before, after } of switches) {
          assert.ok(Date.parse(entry.at) <= now.getTime());
          const holds =
            before.version === entry.expects.version && before.definition === entry.expects.definition;
          assert.equal(fired, holds);
          if (!fired) {
            assert.deepEqual([after.version, after.definition], [before.version, before.definition]);
          } else if (entry.target) assert.equal(after.version, entry.target.version);
        }
        assert.equal(switches.length + deployment.schedule.length, head.deployment.schedule.length);
        for (const { at } of deployment.schedule) assert.ok(Date.parse(at) > now.getTime());
      }),
    );
  });

  it('does not depend on the order in which the schedule is stored, and touches nothing else', () => {
    fc.assert(
      fc.property(heads, times, (head, now) => {
        const reversed = {
          ...head,
          deployment: { ...head.deployment, schedule: [...head.deployment.schedule].reverse() },
        };
        const a = inForceAt(head, now);
        const b = inForceAt(reversed, now);
        assert.deepEqual(
          b.switches.map(({ entry, fired }) => [entry.id, fired]),
          a.switches.map(({ entry, fired }) => [entry.id, fired]),
        );
        assert.deepEqual([b.version, b.deployment.status], [a.version, a.deployment.status]);
        assert.equal(a.deployment.visibility, head.deployment.visibility);
        assert.equal(a.deployment.access, head.deployment.access);
      }),
    );
  });

  it('does not fire when another version has come to bear the number', () => {
    const expects = content(1);
    const entry: ScheduleEntry = {
      id: 1,
      action: 'deactivate',
      target: null,
      at: new Date(START).toISOString(),
      zone: 'UTC',
      expects,
    };
    const deployment: Deployment = {
      format: 1,
      visibility: 'public',
      access: null,
      status: 'active',
      schedule: [entry],
    };
    const head = { version: 1, definition: 'f'.repeat(64), deployment };
    assert.equal(inForceAt(head, new Date(START)).deployment.status, 'active');
    assert.equal(inForceAt({ ...head, ...expects }, new Date(START)).deployment.status, 'inactive');
  });
});

describe('A schedule', () => {
  const head: BranchHead = {
    ...content(1),
    deployment: { format: 1, visibility: 'internal', access: 'token', status: 'active', schedule: [] },
  };
  const now = new Date(START);

  function scheduled(from: BranchHead, at: string, version?: number): BranchHead {
    const action = version === undefined ? ('deactivate' as const) : ('live' as const);
    const target = version === undefined ? undefined : content(version);
    const changed = changeDeployment(from, { kind: 'schedule', action, at, zone: 'UTC' }, now, target);
    assert.ok(changed.ok, JSON.stringify(changed));
    return { ...from, deployment: changed.deployment };
  }

  it('expects what the entries before it will have made of LIVE', () => {
    const chain = scheduled(scheduled(head, '2026-02-01T00:00', 2), '2026-03-01T00:00', 1);
    assert.deepEqual(
      chain.deployment.schedule.map(({ expects }) => expects.version),
      [1, 2],
    );
    assert.equal(inForceAt(chain, new Date('2026-02-15T00:00:00Z')).version, 2);
    assert.equal(inForceAt(chain, new Date('2026-04-01T00:00:00Z')).version, 1);
  });

  it('says what will not happen, what did not happen, and why', () => {
    const planned = scheduled(head, '2026-02-01T00:00');
    assert.equal(deploymentState(planned, now).schedule[0]?.outlook, 'waiting');
    const overtaken = { ...planned, ...content(2) };
    const [coming] = deploymentState(overtaken, now).schedule;
    assert.equal(coming?.outlook, 'will-not');
    assert.match(coming?.reason ?? '', /version 2 is live then, not 1/);
    const [missed] = deploymentState(overtaken, new Date('2026-02-02T00:00:00Z')).schedule;
    assert.equal(missed?.outlook, 'missed');
    assert.match(missed?.reason ?? '', /version 2 was live, not 1/);
    assert.equal(deploymentState(planned, new Date('2026-02-02T00:00:00Z')).status, 'inactive');
  });

  it('takes no time that is past, that is none, or that is in no zone', () => {
    for (const [at, zone, reason] of [
      ['2025-12-31T23:59', 'UTC', /past/],
      ['2026-02-30T10:00', 'UTC', /no date and time/],
      ['tomorrow', 'UTC', /no date and time/],
      ['2026-02-01T10:00', 'Mars/Olympus', /no time zone/],
    ] as const) {
      const changed = changeDeployment(
        head,
        { kind: 'schedule', action: 'activate', at, zone },
        now,
        undefined,
      );
      assert.ok(!changed.ok, at);
      assert.match(changed.reason, reason);
    }
  });

  it('doubts an internal bot that nobody can get in to', () => {
    const closed = { ...head, deployment: { ...head.deployment, access: null } };
    assert.equal(deploymentState(closed, now).doubts.length, 1);
    assert.equal(deploymentState(head, now).doubts.length, 0);
  });
});

describe('Times in time zones', () => {
  const ZONES = [
    'Europe/Brussels',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'America/St_Johns',
    'UTC',
  ];

  it('mean the instant at which the clocks show them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.date({ min: new Date('1990-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (zone, date) => {
          const instant = Math.floor(date.getTime() / 1000) * 1000;
          const shown = withOffset(instant, zone);
          assert.equal(new Date(shown).getTime(), instant);
          const exact = instantOf(shown, zone);
          assert.ok(exact.ok && exact.instant.getTime() === instant);
          const local = instantOf(shown.slice(0, 19), zone);
          // The clocks show it twice: then it is refused, with both offsets.
          if (local.ok) assert.equal(local.instant.getTime(), instant);
          else assert.ok(local.reason.includes(shown), local.reason);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are refused when the clocks skip them or show them twice', () => {
    const skipped = instantOf('2026-03-29T02:30', 'Europe/Brussels');
    assert.ok(!skipped.ok);
    assert.match(skipped.reason, /put forward/);
    const twice = instantOf('2026-10-25T02:30', 'Europe/Brussels');
    assert.ok(!twice.ok);
    assert.match(twice.reason, /2026-10-25T02:30:00\+02:00 or 2026-10-25T02:30:00\+01:00/);
    const half = instantOf('2026-04-05T01:45', 'Australia/Lord_Howe');
    assert.ok(!half.ok, 'clocks that go back by half an hour');
    const said = instantOf('2026-10-25T02:30+01:00', 'Europe/Brussels');
    assert.ok(said.ok && said.instant.toISOString() === '2026-10-25T01:30:00.000Z');
  });
});
