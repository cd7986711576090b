import assert from 'node:assert/strict';

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads XML without namespaces, comments and entities of its own; fails the test where it is not well-formed. */
export function parseXml(source: string): XmlElement {
  const body = source.replace(/^<\?xml [^>]*\?>\s*/, '');
  const root: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [root];
  let end = 0;
  for (const tag of body.matchAll(/<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
    const [whole, closing, name = '', attributes = '', empty] = tag;
    const parent = open.at(-1) ?? assert.fail('nothing stands behind the root');
    parent.text += decoded(body.slice(end, tag.index));
    end = tag.index + whole.length;
    if (closing === '/') {
      assert.equal(open.pop()?.name, name, 'tags close in turn');
      continue;
    }
    const pairs = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(
      ([, key = '', value = '']) => [key, decoded(value)] as const,
    );
    const element: XmlElement = { name, attributes: new Map(pairs), children: [], text: '' };
    assert.equal(element.attributes.size, pairs.length, 'no attribute is there twice');
    parent.children.push(element);
    if (empty !== '/') open.push(element);
  }
  assert.equal(open.length, 1, 'every tag closes');
  assert.equal(body.slice(end).trim(), '');
  assert.equal(root.children.length, 1, 'there is one root');
  return root.children[0] ?? assert.fail('there is a root');
}

/** Every element, from the root on. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(elementsOf)];
}

function decoded(text: string): string {
  assert.doesNotMatch(text, /<|\]\]>|&(?!#\d+;)/, 'no character has a meaning of its own');
  assert.doesNotMatch(
    text,
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/,
    'every character may stand in XML',
  );
  return text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
