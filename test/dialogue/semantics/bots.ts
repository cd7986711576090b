/** Asks for a station, then says where the conversation stands. */
export const QUESTION = `
  start:
    trigger: { intent: travel }
    next: where
  where:
    ask:
      text: { en: "Where to?", nl: "Waarheen?" }
      entity: station
      save: destination
      retry:
        text: { en: "A station, please." }
        max: 2
        next: gave_up
      next: answered
  answered:
    say:
      - text: { en: "To {destination}.", nl: "Naar {destination}." }
    end: true
  gave_up:
    say:
      - text: { en: "Never mind." }
    end: true
`;

/** A dialog that \`jump\` triggers, with what it says, does and leads to. */
export function jump(body: string, more = ''): string {
  const lines = body.replace(/^\n|\s+$/g, '').split('\n');
  return `  start:\n    trigger: { intent: jump }\n${lines.map((line) => `    ${line}`).join('\n')}\n${more.replace(/^\n/, '')}`;
}

export const DONE = `
  done:
    say:
      - text: { en: "Done." }
    end: true
`;

export const HTTP = (rest: string): string =>
  jump(
    `
do:
  - http:
      method: GET
      url: https://example.org/total
      save: { total: /sum }
${rest}
next: done`,
    `
  done:
    say:
      - text: { en: "Total {total}." }
    end: true
  mended:
    say:
      - text: { en: "Mended." }
    end: true
`,
  );
