// Generated from schemas/*.schema.json by scripts/generate.mjs. Change the schemas, not this file.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys = Object.keys(a);
        length = keys.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    };
  }
});

var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

var bot = validate52;
var schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "bot.schema.json", "title": "Bot", "description": "One chatbot: its languages, variables, default dialogs, channels and policies. The folder that holds this file is the bot.", "type": "object", "required": ["bot", "languages"], "additionalProperties": false, "examples": [{ "bot": "choo-choo", "languages": ["en", "nl"] }], "x-snippets": [{ "label": "new bot", "body": "bot: ${1:name}\nlanguages: [${2:en}]\ndialogs:\n  welcome: ${3:general}/${4:welcome}\n  notUnderstood: ${3:general}/${5:not_understood}\n  error: ${3:general}/${6:error}\n  disabled: ${3:general}/${7:disabled}$0" }], "properties": { "bot": { "description": "The id of the bot: lower-case letters, digits and hyphens. Version branches and tags are named after it, so choose it once.", "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "x-pattern": "lower-case letters, digits and hyphens, at most 63, starting with a letter or digit", "x-defines": "bot", "examples": ["choo-choo"] }, "title": { "$ref": "#/$defs/title" }, "description": { "$ref": "#/$defs/description" }, "languages": { "description": "The languages that the bot speaks, as BCP 47 tags. The first one is the default.", "type": "array", "minItems": 1, "maxItems": 50, "uniqueItems": true, "items": { "type": "string", "$ref": "#/$defs/language", "description": "A language that the bot speaks.", "x-defines": "language", "examples": ["en"] }, "examples": [["en", "nl"]], "x-snippets": [{ "label": "languages", "body": "languages: [${1:en}]" }] }, "nlp": { "description": "Settings of language understanding. They belong to the NLP part of a release, together with intents and entities.", "type": "object", "additionalProperties": false, "properties": { "threshold": { "description": "Scores at or below a threshold count as not understood.", "type": "object", "additionalProperties": false, "properties": { "intent": { "description": "Threshold for intents, from 0 to 1. Most bots do well between 0.6 and 0.8; the default is 0.8.", "type": "number", "minimum": 0, "maximum": 1, "examples": [0.8] }, "entity": { "description": "Threshold for entities, from 0 to 1. The default is 0.8.", "type": "number", "minimum": 0, "maximum": 1, "examples": [0.8] } }, "examples": [{ "intent": 0.8, "entity": 0.8 }], "x-snippets": [{ "label": "threshold", "body": "threshold:\n  intent: ${1:0.8}\n  entity: ${2:0.8}" }] }, "maxMessageLength": { "description": "Longest message, in characters, that is understood; longer ones count as not understood. The default is 1000.", "type": "integer", "minimum": 1, "maximum": 1e4, "examples": [1e3] } }, "examples": [{ "threshold": { "intent": 0.8, "entity": 0.8 }, "maxMessageLength": 1e3 }], "x-snippets": [{ "label": "nlp", "body": "nlp:\n  threshold:\n    intent: ${1:0.8}\n    entity: ${2:0.8}\n  maxMessageLength: ${3:1000}" }] }, "dialogs": { "description": "The default dialogs: where the bot goes when nothing else says so. Each is written as flow/dialog.", "type": "object", "additionalProperties": false, "properties": { "welcome": { "$ref": "#/$defs/defaultDialog", "description": "The dialog that opens every conversation.", "examples": ["general/welcome"] }, "notUnderstood": { "$ref": "#/$defs/defaultDialog", "description": "The dialog that answers when no intent scores above the threshold.", "examples": ["general/not_understood"] }, "error": { "$ref": "#/$defs/defaultDialog", "description": "The dialog that answers when an action fails and names no error path of its own.", "examples": ["general/error"] }, "disabled": { "$ref": "#/$defs/defaultDialog", "description": "The dialog that answers while the bot is switched off.", "examples": ["general/disabled"] } }, "examples": [{ "welcome": "general/welcome", "notUnderstood": "general/not_understood", "error": "general/error", "disabled": "general/disabled" }], "x-snippets": [{ "label": "dialogs", "body": "dialogs:\n  welcome: ${1:general}/${2:welcome}\n  notUnderstood: ${1:general}/${3:not_understood}\n  error: ${1:general}/${4:error}\n  disabled: ${1:general}/${5:disabled}" }] }, "variables": { "description": "The session variables (slots) of the bot, each declared with its type. Conditions, placeholders and actions use them by name.", "type": "object", "propertyNames": { "$ref": "#/$defs/variableName", "x-defines": "variable" }, "additionalProperties": { "$ref": "#/$defs/variable" }, "examples": [{ "destination": { "type": "string" }, "passengers": { "type": "number", "initial": 1 } }], "x-snippets": [{ "label": "variables", "body": "variables:\n  ${1:name}:\n    type: ${2|string,number,boolean,enum|}" }] }, "channels": { "description": "Where the draft and the live bot can be reached. The two never share a page, an app or a number.", "type": "object", "additionalProperties": false, "properties": { "draft": { "$ref": "#/$defs/channels", "description": "Channels on which testers reach the draft.", "examples": [{ "web": {} }] }, "live": { "$ref": "#/$defs/channels", "description": "Channels on which users reach the live bot.", "examples": [{ "web": {}, "facebook": { "pageId": "1002", "appId": "2002" } }] } }, "examples": [{ "draft": { "web": {} }, "live": { "web": {} } }], "x-snippets": [{ "label": "channels", "body": "channels:\n  draft:\n    web: {}\n  live:\n    web: {}" }] }, "rules": { "description": "How severe the findings of a rule are in this bot, by the rule's code. Editor, command line and release gates all follow it.", "type": "object", "propertyNames": { "description": "The code of a rule, as a finding shows it.", "type": "string", "pattern": "^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$", "x-pattern": "the code of a rule: group/name, as a finding shows it", "examples": ["nlp/few-expressions"] }, "additionalProperties": { "$ref": "#/$defs/severity", "description": "Severity of this rule's findings; off silences it.", "examples": ["off"] }, "examples": [{ "nlp/few-expressions": "off" }], "x-snippets": [{ "label": "rules", "body": "rules:\n  ${1:nlp/few-expressions}: ${2|off,information,warning,error|}" }] }, "release": { "description": "What the release gates ask for beyond what they always check.", "type": "object", "additionalProperties": false, "properties": { "tests": { "description": "What failing conversation tests do to a release. The default is block.", "title": "TestPolicy", "enum": ["block", "warn", "off"], "x-values": { "block": "A failing conversation test blocks the release.", "warn": "A failing conversation test is shown, and the release goes on.", "off": "Conversation tests are not run for a release." }, "examples": ["block"] }, "nlpQuality": { "description": "What happens to a release whose NLP understands less than that of LIVE.", "type": "object", "additionalProperties": false, "properties": { "policy": { "description": "What it does to a release when the NLP has become worse by more than is allowed. The default is warn.", "title": "NlpQualityPolicy", "enum": ["block", "warn", "off"], "x-values": { "block": "NLP that has become worse blocks the release.", "warn": "That the NLP has become worse is shown, and the release goes on.", "off": "The NLP is not compared with that of LIVE for a release." }, "examples": ["block"] }, "maxDrop": { "description": "By how many points, of 100, the share of what is understood as it should be may fall against LIVE. The default is 2.", "type": "number", "minimum": 0, "maximum": 100, "examples": [2] }, "measuredBy": { "description": "By what it is measured. The default is tests.", "title": "NlpQualityMeasure", "enum": ["tests", "cross-validation"], "x-values": { "tests": "The sentences of conversation tests that expect an intent: quick, and the same for both.", "cross-validation": "The expressions of either, each answered by a model that was trained without it: slower, and needs no tests." }, "examples": ["tests"] } }, "examples": [{ "policy": "block", "maxDrop": 2 }], "x-snippets": [{ "label": "nlpQuality", "body": "nlpQuality:\n  policy: ${1|block,warn,off|}\n  maxDrop: ${2:2}" }] }, "overrides": { "description": "Gates that may be overridden when they block a release. Whoever does it has to say why, and the reason is recorded in the version. Without an entry here a blocking gate blocks.", "type": "array", "uniqueItems": true, "items": { "description": "A gate that may be overridden.", "title": "OverridableGate", "enum": ["tests", "nlp-quality"], "x-values": { "tests": "A release may go on although conversation tests fail.", "nlp-quality": "A release may go on although the NLP understands less than that of LIVE." }, "examples": ["tests"] }, "examples": [["tests"]] } }, "examples": [{ "tests": "block" }], "x-snippets": [{ "label": "release", "body": "release:\n  tests: ${1|block,warn,off|}" }] } }, "$defs": { "name": { "description": "A name: a letter, then letters, digits, dots, hyphens and underscores. Names that differ only by case are the same name.", "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_.-]{0,127}$", "x-pattern": "letters, digits, '_', '.' and '-', at most 128, starting with a letter", "examples": ["book_train"] }, "variableName": { "description": "Name of a variable: a letter, then letters, digits and underscores, because it stands in conditions and placeholders.", "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_]{0,127}$", "x-pattern": "letters, digits and '_', at most 128, starting with a letter", "examples": ["destination"] }, "language": { "description": "A language as a BCP 47 tag, such as en, nl or pt-BR.", "type": "string", "pattern": "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$", "x-pattern": "a language tag such as en, nl or pt-BR", "examples": ["en"] }, "title": { "description": "What people call it, in any words. It is shown in views and reports; nothing refers to it.", "type": "string", "minLength": 1, "maxLength": 200, "x-text": true, "examples": ["Choo Choo"] }, "description": { "description": "What it is for, in a sentence or two for colleagues. It changes nothing in what the bot does.", "type": "string", "maxLength": 1e4, "x-text": true, "examples": ["Books train tickets and answers travel questions."] }, "text": { "description": "Text that people say or read, taken as it is written.", "type": "string", "minLength": 1, "x-text": true, "examples": ["Brussels"] }, "defaultDialog": { "description": "A dialog, written as flow/dialog.", "type": "string", "minLength": 1, "x-refers": "dialog", "x-position": "default-dialog", "examples": ["general/welcome"] }, "severity": { "title": "RuleSeverity", "description": "How severe a finding is.", "enum": ["error", "warning", "information", "off"], "x-values": { "error": "A mistake: it blocks a release.", "warning": "Probably a mistake: it is shown and blocks nothing.", "information": "Worth knowing.", "off": "Not reported at all." }, "examples": ["warning"] }, "variable": { "description": "A session variable: its type, and the value that it has when a conversation starts.", "type": "object", "discriminator": { "propertyName": "type" }, "required": ["type"], "oneOf": [{ "$ref": "#/$defs/stringVariable" }, { "$ref": "#/$defs/numberVariable" }, { "$ref": "#/$defs/booleanVariable" }, { "$ref": "#/$defs/enumVariable" }], "examples": [{ "type": "number", "initial": 1 }], "x-snippets": [{ "label": "string variable", "body": "type: string" }, { "label": "number variable", "body": "type: number\ninitial: ${1:1}" }, { "label": "boolean variable", "body": "type: boolean\ninitial: ${1|false,true|}" }, { "label": "enum variable", "body": "type: enum\nvalues: [${1:first}, ${2:second}]" }] }, "sensitive": { "description": "Whether the value must be kept out of logs and statistics, as a password or a card number must.", "type": "boolean", "examples": [true] }, "stringVariable": { "title": "StringVariable", "description": "A variable that holds text.", "type": "object", "required": ["type"], "additionalProperties": false, "properties": { "type": { "description": "What the variable holds: a text, a number, true or false, or one of a few values.", "const": "string", "x-values": { "string": "Any text." }, "examples": ["string"] }, "initial": { "description": "The text that the variable holds when a conversation starts. Without it the variable is unset.", "type": "string", "x-text": true, "examples": ["Brussels"] }, "sensitive": { "$ref": "#/$defs/sensitive" } }, "examples": [{ "type": "string" }] }, "numberVariable": { "title": "NumberVariable", "description": "A variable that holds a number.", "type": "object", "required": ["type"], "additionalProperties": false, "properties": { "type": { "description": "What the variable holds: a text, a number, true or false, or one of a few values.", "const": "number", "x-values": { "number": "A number, whole or not." }, "examples": ["number"] }, "initial": { "description": "The number that the variable holds when a conversation starts. Without it the variable is unset.", "type": "number", "examples": [1] }, "sensitive": { "$ref": "#/$defs/sensitive" } }, "examples": [{ "type": "number", "initial": 1 }] }, "booleanVariable": { "title": "BooleanVariable", "description": "A variable that is true or false.", "type": "object", "required": ["type"], "additionalProperties": false, "properties": { "type": { "description": "What the variable holds: a text, a number, true or false, or one of a few values.", "const": "boolean", "x-values": { "boolean": "True or false." }, "examples": ["boolean"] }, "initial": { "description": "What the variable is when a conversation starts. Without it the variable is unset.", "type": "boolean", "examples": [false] }, "sensitive": { "$ref": "#/$defs/sensitive" } }, "examples": [{ "type": "boolean", "initial": false }] }, "enumVariable": { "title": "EnumVariable", "description": "A variable that holds one of a few values.", "type": "object", "required": ["type", "values"], "additionalProperties": false, "properties": { "type": { "description": "What the variable holds: a text, a number, true or false, or one of a few values.", "const": "enum", "x-values": { "enum": "One of the values listed under 'values'." }, "examples": ["enum"] }, "values": { "description": "The values that the variable can hold.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "$ref": "#/$defs/text", "description": "A value that the variable can hold.", "examples": ["first"] }, "examples": [["first", "second"]] }, "initial": { "description": "The value that the variable holds when a conversation starts: one of 'values'. Without it the variable is unset.", "type": "string", "minLength": 1, "x-text": true, "examples": ["first"] }, "sensitive": { "$ref": "#/$defs/sensitive" } }, "examples": [{ "type": "enum", "values": ["first", "second"] }] }, "channels": { "title": "ChannelSettings", "description": "The channels of one environment.", "type": "object", "additionalProperties": false, "properties": { "web": { "description": "The chat page, and the chat window in web sites. It needs no settings.", "type": "object", "additionalProperties": false, "properties": { "origins": { "description": "The web sites that may show the chat window, each as scheme, host and, where it is not the usual one, port. Other sites are refused by the browser.", "type": "array", "maxItems": 100, "uniqueItems": true, "items": { "description": "The origin of a web site, without a path.", "type": "string", "pattern": "^https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$", "x-pattern": "the origin of a web site: scheme and host in lower case, without a path, such as https://www.example.org", "x-text": true, "examples": ["https://www.example.org"] }, "examples": [["https://www.example.org"]], "x-snippets": [{ "label": "origins", "body": "origins: [${1:https://www.example.org}]" }] } }, "examples": [{}, { "origins": ["https://www.example.org"] }], "x-snippets": [{ "label": "web", "body": "web: {}" }] }, "rest": { "description": "The REST channel, for chat clients of your own. It needs no settings.", "type": "object", "additionalProperties": false, "examples": [{}], "x-snippets": [{ "label": "rest", "body": "rest: {}" }] }, "facebook": { "description": "Facebook Messenger: the page that people write to, and the app that answers.", "type": "object", "required": ["pageId", "appId"], "additionalProperties": false, "properties": { "pageId": { "$ref": "#/$defs/identifier", "description": "The id of the Facebook page.", "examples": ["1001"] }, "appId": { "$ref": "#/$defs/identifier", "description": "The id of the Facebook app.", "examples": ["2001"] } }, "examples": [{ "pageId": "1001", "appId": "2001" }], "x-snippets": [{ "label": "facebook", "body": 'facebook:\n  pageId: "$1"\n  appId: "$2"' }] }, "instagram": { "description": "Instagram messages: the account that people write to, and the app that answers.", "type": "object", "required": ["pageId", "appId"], "additionalProperties": false, "properties": { "pageId": { "$ref": "#/$defs/identifier", "description": "The id of the page that the account is linked to.", "examples": ["1001"] }, "appId": { "$ref": "#/$defs/identifier", "description": "The id of the app.", "examples": ["2001"] } }, "examples": [{ "pageId": "1001", "appId": "2001" }], "x-snippets": [{ "label": "instagram", "body": 'instagram:\n  pageId: "$1"\n  appId: "$2"' }] }, "whatsapp": { "description": "WhatsApp: the number that people write to.", "type": "object", "required": ["number"], "additionalProperties": false, "properties": { "number": { "description": "The phone number in international form, with its plus sign.", "type": "string", "pattern": "^\\+[1-9][0-9]{6,14}$", "x-pattern": "a phone number in international form, such as +3225550100", "x-text": true, "examples": ["+3225550100"] } }, "examples": [{ "number": "+3225550100" }], "x-snippets": [{ "label": "whatsapp", "body": 'whatsapp:\n  number: "+$1"' }] } }, "examples": [{ "web": {} }] }, "identifier": { "description": "An identifier that the channel's provider gave, taken as it is written.", "type": "string", "minLength": 1, "maxLength": 200, "x-text": true, "examples": ["1001"] } } };
var func1 = Object.prototype.hasOwnProperty;
var func0 = require_equal().default;
var pattern3 = new RegExp("^[a-z0-9][a-z0-9-]{0,62}$", "u");
var pattern8 = new RegExp("^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$", "u");
var func2 = require_ucs2length().default;
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 200) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (func2(data) < 1) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate53.errors = vErrors;
  return errors === 0;
}
validate53.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 1e4) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 1e4 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate55.errors = vErrors;
  return errors === 0;
}
validate55.evaluated = { "dynamicProps": false, "dynamicItems": false };
var pattern4 = new RegExp("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$", "u");
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate57.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern4.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate57.errors = vErrors;
  return errors === 0;
}
validate57.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate59.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) < 1) {
      const err0 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate59.errors = vErrors;
  return errors === 0;
}
validate59.evaluated = { "dynamicProps": false, "dynamicItems": false };
var pattern5 = new RegExp("^[A-Za-z][A-Za-z0-9_]{0,127}$", "u");
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate64.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern5.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9_]{0,127}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate64.errors = vErrors;
  return errors === 0;
}
validate64.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate68.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "boolean") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "boolean" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate68.errors = vErrors;
  return errors === 0;
}
validate68.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate67(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate67.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "type" || key0 === "initial" || key0 === "sensitive")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      if ("string" !== data.type) {
        const err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "string" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.initial !== void 0) {
      if (typeof data.initial !== "string") {
        const err3 = { instancePath: instancePath + "/initial", schemaPath: "#/properties/initial/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.sensitive !== void 0) {
      if (!validate68(data.sensitive, { instancePath: instancePath + "/sensitive", parentData: data, parentDataProperty: "sensitive", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate68.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate67.errors = vErrors;
  return errors === 0;
}
validate67.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate70.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "type" || key0 === "initial" || key0 === "sensitive")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      if ("number" !== data.type) {
        const err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "number" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.initial !== void 0) {
      let data1 = data.initial;
      if (!(typeof data1 == "number" && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/initial", schemaPath: "#/properties/initial/type", keyword: "type", params: { type: "number" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.sensitive !== void 0) {
      if (!validate68(data.sensitive, { instancePath: instancePath + "/sensitive", parentData: data, parentDataProperty: "sensitive", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate68.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate70.errors = vErrors;
  return errors === 0;
}
validate70.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate72.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "type" || key0 === "initial" || key0 === "sensitive")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      if ("boolean" !== data.type) {
        const err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "boolean" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.initial !== void 0) {
      if (typeof data.initial !== "boolean") {
        const err3 = { instancePath: instancePath + "/initial", schemaPath: "#/properties/initial/type", keyword: "type", params: { type: "boolean" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.sensitive !== void 0) {
      if (!validate68(data.sensitive, { instancePath: instancePath + "/sensitive", parentData: data, parentDataProperty: "sensitive", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate68.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate72.errors = vErrors;
  return errors === 0;
}
validate72.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate75(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate75.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) < 1) {
      const err0 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate75.errors = vErrors;
  return errors === 0;
}
validate75.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate74.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.values === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "values" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "type" || key0 === "values" || key0 === "initial" || key0 === "sensitive")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      if ("enum" !== data.type) {
        const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "enum" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.values !== void 0) {
      let data1 = data.values;
      if (Array.isArray(data1)) {
        if (data1.length < 1) {
          const err4 = { instancePath: instancePath + "/values", schemaPath: "#/properties/values/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 !== "string") {
            const err5 = { instancePath: instancePath + "/values/" + i0, schemaPath: "#/properties/values/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
          if (!validate75(data2, { instancePath: instancePath + "/values/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate75.errors);
            errors = vErrors.length;
          }
        }
        let i1 = data1.length;
        let j0;
        if (i1 > 1) {
          const indices0 = {};
          for (; i1--; ) {
            let item0 = data1[i1];
            if (typeof item0 !== "string") {
              continue;
            }
            if (typeof indices0[item0] == "number") {
              j0 = indices0[item0];
              const err6 = { instancePath: instancePath + "/values", schemaPath: "#/properties/values/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
              break;
            }
            indices0[item0] = i1;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/values", schemaPath: "#/properties/values/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.initial !== void 0) {
      let data3 = data.initial;
      if (typeof data3 === "string") {
        if (func2(data3) < 1) {
          const err8 = { instancePath: instancePath + "/initial", schemaPath: "#/properties/initial/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/initial", schemaPath: "#/properties/initial/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.sensitive !== void 0) {
      if (!validate68(data.sensitive, { instancePath: instancePath + "/sensitive", parentData: data, parentDataProperty: "sensitive", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate68.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate74.errors = vErrors;
  return errors === 0;
}
validate74.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate66.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const tag0 = data.type;
    if (typeof tag0 == "string") {
      if (tag0 === "string") {
        if (!validate67(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = joinErrors(vErrors, validate67.errors);
          errors = vErrors.length;
        }
        var props0 = true;
      } else if (tag0 === "number") {
        if (!validate70(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = joinErrors(vErrors, validate70.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else if (tag0 === "boolean") {
        if (!validate72(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = joinErrors(vErrors, validate72.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else if (tag0 === "enum") {
        if (!validate74(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = joinErrors(vErrors, validate74.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else {
        const err1 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "type", tagValue: tag0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    } else {
      const err2 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "type", tagValue: tag0 } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate66.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate66.evaluated = { "dynamicProps": true, "dynamicItems": false };
var pattern6 = new RegExp("^https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$", "u");
var pattern7 = new RegExp("^\\+[1-9][0-9]{6,14}$", "u");
function validate84(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate84.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 200) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (func2(data) < 1) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate84.errors = vErrors;
  return errors === 0;
}
validate84.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate83(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate83.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "web" || key0 === "rest" || key0 === "facebook" || key0 === "instagram" || key0 === "whatsapp")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.web !== void 0) {
      let data0 = data.web;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        for (const key1 in data0) {
          if (!(key1 === "origins")) {
            const err1 = { instancePath: instancePath + "/web", schemaPath: "#/properties/web/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        if (data0.origins !== void 0) {
          let data1 = data0.origins;
          if (Array.isArray(data1)) {
            if (data1.length > 100) {
              const err2 = { instancePath: instancePath + "/web/origins", schemaPath: "#/properties/web/properties/origins/maxItems", keyword: "maxItems", params: { limit: 100 } };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            const len0 = data1.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data2 = data1[i0];
              if (typeof data2 === "string") {
                if (!pattern6.test(data2)) {
                  const err3 = { instancePath: instancePath + "/web/origins/" + i0, schemaPath: "#/properties/web/properties/origins/items/pattern", keyword: "pattern", params: { pattern: "^https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$" } };
                  if (vErrors === null) {
                    vErrors = [err3];
                  } else {
                    vErrors.push(err3);
                  }
                  errors++;
                }
              } else {
                const err4 = { instancePath: instancePath + "/web/origins/" + i0, schemaPath: "#/properties/web/properties/origins/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err4];
                } else {
                  vErrors.push(err4);
                }
                errors++;
              }
            }
            let i1 = data1.length;
            let j0;
            if (i1 > 1) {
              const indices0 = {};
              for (; i1--; ) {
                let item0 = data1[i1];
                if (typeof item0 !== "string") {
                  continue;
                }
                if (typeof indices0[item0] == "number") {
                  j0 = indices0[item0];
                  const err5 = { instancePath: instancePath + "/web/origins", schemaPath: "#/properties/web/properties/origins/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
                  if (vErrors === null) {
                    vErrors = [err5];
                  } else {
                    vErrors.push(err5);
                  }
                  errors++;
                  break;
                }
                indices0[item0] = i1;
              }
            }
          } else {
            const err6 = { instancePath: instancePath + "/web/origins", schemaPath: "#/properties/web/properties/origins/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/web", schemaPath: "#/properties/web/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.rest !== void 0) {
      let data3 = data.rest;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key2 in data3) {
          const err8 = { instancePath: instancePath + "/rest", schemaPath: "#/properties/rest/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/rest", schemaPath: "#/properties/rest/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.facebook !== void 0) {
      let data4 = data.facebook;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.pageId === void 0) {
          const err10 = { instancePath: instancePath + "/facebook", schemaPath: "#/properties/facebook/required", keyword: "required", params: { missingProperty: "pageId" } };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (data4.appId === void 0) {
          const err11 = { instancePath: instancePath + "/facebook", schemaPath: "#/properties/facebook/required", keyword: "required", params: { missingProperty: "appId" } };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        for (const key3 in data4) {
          if (!(key3 === "pageId" || key3 === "appId")) {
            const err12 = { instancePath: instancePath + "/facebook", schemaPath: "#/properties/facebook/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data4.pageId !== void 0) {
          if (!validate84(data4.pageId, { instancePath: instancePath + "/facebook/pageId", parentData: data4, parentDataProperty: "pageId", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate84.errors);
            errors = vErrors.length;
          }
        }
        if (data4.appId !== void 0) {
          if (!validate84(data4.appId, { instancePath: instancePath + "/facebook/appId", parentData: data4, parentDataProperty: "appId", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate84.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/facebook", schemaPath: "#/properties/facebook/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.instagram !== void 0) {
      let data7 = data.instagram;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        if (data7.pageId === void 0) {
          const err14 = { instancePath: instancePath + "/instagram", schemaPath: "#/properties/instagram/required", keyword: "required", params: { missingProperty: "pageId" } };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (data7.appId === void 0) {
          const err15 = { instancePath: instancePath + "/instagram", schemaPath: "#/properties/instagram/required", keyword: "required", params: { missingProperty: "appId" } };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        for (const key4 in data7) {
          if (!(key4 === "pageId" || key4 === "appId")) {
            const err16 = { instancePath: instancePath + "/instagram", schemaPath: "#/properties/instagram/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data7.pageId !== void 0) {
          if (!validate84(data7.pageId, { instancePath: instancePath + "/instagram/pageId", parentData: data7, parentDataProperty: "pageId", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate84.errors);
            errors = vErrors.length;
          }
        }
        if (data7.appId !== void 0) {
          if (!validate84(data7.appId, { instancePath: instancePath + "/instagram/appId", parentData: data7, parentDataProperty: "appId", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate84.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/instagram", schemaPath: "#/properties/instagram/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.whatsapp !== void 0) {
      let data10 = data.whatsapp;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        if (data10.number === void 0) {
          const err18 = { instancePath: instancePath + "/whatsapp", schemaPath: "#/properties/whatsapp/required", keyword: "required", params: { missingProperty: "number" } };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        for (const key5 in data10) {
          if (!(key5 === "number")) {
            const err19 = { instancePath: instancePath + "/whatsapp", schemaPath: "#/properties/whatsapp/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data10.number !== void 0) {
          let data11 = data10.number;
          if (typeof data11 === "string") {
            if (!pattern7.test(data11)) {
              const err20 = { instancePath: instancePath + "/whatsapp/number", schemaPath: "#/properties/whatsapp/properties/number/pattern", keyword: "pattern", params: { pattern: "^\\+[1-9][0-9]{6,14}$" } };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/whatsapp/number", schemaPath: "#/properties/whatsapp/properties/number/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/whatsapp", schemaPath: "#/properties/whatsapp/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
  } else {
    const err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err23];
    } else {
      vErrors.push(err23);
    }
    errors++;
  }
  validate83.errors = vErrors;
  return errors === 0;
}
validate83.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema34 = { "title": "RuleSeverity", "description": "How severe a finding is.", "enum": ["error", "warning", "information", "off"], "x-values": { "error": "A mistake: it blocks a release.", "warning": "Probably a mistake: it is shown and blocks nothing.", "information": "Worth knowing.", "off": "Not reported at all." }, "examples": ["warning"] };
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate91.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data === "error" || data === "warning" || data === "information" || data === "off")) {
    const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema34.enum } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate91.errors = vErrors;
  return errors === 0;
}
validate91.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.bot === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "bot" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.languages === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "languages" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema19.properties, key0)) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.bot !== void 0) {
      let data0 = data.bot;
      if (typeof data0 === "string") {
        if (!pattern3.test(data0)) {
          const err3 = { instancePath: instancePath + "/bot", schemaPath: "#/properties/bot/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/bot", schemaPath: "#/properties/bot/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.title !== void 0) {
      if (!validate53(data.title, { instancePath: instancePath + "/title", parentData: data, parentDataProperty: "title", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate53.errors);
        errors = vErrors.length;
      }
    }
    if (data.description !== void 0) {
      if (!validate55(data.description, { instancePath: instancePath + "/description", parentData: data, parentDataProperty: "description", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate55.errors);
        errors = vErrors.length;
      }
    }
    if (data.languages !== void 0) {
      let data3 = data.languages;
      if (Array.isArray(data3)) {
        if (data3.length > 50) {
          const err5 = { instancePath: instancePath + "/languages", schemaPath: "#/properties/languages/maxItems", keyword: "maxItems", params: { limit: 50 } };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data3.length < 1) {
          const err6 = { instancePath: instancePath + "/languages", schemaPath: "#/properties/languages/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 !== "string") {
            const err7 = { instancePath: instancePath + "/languages/" + i0, schemaPath: "#/properties/languages/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
          if (!validate57(data4, { instancePath: instancePath + "/languages/" + i0, parentData: data3, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate57.errors);
            errors = vErrors.length;
          }
        }
        let i1 = data3.length;
        let j0;
        if (i1 > 1) {
          const indices0 = {};
          for (; i1--; ) {
            let item0 = data3[i1];
            if (typeof item0 !== "string") {
              continue;
            }
            if (typeof indices0[item0] == "number") {
              j0 = indices0[item0];
              const err8 = { instancePath: instancePath + "/languages", schemaPath: "#/properties/languages/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
              break;
            }
            indices0[item0] = i1;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/languages", schemaPath: "#/properties/languages/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.nlp !== void 0) {
      let data5 = data.nlp;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key1 in data5) {
          if (!(key1 === "threshold" || key1 === "maxMessageLength")) {
            const err10 = { instancePath: instancePath + "/nlp", schemaPath: "#/properties/nlp/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data5.threshold !== void 0) {
          let data6 = data5.threshold;
          if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
            for (const key2 in data6) {
              if (!(key2 === "intent" || key2 === "entity")) {
                const err11 = { instancePath: instancePath + "/nlp/threshold", schemaPath: "#/properties/nlp/properties/threshold/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
            if (data6.intent !== void 0) {
              let data7 = data6.intent;
              if (typeof data7 == "number" && isFinite(data7)) {
                if (data7 > 1 || isNaN(data7)) {
                  const err12 = { instancePath: instancePath + "/nlp/threshold/intent", schemaPath: "#/properties/nlp/properties/threshold/properties/intent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                }
                if (data7 < 0 || isNaN(data7)) {
                  const err13 = { instancePath: instancePath + "/nlp/threshold/intent", schemaPath: "#/properties/nlp/properties/threshold/properties/intent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
              } else {
                const err14 = { instancePath: instancePath + "/nlp/threshold/intent", schemaPath: "#/properties/nlp/properties/threshold/properties/intent/type", keyword: "type", params: { type: "number" } };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            }
            if (data6.entity !== void 0) {
              let data8 = data6.entity;
              if (typeof data8 == "number" && isFinite(data8)) {
                if (data8 > 1 || isNaN(data8)) {
                  const err15 = { instancePath: instancePath + "/nlp/threshold/entity", schemaPath: "#/properties/nlp/properties/threshold/properties/entity/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
                if (data8 < 0 || isNaN(data8)) {
                  const err16 = { instancePath: instancePath + "/nlp/threshold/entity", schemaPath: "#/properties/nlp/properties/threshold/properties/entity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                  if (vErrors === null) {
                    vErrors = [err16];
                  } else {
                    vErrors.push(err16);
                  }
                  errors++;
                }
              } else {
                const err17 = { instancePath: instancePath + "/nlp/threshold/entity", schemaPath: "#/properties/nlp/properties/threshold/properties/entity/type", keyword: "type", params: { type: "number" } };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
          } else {
            const err18 = { instancePath: instancePath + "/nlp/threshold", schemaPath: "#/properties/nlp/properties/threshold/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data5.maxMessageLength !== void 0) {
          let data9 = data5.maxMessageLength;
          if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
            const err19 = { instancePath: instancePath + "/nlp/maxMessageLength", schemaPath: "#/properties/nlp/properties/maxMessageLength/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          if (typeof data9 == "number" && isFinite(data9)) {
            if (data9 > 1e4 || isNaN(data9)) {
              const err20 = { instancePath: instancePath + "/nlp/maxMessageLength", schemaPath: "#/properties/nlp/properties/maxMessageLength/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 } };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            if (data9 < 1 || isNaN(data9)) {
              const err21 = { instancePath: instancePath + "/nlp/maxMessageLength", schemaPath: "#/properties/nlp/properties/maxMessageLength/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          }
        }
      } else {
        const err22 = { instancePath: instancePath + "/nlp", schemaPath: "#/properties/nlp/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.dialogs !== void 0) {
      let data10 = data.dialogs;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (const key3 in data10) {
          if (!(key3 === "welcome" || key3 === "notUnderstood" || key3 === "error" || key3 === "disabled")) {
            const err23 = { instancePath: instancePath + "/dialogs", schemaPath: "#/properties/dialogs/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data10.welcome !== void 0) {
          if (!validate59(data10.welcome, { instancePath: instancePath + "/dialogs/welcome", parentData: data10, parentDataProperty: "welcome", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate59.errors);
            errors = vErrors.length;
          }
        }
        if (data10.notUnderstood !== void 0) {
          if (!validate59(data10.notUnderstood, { instancePath: instancePath + "/dialogs/notUnderstood", parentData: data10, parentDataProperty: "notUnderstood", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate59.errors);
            errors = vErrors.length;
          }
        }
        if (data10.error !== void 0) {
          if (!validate59(data10.error, { instancePath: instancePath + "/dialogs/error", parentData: data10, parentDataProperty: "error", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate59.errors);
            errors = vErrors.length;
          }
        }
        if (data10.disabled !== void 0) {
          if (!validate59(data10.disabled, { instancePath: instancePath + "/dialogs/disabled", parentData: data10, parentDataProperty: "disabled", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate59.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err24 = { instancePath: instancePath + "/dialogs", schemaPath: "#/properties/dialogs/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.variables !== void 0) {
      let data15 = data.variables;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        for (const key4 in data15) {
          const _errs31 = errors;
          if (!validate64(key4, { instancePath: instancePath + "/variables", parentData: data15, parentDataProperty: "variables", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate64.errors);
            errors = vErrors.length;
          }
          var valid7 = _errs31 === errors;
          if (!valid7) {
            const err25 = { instancePath: instancePath + "/variables", schemaPath: "#/properties/variables/propertyNames", keyword: "propertyNames", params: { propertyName: key4 } };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        for (const key5 in data15) {
          if (!validate66(data15[key5], { instancePath: instancePath + "/variables/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data15, parentDataProperty: key5, rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate66.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err26 = { instancePath: instancePath + "/variables", schemaPath: "#/properties/variables/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.channels !== void 0) {
      let data17 = data.channels;
      if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
        for (const key6 in data17) {
          if (!(key6 === "draft" || key6 === "live")) {
            const err27 = { instancePath: instancePath + "/channels", schemaPath: "#/properties/channels/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
        if (data17.draft !== void 0) {
          if (!validate83(data17.draft, { instancePath: instancePath + "/channels/draft", parentData: data17, parentDataProperty: "draft", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate83.errors);
            errors = vErrors.length;
          }
        }
        if (data17.live !== void 0) {
          if (!validate83(data17.live, { instancePath: instancePath + "/channels/live", parentData: data17, parentDataProperty: "live", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate83.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err28 = { instancePath: instancePath + "/channels", schemaPath: "#/properties/channels/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.rules !== void 0) {
      let data20 = data.rules;
      if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
        for (const key7 in data20) {
          const _errs41 = errors;
          if (typeof key7 === "string") {
            if (!pattern8.test(key7)) {
              const err29 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$" }, propertyName: key7 };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
          } else {
            const err30 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key7 };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
          var valid10 = _errs41 === errors;
          if (!valid10) {
            const err31 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/propertyNames", keyword: "propertyNames", params: { propertyName: key7 } };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        for (const key8 in data20) {
          if (!validate91(data20[key8], { instancePath: instancePath + "/rules/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data20, parentDataProperty: key8, rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate91.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err32 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.release !== void 0) {
      let data22 = data.release;
      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
        for (const key9 in data22) {
          if (!(key9 === "tests" || key9 === "nlpQuality" || key9 === "overrides")) {
            const err33 = { instancePath: instancePath + "/release", schemaPath: "#/properties/release/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 } };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data22.tests !== void 0) {
          let data23 = data22.tests;
          if (!(data23 === "block" || data23 === "warn" || data23 === "off")) {
            const err34 = { instancePath: instancePath + "/release/tests", schemaPath: "#/properties/release/properties/tests/enum", keyword: "enum", params: { allowedValues: schema19.properties.release.properties.tests.enum } };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data22.nlpQuality !== void 0) {
          let data24 = data22.nlpQuality;
          if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
            for (const key10 in data24) {
              if (!(key10 === "policy" || key10 === "maxDrop" || key10 === "measuredBy")) {
                const err35 = { instancePath: instancePath + "/release/nlpQuality", schemaPath: "#/properties/release/properties/nlpQuality/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } };
                if (vErrors === null) {
                  vErrors = [err35];
                } else {
                  vErrors.push(err35);
                }
                errors++;
              }
            }
            if (data24.policy !== void 0) {
              let data25 = data24.policy;
              if (!(data25 === "block" || data25 === "warn" || data25 === "off")) {
                const err36 = { instancePath: instancePath + "/release/nlpQuality/policy", schemaPath: "#/properties/release/properties/nlpQuality/properties/policy/enum", keyword: "enum", params: { allowedValues: schema19.properties.release.properties.nlpQuality.properties.policy.enum } };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
            if (data24.maxDrop !== void 0) {
              let data26 = data24.maxDrop;
              if (typeof data26 == "number" && isFinite(data26)) {
                if (data26 > 100 || isNaN(data26)) {
                  const err37 = { instancePath: instancePath + "/release/nlpQuality/maxDrop", schemaPath: "#/properties/release/properties/nlpQuality/properties/maxDrop/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 } };
                  if (vErrors === null) {
                    vErrors = [err37];
                  } else {
                    vErrors.push(err37);
                  }
                  errors++;
                }
                if (data26 < 0 || isNaN(data26)) {
                  const err38 = { instancePath: instancePath + "/release/nlpQuality/maxDrop", schemaPath: "#/properties/release/properties/nlpQuality/properties/maxDrop/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                  if (vErrors === null) {
                    vErrors = [err38];
                  } else {
                    vErrors.push(err38);
                  }
                  errors++;
                }
              } else {
                const err39 = { instancePath: instancePath + "/release/nlpQuality/maxDrop", schemaPath: "#/properties/release/properties/nlpQuality/properties/maxDrop/type", keyword: "type", params: { type: "number" } };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
            }
            if (data24.measuredBy !== void 0) {
              let data27 = data24.measuredBy;
              if (!(data27 === "tests" || data27 === "cross-validation")) {
                const err40 = { instancePath: instancePath + "/release/nlpQuality/measuredBy", schemaPath: "#/properties/release/properties/nlpQuality/properties/measuredBy/enum", keyword: "enum", params: { allowedValues: schema19.properties.release.properties.nlpQuality.properties.measuredBy.enum } };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
          } else {
            const err41 = { instancePath: instancePath + "/release/nlpQuality", schemaPath: "#/properties/release/properties/nlpQuality/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
        if (data22.overrides !== void 0) {
          let data28 = data22.overrides;
          if (Array.isArray(data28)) {
            const len1 = data28.length;
            for (let i2 = 0; i2 < len1; i2++) {
              let data29 = data28[i2];
              if (!(data29 === "tests" || data29 === "nlp-quality")) {
                const err42 = { instancePath: instancePath + "/release/overrides/" + i2, schemaPath: "#/properties/release/properties/overrides/items/enum", keyword: "enum", params: { allowedValues: schema19.properties.release.properties.overrides.items.enum } };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
            }
            let i3 = data28.length;
            let j1;
            if (i3 > 1) {
              outer0:
                for (; i3--; ) {
                  for (j1 = i3; j1--; ) {
                    if (func0(data28[i3], data28[j1])) {
                      const err43 = { instancePath: instancePath + "/release/overrides", schemaPath: "#/properties/release/properties/overrides/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 } };
                      if (vErrors === null) {
                        vErrors = [err43];
                      } else {
                        vErrors.push(err43);
                      }
                      errors++;
                      break outer0;
                    }
                  }
                }
            }
          } else {
            const err44 = { instancePath: instancePath + "/release/overrides", schemaPath: "#/properties/release/properties/overrides/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
      } else {
        const err45 = { instancePath: instancePath + "/release", schemaPath: "#/properties/release/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
    }
  } else {
    const err46 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err46];
    } else {
      vErrors.push(err46);
    }
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var intent = validate93;
var pattern9 = new RegExp("^[A-Za-z][A-Za-z0-9_.-]{0,127}$", "u");
function validate94(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate94.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern9.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,127}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate94.errors = vErrors;
  return errors === 0;
}
validate94.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate96(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate96.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 200) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (func2(data) < 1) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate96.errors = vErrors;
  return errors === 0;
}
validate96.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate98(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate98.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 1e4) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 1e4 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate98.errors = vErrors;
  return errors === 0;
}
validate98.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate100(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate100.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern4.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate100.errors = vErrors;
  return errors === 0;
}
validate100.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate93(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate93.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.intent === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "intent" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.expressions === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expressions" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "intent" || key0 === "title" || key0 === "description" || key0 === "expressions")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.intent !== void 0) {
      if (!validate94(data.intent, { instancePath: instancePath + "/intent", parentData: data, parentDataProperty: "intent", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate94.errors);
        errors = vErrors.length;
      }
    }
    if (data.title !== void 0) {
      if (!validate96(data.title, { instancePath: instancePath + "/title", parentData: data, parentDataProperty: "title", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate96.errors);
        errors = vErrors.length;
      }
    }
    if (data.description !== void 0) {
      if (!validate98(data.description, { instancePath: instancePath + "/description", parentData: data, parentDataProperty: "description", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate98.errors);
        errors = vErrors.length;
      }
    }
    if (data.expressions !== void 0) {
      let data3 = data.expressions;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key1 in data3) {
          const _errs7 = errors;
          if (!validate100(key1, { instancePath: instancePath + "/expressions", parentData: data3, parentDataProperty: "expressions", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate100.errors);
            errors = vErrors.length;
          }
          var valid1 = _errs7 === errors;
          if (!valid1) {
            const err3 = { instancePath: instancePath + "/expressions", schemaPath: "#/properties/expressions/propertyNames", keyword: "propertyNames", params: { propertyName: key1 } };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        for (const key2 in data3) {
          if (typeof data3[key2] !== "string") {
            const err4 = { instancePath: instancePath + "/expressions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/expressions/additionalProperties/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      } else {
        const err5 = { instancePath: instancePath + "/expressions", schemaPath: "#/properties/expressions/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate93.errors = vErrors;
  return errors === 0;
}
validate93.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var entity = validate102;
function validate104(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate104.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern9.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,127}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate104.errors = vErrors;
  return errors === 0;
}
validate104.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate106(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate106.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 200) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (func2(data) < 1) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate106.errors = vErrors;
  return errors === 0;
}
validate106.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate108(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate108.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 1e4) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 1e4 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate108.errors = vErrors;
  return errors === 0;
}
validate108.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate110(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate110.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 500) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 500 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (func2(data) < 1) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate110.errors = vErrors;
  return errors === 0;
}
validate110.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate103(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate103.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.entity === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "entity" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.type === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.values === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "values" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "entity" || key0 === "title" || key0 === "description" || key0 === "type" || key0 === "values")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.entity !== void 0) {
      if (!validate104(data.entity, { instancePath: instancePath + "/entity", parentData: data, parentDataProperty: "entity", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate104.errors);
        errors = vErrors.length;
      }
    }
    if (data.title !== void 0) {
      if (!validate106(data.title, { instancePath: instancePath + "/title", parentData: data, parentDataProperty: "title", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate106.errors);
        errors = vErrors.length;
      }
    }
    if (data.description !== void 0) {
      if (!validate108(data.description, { instancePath: instancePath + "/description", parentData: data, parentDataProperty: "description", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate108.errors);
        errors = vErrors.length;
      }
    }
    if (data.type !== void 0) {
      if ("list" !== data.type) {
        const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "list" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.values !== void 0) {
      let data4 = data.values;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (Object.keys(data4).length < 1) {
          const err5 = { instancePath: instancePath + "/values", schemaPath: "#/properties/values/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        for (const key1 in data4) {
          const _errs8 = errors;
          if (!validate110(key1, { instancePath: instancePath + "/values", parentData: data4, parentDataProperty: "values", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate110.errors);
            errors = vErrors.length;
          }
          var valid1 = _errs8 === errors;
          if (!valid1) {
            const err6 = { instancePath: instancePath + "/values", schemaPath: "#/properties/values/propertyNames", keyword: "propertyNames", params: { propertyName: key1 } };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        for (const key2 in data4) {
          let data5 = data4[key2];
          if (Array.isArray(data5)) {
            const len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++) {
              if (!validate110(data5[i0], { instancePath: instancePath + "/values/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0, parentData: data5, parentDataProperty: i0, rootData, dynamicAnchors })) {
                vErrors = joinErrors(vErrors, validate110.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err7 = { instancePath: instancePath + "/values/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/values/additionalProperties/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/values", schemaPath: "#/properties/values/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate103.errors = vErrors;
  return errors === 0;
}
validate103.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate113(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate113.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.entity === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "entity" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.type === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.patterns === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "patterns" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "entity" || key0 === "title" || key0 === "description" || key0 === "type" || key0 === "patterns")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.entity !== void 0) {
      if (!validate104(data.entity, { instancePath: instancePath + "/entity", parentData: data, parentDataProperty: "entity", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate104.errors);
        errors = vErrors.length;
      }
    }
    if (data.title !== void 0) {
      if (!validate106(data.title, { instancePath: instancePath + "/title", parentData: data, parentDataProperty: "title", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate106.errors);
        errors = vErrors.length;
      }
    }
    if (data.description !== void 0) {
      if (!validate108(data.description, { instancePath: instancePath + "/description", parentData: data, parentDataProperty: "description", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate108.errors);
        errors = vErrors.length;
      }
    }
    if (data.type !== void 0) {
      if ("pattern" !== data.type) {
        const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "pattern" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.patterns !== void 0) {
      let data4 = data.patterns;
      if (Array.isArray(data4)) {
        if (data4.length > 100) {
          const err5 = { instancePath: instancePath + "/patterns", schemaPath: "#/properties/patterns/maxItems", keyword: "maxItems", params: { limit: 100 } };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (data4.length < 1) {
          const err6 = { instancePath: instancePath + "/patterns", schemaPath: "#/properties/patterns/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (typeof data5 === "string") {
            if (func2(data5) > 1e3) {
              const err7 = { instancePath: instancePath + "/patterns/" + i0, schemaPath: "#/properties/patterns/items/maxLength", keyword: "maxLength", params: { limit: 1e3 } };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            if (func2(data5) < 1) {
              const err8 = { instancePath: instancePath + "/patterns/" + i0, schemaPath: "#/properties/patterns/items/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/patterns/" + i0, schemaPath: "#/properties/patterns/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/patterns", schemaPath: "#/properties/patterns/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate113.errors = vErrors;
  return errors === 0;
}
validate113.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema47 = { "title": "SystemEntity", "description": "An entity that the platform recognises by itself.", "type": "object", "required": ["entity", "type", "system"], "additionalProperties": false, "properties": { "entity": { "$ref": "#/$defs/entityName" }, "title": { "$ref": "bot.schema.json#/$defs/title" }, "description": { "$ref": "bot.schema.json#/$defs/description" }, "type": { "description": "How the entity is found: by a list of values, by patterns, by the platform, or learned from expressions.", "const": "system", "x-values": { "system": "Recognised by the platform, such as a date or a number." }, "examples": ["system"] }, "system": { "title": "SystemEntityKind", "description": "What the platform recognises.", "enum": ["datetime", "number", "email", "phone", "url", "money", "duration", "ordinal"], "x-values": { "datetime": "A date, a time, or both, such as 'tomorrow at nine'.", "number": "A number, in digits or in words.", "email": "An e-mail address.", "phone": "A phone number.", "url": "A web address.", "money": "An amount with its currency.", "duration": "A length of time, such as 'two hours'.", "ordinal": "A rank, such as 'the second'." }, "examples": ["number"] } }, "examples": [{ "entity": "people", "type": "system", "system": "number" }] };
function validate117(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate117.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.entity === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "entity" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.type === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.system === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "system" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "entity" || key0 === "title" || key0 === "description" || key0 === "type" || key0 === "system")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.entity !== void 0) {
      if (!validate104(data.entity, { instancePath: instancePath + "/entity", parentData: data, parentDataProperty: "entity", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate104.errors);
        errors = vErrors.length;
      }
    }
    if (data.title !== void 0) {
      if (!validate106(data.title, { instancePath: instancePath + "/title", parentData: data, parentDataProperty: "title", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate106.errors);
        errors = vErrors.length;
      }
    }
    if (data.description !== void 0) {
      if (!validate108(data.description, { instancePath: instancePath + "/description", parentData: data, parentDataProperty: "description", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate108.errors);
        errors = vErrors.length;
      }
    }
    if (data.type !== void 0) {
      if ("system" !== data.type) {
        const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "system" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.system !== void 0) {
      let data4 = data.system;
      if (!(data4 === "datetime" || data4 === "number" || data4 === "email" || data4 === "phone" || data4 === "url" || data4 === "money" || data4 === "duration" || data4 === "ordinal")) {
        const err5 = { instancePath: instancePath + "/system", schemaPath: "#/properties/system/enum", keyword: "enum", params: { allowedValues: schema47.properties.system.enum } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate117.errors = vErrors;
  return errors === 0;
}
validate117.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate121(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate121.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.entity === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "entity" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.type === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "entity" || key0 === "title" || key0 === "description" || key0 === "type")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.entity !== void 0) {
      if (!validate104(data.entity, { instancePath: instancePath + "/entity", parentData: data, parentDataProperty: "entity", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate104.errors);
        errors = vErrors.length;
      }
    }
    if (data.title !== void 0) {
      if (!validate106(data.title, { instancePath: instancePath + "/title", parentData: data, parentDataProperty: "title", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate106.errors);
        errors = vErrors.length;
      }
    }
    if (data.description !== void 0) {
      if (!validate108(data.description, { instancePath: instancePath + "/description", parentData: data, parentDataProperty: "description", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate108.errors);
        errors = vErrors.length;
      }
    }
    if (data.type !== void 0) {
      if ("contextual" !== data.type) {
        const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "contextual" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate121.errors = vErrors;
  return errors === 0;
}
validate121.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate102(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate102.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.entity === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "entity" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.type === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    const tag0 = data.type;
    if (typeof tag0 == "string") {
      if (tag0 === "list") {
        if (!validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = joinErrors(vErrors, validate103.errors);
          errors = vErrors.length;
        }
        var props0 = true;
      } else if (tag0 === "pattern") {
        if (!validate113(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = joinErrors(vErrors, validate113.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else if (tag0 === "system") {
        if (!validate117(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = joinErrors(vErrors, validate117.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else if (tag0 === "contextual") {
        if (!validate121(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
          vErrors = joinErrors(vErrors, validate121.errors);
          errors = vErrors.length;
        }
        if (props0 !== true) {
          props0 = true;
        }
      } else {
        const err2 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "type", tagValue: tag0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    } else {
      const err3 = { instancePath, schemaPath: "#/discriminator", keyword: "discriminator", params: { error: "tag", tag: "type", tagValue: tag0 } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate102.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate102.evaluated = { "dynamicProps": true, "dynamicItems": false };
var flow = validate129;
var schema49 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "flow.schema.json", "title": "Flow", "description": "A part of the conversation: dialogs that are linked to intents and to each other.", "type": "object", "required": ["flow"], "additionalProperties": false, "examples": [{ "flow": "booking", "dialogs": { "start": { "end": true } } }], "x-snippets": [{ "label": "new flow", "body": "flow: ${1:name}\ndescription: ${2:What it is for}\ndialogs:\n  ${3:start}:\n    trigger:\n      intent: ${4:intent}\n    say:\n      - text:\n          ${5:en}: $0\n    end: true" }], "properties": { "flow": { "$ref": "bot.schema.json#/$defs/name", "description": "The name of the flow. Other flows name its dialogs as flow/dialog.", "x-defines": "flow", "examples": ["booking"] }, "title": { "$ref": "bot.schema.json#/$defs/title" }, "description": { "$ref": "bot.schema.json#/$defs/description" }, "dialogs": { "description": "The dialogs of the flow by name.", "type": ["object", "null"], "propertyNames": { "$ref": "bot.schema.json#/$defs/name", "description": "The name of a dialog, unique in its flow.", "x-defines": "dialog", "examples": ["start"], "x-snippets": [{ "label": "new dialog", "body": "${1:name}:\n  say:\n    - text:\n        ${2:en}: $0\n  end: true" }] }, "additionalProperties": { "$ref": "#/$defs/dialog" }, "examples": [{ "start": { "end": true } }], "x-snippets": [{ "label": "dialogs", "body": "dialogs:\n  ${1:start}:\n    $0" }] } }, "$defs": { "localizedText": { "description": "A text per language, in ICU MessageFormat: {variable} stands for the variable's value.", "type": "object", "minProperties": 1, "propertyNames": { "$ref": "bot.schema.json#/$defs/language", "x-refers": "language", "x-position": "language" }, "additionalProperties": { "description": "The text in this language. {variable} stands for the variable's value.", "type": "string", "minLength": 1, "x-text": true, "x-embedded": "message", "examples": ["Booked: {reference}"] }, "examples": [{ "en": "Where do you want to go?", "nl": "Waar wil je heen?" }] }, "link": { "description": "A dialog: its name for a dialog of this flow, flow/dialog for one of another flow.", "type": "string", "minLength": 1, "x-refers": "dialog", "x-position": "next", "examples": ["confirm", "general/handover"] }, "variableRef": { "description": "A variable of the bot.", "type": "string", "minLength": 1, "x-refers": "variable", "examples": ["destination"] }, "dialog": { "title": "Dialog", "description": "One step of the conversation: what the bot says and does, and then exactly one way on: ask, goto, next or end.", "type": ["object", "null"], "additionalProperties": false, "x-exclusive": ["ask", "goto", "next", "end"], "properties": { "trigger": { "description": "What brings the conversation here: an intent, in the contexts that are required.", "type": "object", "required": ["intent"], "additionalProperties": false, "properties": { "intent": { "description": "The intent that this dialog is linked to.", "type": "string", "minLength": 1, "x-refers": "intent", "x-position": "trigger", "examples": ["book_train"] }, "requires": { "description": "Contexts that must all be active for the intent to lead here.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "A context that must be active.", "type": "string", "minLength": 1, "x-refers": "context", "x-position": "requires", "examples": ["confirm_booking"] }, "examples": [["confirm_booking"]] } }, "examples": [{ "intent": "confirm", "requires": ["confirm_booking"] }], "x-snippets": [{ "label": "trigger", "body": "trigger:\n  intent: ${1:intent}" }] }, "say": { "description": "Messages that the bot sends, in this order. Buttons wait: a press goes where the button says, anything typed is understood like any message.", "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/message" }, "examples": [[{ "text": { "en": "Booked: {reference}" } }]], "x-snippets": [{ "label": "say", "body": "say:\n  - text:\n      ${1:en}: $0" }] }, "do": { "description": "Actions that the bot runs after its messages, in this order.", "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/action" }, "examples": [[{ "clear": ["destination"] }]], "x-snippets": [{ "label": "do", "body": "do:\n  - $0" }] }, "ask": { "$ref": "#/$defs/ask" }, "goto": { "description": "Goes to the first branch whose condition holds. The last branch has no condition.", "type": ["array", "null"], "items": { "$ref": "#/$defs/branch" }, "examples": [[{ "when": "passengers > 8", "next": "groups/start" }, { "next": "confirm" }]], "x-snippets": [{ "label": "goto", "body": "goto:\n  - when: ${1:condition}\n    next: ${2:dialog}\n  - next: ${3:dialog}" }] }, "next": { "$ref": "#/$defs/link", "description": "Goes on to this dialog at once. Write flow/dialog for a dialog of another flow.", "x-position": "next", "examples": ["confirm"] }, "end": { "description": "Ends the flow here: the bot waits for the next message of the user.", "const": true, "examples": [true] }, "contexts": { "description": "Output contexts: each is active for this many of the user's next messages, and lets dialogs that require it answer.", "type": "object", "minProperties": 1, "propertyNames": { "$ref": "bot.schema.json#/$defs/name", "description": "The name of a context.", "x-defines": "context", "x-position": "output-context", "examples": ["confirm_booking"] }, "additionalProperties": { "description": "Lifespan: for how many messages of the user the context stays active.", "type": "integer", "minimum": 1, "maximum": 1e3, "examples": [1] }, "examples": [{ "confirm_booking": 1 }], "x-snippets": [{ "label": "contexts", "body": "contexts:\n  ${1:name}: ${2:1}" }] } }, "examples": [{ "say": [{ "text": { "en": "Goodbye!" } }], "end": true }], "x-snippets": [{ "label": "message", "body": "say:\n  - text:\n      ${1:en}: $2\nend: true" }, { "label": "question", "body": "ask:\n  text:\n    ${1:en}: $2\n  entity: ${3:entity}\n  save: ${4:variable}\n  next: ${5:dialog}" }] }, "message": { "title": "Message", "description": "One message, with buttons when the user should choose.", "type": "object", "required": ["text"], "additionalProperties": false, "properties": { "text": { "$ref": "#/$defs/localizedText", "description": "What the bot says, per language, in ICU MessageFormat: {variable} stands for the variable's value.", "examples": [{ "en": "Where do you want to go?", "nl": "Waar wil je heen?" }], "x-snippets": [{ "label": "text", "body": "text:\n  ${1:en}: $0" }] }, "buttons": { "description": "At most three buttons under the message. A press goes where the button says.", "type": "array", "minItems": 1, "maxItems": 3, "items": { "$ref": "#/$defs/button" }, "examples": [[{ "label": { "en": "Pay" }, "next": "pay" }]], "x-snippets": [{ "label": "buttons", "body": "buttons:\n  - label:\n      ${1:en}: ${2:Label}\n    next: ${3:dialog}" }] } }, "examples": [{ "text": { "en": "Booked: {reference}" } }], "x-snippets": [{ "label": "message", "body": "text:\n  ${1:en}: $0" }] }, "button": { "title": "Button", "description": "A button: its label, and either the dialog or the web address that it leads to.", "type": "object", "required": ["label"], "additionalProperties": false, "oneOf": [{ "required": ["next"] }, { "required": ["url"] }], "properties": { "label": { "$ref": "#/$defs/localizedText", "description": "What stands on the button, per language. Some channels cut labels after 20 characters.", "examples": [{ "en": "Pay", "nl": "Betalen" }], "x-snippets": [{ "label": "label", "body": "label:\n  ${1:en}: $0" }] }, "next": { "$ref": "#/$defs/link", "description": "The dialog that a press leads to.", "x-position": "button", "examples": ["pay"] }, "url": { "description": "The web address that a press opens.", "type": "string", "pattern": "^(https?://|tel:|mailto:)[^\\s]+$", "x-pattern": "a web address that starts with https://, http://, tel: or mailto:", "x-text": true, "x-embedded": "template", "examples": ["https://example.org/times"] } }, "examples": [{ "label": { "en": "Pay" }, "next": "pay" }], "x-snippets": [{ "label": "button", "body": "label:\n  ${1:en}: ${2:Label}\nnext: ${3:dialog}" }] }, "ask": { "title": "Ask", "description": "Asks a question and waits for the answer.", "type": "object", "required": ["text", "next"], "additionalProperties": false, "properties": { "text": { "$ref": "#/$defs/localizedText", "description": "The question, per language, in ICU MessageFormat.", "examples": [{ "en": "Where do you want to go?" }], "x-snippets": [{ "label": "text", "body": "text:\n  ${1:en}: $0" }] }, "entity": { "description": "The entity that the answer must hold. Without it any answer will do.", "type": "string", "minLength": 1, "x-refers": "entity", "x-position": "ask-entity", "examples": ["station"] }, "save": { "$ref": "#/$defs/variableRef", "description": "The variable that takes the answer.", "x-position": "save", "examples": ["destination"] }, "retry": { "$ref": "#/$defs/retry" }, "next": { "$ref": "#/$defs/link", "description": "The dialog that follows the answer.", "x-position": "next", "examples": ["how_many"] } }, "examples": [{ "text": { "en": "Where to?" }, "entity": "station", "save": "destination", "next": "how_many" }], "x-snippets": [{ "label": "ask", "body": "ask:\n  text:\n    ${1:en}: ${2:Question?}\n  entity: ${3:entity}\n  save: ${4:variable}\n  retry:\n    text:\n      ${1:en}: ${5:What is wanted.}\n  next: ${6:dialog}" }] }, "retry": { "title": "Retry", "description": "What happens when the answer does not hold the entity.", "type": "object", "required": ["text"], "additionalProperties": false, "dependentRequired": { "max": ["next"], "next": ["max"] }, "properties": { "text": { "$ref": "#/$defs/localizedText", "description": "What the bot says before it waits again.", "examples": [{ "en": "I need a station." }], "x-snippets": [{ "label": "text", "body": "text:\n  ${1:en}: $0" }] }, "max": { "description": "How often the bot asks again before it gives up and goes to 'next'. Without it the bot keeps asking.", "type": "integer", "minimum": 1, "maximum": 10, "examples": [2] }, "next": { "$ref": "#/$defs/link", "description": "The dialog to go to after 'max' answers that did not help.", "x-position": "retry", "examples": ["general/handover"] } }, "examples": [{ "text": { "en": "I need a station." }, "max": 2, "next": "general/handover" }], "x-snippets": [{ "label": "retry", "body": "retry:\n  text:\n    ${1:en}: $2\n  max: ${3:2}\n  next: ${4:dialog}" }] }, "branch": { "title": "Branch", "description": "A way on, with the condition under which it is taken.", "type": "object", "required": ["next"], "additionalProperties": false, "properties": { "when": { "description": "The condition, in CEL (Common Expression Language) over the variables. The last branch has none.", "type": "string", "minLength": 1, "x-text": true, "x-embedded": "condition", "examples": ["passengers > 8"] }, "next": { "$ref": "#/$defs/link", "description": "The dialog to go to when the condition holds.", "x-position": "branch", "examples": ["groups/start"] } }, "examples": [{ "when": "passengers > 8", "next": "groups/start" }], "x-snippets": [{ "label": "branch", "body": "when: ${1:condition}\nnext: ${2:dialog}" }, { "label": "last branch", "body": "next: ${1:dialog}" }] }, "action": { "title": "Action", "description": "One action: http, set, clear, language or handover.", "type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": false, "properties": { "http": { "$ref": "#/$defs/http" }, "set": { "description": "Gives variables a value: each key is a variable, each value an expression in CEL.", "type": "object", "minProperties": 1, "propertyNames": { "$ref": "#/$defs/variableRef", "x-position": "set" }, "additionalProperties": { "description": `The new value, as an expression in CEL over the variables. Text stands in quotes of its own: "'first'".`, "type": "string", "minLength": 1, "x-text": true, "x-embedded": "condition", "examples": ["true", "passengers + 1"] }, "examples": [{ "paid": "true" }], "x-snippets": [{ "label": "set", "body": "set:\n  ${1:variable}: ${2:expression}" }] }, "clear": { "description": "Forgets the values of these variables.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "$ref": "#/$defs/variableRef", "description": "A variable to forget.", "x-position": "clear", "examples": ["destination"] }, "examples": [["destination", "passengers"]], "x-snippets": [{ "label": "clear", "body": "clear: [${1:variable}]" }] }, "language": { "description": "Goes on in this language of the bot.", "type": "string", "minLength": 1, "x-refers": "language", "x-position": "language", "examples": ["nl"] }, "handover": { "description": "Hands the conversation over to a person, with this note for them.", "type": "string", "minLength": 1, "x-text": true, "x-embedded": "template", "examples": ["A group booking for {passengers}."] } }, "examples": [{ "clear": ["destination"] }] }, "http": { "title": "HttpAction", "description": "Calls a web service and keeps parts of its answer.", "type": "object", "required": ["method", "url"], "additionalProperties": false, "properties": { "method": { "title": "HttpMethod", "description": "The HTTP method.", "enum": ["GET", "POST", "PUT", "PATCH", "DELETE"], "x-values": { "GET": "Read.", "POST": "Create, or run something.", "PUT": "Replace.", "PATCH": "Change in part.", "DELETE": "Remove." }, "examples": ["POST"] }, "url": { "description": "The address of the service. {variable} stands for the variable's value.", "type": "string", "pattern": "^https?://[^\\s]+$", "x-pattern": "a web address that starts with https:// or http://", "x-text": true, "x-embedded": "template", "examples": ["https://example.org/pay"] }, "secret": { "description": "The name of a secret, sent as bearer token. Its value lives in the environment or the editor's secret storage, never in a file.", "type": "string", "pattern": "^[A-Z][A-Z0-9_]{0,99}$", "x-pattern": "the name of a secret in capitals, digits and '_', never its value", "x-confidential": true, "examples": ["PAYMENT_TOKEN"] }, "headers": { "description": "Headers of the request. {variable} stands for the variable's value; a credential belongs in 'secret'.", "type": "object", "propertyNames": { "description": "The name of a header.", "type": "string", "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "x-pattern": "the name of an HTTP header", "examples": ["Accept-Language"] }, "additionalProperties": { "description": "The value of the header.", "type": "string", "x-text": true, "x-embedded": "template", "examples": ["nl"] }, "examples": [{ "Accept-Language": "nl" }], "x-snippets": [{ "label": "headers", "body": "headers:\n  ${1:name}: $2" }] }, "body": { "$ref": "#/$defs/template", "description": "The body of the request, sent as JSON. {variable} in a text stands for the variable's value.", "examples": [{ "to": "{destination}" }], "x-snippets": [{ "label": "body", "body": 'body:\n  ${1:key}: "{${2:variable}}"' }] }, "save": { "description": "What to keep of the answer: each key is a variable, each value a JSON pointer into the answer.", "type": "object", "minProperties": 1, "propertyNames": { "$ref": "#/$defs/variableRef", "x-position": "save" }, "additionalProperties": { "description": "A JSON pointer into the answer, such as /ref or /items/0/id.", "type": "string", "pattern": "^(/([^~]|~[01])*)?$", "x-pattern": "a JSON pointer such as /ref or /items/0/id", "examples": ["/ref"] }, "examples": [{ "reference": "/ref" }], "x-snippets": [{ "label": "save", "body": "save:\n  ${1:variable}: /${2:pointer}" }] }, "onError": { "$ref": "#/$defs/link", "description": "The dialog to go to when the call fails. Without it the bot's error dialog answers.", "x-position": "error-path", "examples": ["general/error"] } }, "examples": [{ "method": "POST", "url": "https://example.org/pay", "secret": "PAYMENT_TOKEN" }], "x-snippets": [{ "label": "http", "body": "http:\n  method: ${1|GET,POST,PUT,PATCH,DELETE|}\n  url: ${2:https://example.org}\n  save:\n    ${3:variable}: /${4:pointer}\n  onError: ${5:dialog}" }] }, "template": { "description": "Any value; {variable} in a text stands for the variable's value.", "type": ["object", "array", "string", "number", "boolean", "null"], "x-embedded": "template", "additionalProperties": { "$ref": "#/$defs/template" }, "items": { "$ref": "#/$defs/template" }, "examples": ["{destination}", 1] } } };
function validate130(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate130.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern9.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,127}$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate130.errors = vErrors;
  return errors === 0;
}
validate130.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate132(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate132.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 200) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (func2(data) < 1) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate132.errors = vErrors;
  return errors === 0;
}
validate132.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate134(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate134.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 1e4) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 1e4 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate134.errors = vErrors;
  return errors === 0;
}
validate134.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema53 = { "title": "Dialog", "description": "One step of the conversation: what the bot says and does, and then exactly one way on: ask, goto, next or end.", "type": ["object", "null"], "additionalProperties": false, "x-exclusive": ["ask", "goto", "next", "end"], "properties": { "trigger": { "description": "What brings the conversation here: an intent, in the contexts that are required.", "type": "object", "required": ["intent"], "additionalProperties": false, "properties": { "intent": { "description": "The intent that this dialog is linked to.", "type": "string", "minLength": 1, "x-refers": "intent", "x-position": "trigger", "examples": ["book_train"] }, "requires": { "description": "Contexts that must all be active for the intent to lead here.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "A context that must be active.", "type": "string", "minLength": 1, "x-refers": "context", "x-position": "requires", "examples": ["confirm_booking"] }, "examples": [["confirm_booking"]] } }, "examples": [{ "intent": "confirm", "requires": ["confirm_booking"] }], "x-snippets": [{ "label": "trigger", "body": "trigger:\n  intent: ${1:intent}" }] }, "say": { "description": "Messages that the bot sends, in this order. Buttons wait: a press goes where the button says, anything typed is understood like any message.", "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/message" }, "examples": [[{ "text": { "en": "Booked: {reference}" } }]], "x-snippets": [{ "label": "say", "body": "say:\n  - text:\n      ${1:en}: $0" }] }, "do": { "description": "Actions that the bot runs after its messages, in this order.", "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/action" }, "examples": [[{ "clear": ["destination"] }]], "x-snippets": [{ "label": "do", "body": "do:\n  - $0" }] }, "ask": { "$ref": "#/$defs/ask" }, "goto": { "description": "Goes to the first branch whose condition holds. The last branch has no condition.", "type": ["array", "null"], "items": { "$ref": "#/$defs/branch" }, "examples": [[{ "when": "passengers > 8", "next": "groups/start" }, { "next": "confirm" }]], "x-snippets": [{ "label": "goto", "body": "goto:\n  - when: ${1:condition}\n    next: ${2:dialog}\n  - next: ${3:dialog}" }] }, "next": { "$ref": "#/$defs/link", "description": "Goes on to this dialog at once. Write flow/dialog for a dialog of another flow.", "x-position": "next", "examples": ["confirm"] }, "end": { "description": "Ends the flow here: the bot waits for the next message of the user.", "const": true, "examples": [true] }, "contexts": { "description": "Output contexts: each is active for this many of the user's next messages, and lets dialogs that require it answer.", "type": "object", "minProperties": 1, "propertyNames": { "$ref": "bot.schema.json#/$defs/name", "description": "The name of a context.", "x-defines": "context", "x-position": "output-context", "examples": ["confirm_booking"] }, "additionalProperties": { "description": "Lifespan: for how many messages of the user the context stays active.", "type": "integer", "minimum": 1, "maximum": 1e3, "examples": [1] }, "examples": [{ "confirm_booking": 1 }], "x-snippets": [{ "label": "contexts", "body": "contexts:\n  ${1:name}: ${2:1}" }] } }, "examples": [{ "say": [{ "text": { "en": "Goodbye!" } }], "end": true }], "x-snippets": [{ "label": "message", "body": "say:\n  - text:\n      ${1:en}: $2\nend: true" }, { "label": "question", "body": "ask:\n  text:\n    ${1:en}: $2\n  entity: ${3:entity}\n  save: ${4:variable}\n  next: ${5:dialog}" }] };
function validate140(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate140.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (!pattern4.test(data)) {
      const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate140.errors = vErrors;
  return errors === 0;
}
validate140.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate139(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate139.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      const _errs1 = errors;
      if (!validate140(key0, { instancePath, parentData: data, parentDataProperty, rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate140.errors);
        errors = vErrors.length;
      }
      var valid0 = _errs1 === errors;
      if (!valid0) {
        const err1 = { instancePath, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    for (const key1 in data) {
      let data0 = data[key1];
      if (typeof data0 === "string") {
        if (func2(data0) < 1) {
          const err2 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate139.errors = vErrors;
  return errors === 0;
}
validate139.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate145(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate145.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) < 1) {
      const err0 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate145.errors = vErrors;
  return errors === 0;
}
validate145.evaluated = { "dynamicProps": false, "dynamicItems": false };
var pattern14 = new RegExp("^(https?://|tel:|mailto:)[^\\s]+$", "u");
function validate143(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate143.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.next === void 0) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "next" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.url === void 0) {
      const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "url" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
  }
  if (!valid0) {
    const err2 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.label === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "label" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "label" || key0 === "next" || key0 === "url")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.label !== void 0) {
      if (!validate139(data.label, { instancePath: instancePath + "/label", parentData: data, parentDataProperty: "label", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate139.errors);
        errors = vErrors.length;
      }
    }
    if (data.next !== void 0) {
      if (!validate145(data.next, { instancePath: instancePath + "/next", parentData: data, parentDataProperty: "next", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate145.errors);
        errors = vErrors.length;
      }
    }
    if (data.url !== void 0) {
      let data2 = data.url;
      if (typeof data2 === "string") {
        if (!pattern14.test(data2)) {
          const err5 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/pattern", keyword: "pattern", params: { pattern: "^(https?://|tel:|mailto:)[^\\s]+$" } };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate143.errors = vErrors;
  return errors === 0;
}
validate143.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate138(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate138.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.text === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "text" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "text" || key0 === "buttons")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.text !== void 0) {
      if (!validate139(data.text, { instancePath: instancePath + "/text", parentData: data, parentDataProperty: "text", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate139.errors);
        errors = vErrors.length;
      }
    }
    if (data.buttons !== void 0) {
      let data1 = data.buttons;
      if (Array.isArray(data1)) {
        if (data1.length > 3) {
          const err2 = { instancePath: instancePath + "/buttons", schemaPath: "#/properties/buttons/maxItems", keyword: "maxItems", params: { limit: 3 } };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data1.length < 1) {
          const err3 = { instancePath: instancePath + "/buttons", schemaPath: "#/properties/buttons/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate143(data1[i0], { instancePath: instancePath + "/buttons/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate143.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/buttons", schemaPath: "#/properties/buttons/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate138.errors = vErrors;
  return errors === 0;
}
validate138.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema60 = { "title": "HttpAction", "description": "Calls a web service and keeps parts of its answer.", "type": "object", "required": ["method", "url"], "additionalProperties": false, "properties": { "method": { "title": "HttpMethod", "description": "The HTTP method.", "enum": ["GET", "POST", "PUT", "PATCH", "DELETE"], "x-values": { "GET": "Read.", "POST": "Create, or run something.", "PUT": "Replace.", "PATCH": "Change in part.", "DELETE": "Remove." }, "examples": ["POST"] }, "url": { "description": "The address of the service. {variable} stands for the variable's value.", "type": "string", "pattern": "^https?://[^\\s]+$", "x-pattern": "a web address that starts with https:// or http://", "x-text": true, "x-embedded": "template", "examples": ["https://example.org/pay"] }, "secret": { "description": "The name of a secret, sent as bearer token. Its value lives in the environment or the editor's secret storage, never in a file.", "type": "string", "pattern": "^[A-Z][A-Z0-9_]{0,99}$", "x-pattern": "the name of a secret in capitals, digits and '_', never its value", "x-confidential": true, "examples": ["PAYMENT_TOKEN"] }, "headers": { "description": "Headers of the request. {variable} stands for the variable's value; a credential belongs in 'secret'.", "type": "object", "propertyNames": { "description": "The name of a header.", "type": "string", "pattern": "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "x-pattern": "the name of an HTTP header", "examples": ["Accept-Language"] }, "additionalProperties": { "description": "The value of the header.", "type": "string", "x-text": true, "x-embedded": "template", "examples": ["nl"] }, "examples": [{ "Accept-Language": "nl" }], "x-snippets": [{ "label": "headers", "body": "headers:\n  ${1:name}: $2" }] }, "body": { "$ref": "#/$defs/template", "description": "The body of the request, sent as JSON. {variable} in a text stands for the variable's value.", "examples": [{ "to": "{destination}" }], "x-snippets": [{ "label": "body", "body": 'body:\n  ${1:key}: "{${2:variable}}"' }] }, "save": { "description": "What to keep of the answer: each key is a variable, each value a JSON pointer into the answer.", "type": "object", "minProperties": 1, "propertyNames": { "$ref": "#/$defs/variableRef", "x-position": "save" }, "additionalProperties": { "description": "A JSON pointer into the answer, such as /ref or /items/0/id.", "type": "string", "pattern": "^(/([^~]|~[01])*)?$", "x-pattern": "a JSON pointer such as /ref or /items/0/id", "examples": ["/ref"] }, "examples": [{ "reference": "/ref" }], "x-snippets": [{ "label": "save", "body": "save:\n  ${1:variable}: /${2:pointer}" }] }, "onError": { "$ref": "#/$defs/link", "description": "The dialog to go to when the call fails. Without it the bot's error dialog answers.", "x-position": "error-path", "examples": ["general/error"] } }, "examples": [{ "method": "POST", "url": "https://example.org/pay", "secret": "PAYMENT_TOKEN" }], "x-snippets": [{ "label": "http", "body": "http:\n  method: ${1|GET,POST,PUT,PATCH,DELETE|}\n  url: ${2:https://example.org}\n  save:\n    ${3:variable}: /${4:pointer}\n  onError: ${5:dialog}" }] };
var pattern15 = new RegExp("^https?://[^\\s]+$", "u");
var pattern16 = new RegExp("^[A-Z][A-Z0-9_]{0,99}$", "u");
var pattern17 = new RegExp("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "u");
var pattern18 = new RegExp("^(/([^~]|~[01])*)?$", "u");
var schema61 = { "description": "Any value; {variable} in a text stands for the variable's value.", "type": ["object", "array", "string", "number", "boolean", "null"], "x-embedded": "template", "additionalProperties": { "$ref": "#/$defs/template" }, "items": { "$ref": "#/$defs/template" }, "examples": ["{destination}", 1] };
var wrapper0 = { validate: validate151 };
function validate151(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate151.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data != "object" && typeof data !== "string" && !(typeof data == "number" && isFinite(data)) && typeof data !== "boolean") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema61.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (Array.isArray(data)) {
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      if (!wrapper0.validate(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, wrapper0.validate.errors);
        errors = vErrors.length;
      }
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!wrapper0.validate(data[key0], { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key0, rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, wrapper0.validate.errors);
        errors = vErrors.length;
      }
    }
  }
  validate151.errors = vErrors;
  return errors === 0;
}
validate151.evaluated = { "props": true, "items": true, "dynamicProps": false, "dynamicItems": false };
function validate153(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate153.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) < 1) {
      const err0 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate153.errors = vErrors;
  return errors === 0;
}
validate153.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate150(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate150.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.method === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "method" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.url === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "url" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "method" || key0 === "url" || key0 === "secret" || key0 === "headers" || key0 === "body" || key0 === "save" || key0 === "onError")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.method !== void 0) {
      let data0 = data.method;
      if (!(data0 === "GET" || data0 === "POST" || data0 === "PUT" || data0 === "PATCH" || data0 === "DELETE")) {
        const err3 = { instancePath: instancePath + "/method", schemaPath: "#/properties/method/enum", keyword: "enum", params: { allowedValues: schema60.properties.method.enum } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data1 = data.url;
      if (typeof data1 === "string") {
        if (!pattern15.test(data1)) {
          const err4 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s]+$" } };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.secret !== void 0) {
      let data2 = data.secret;
      if (typeof data2 === "string") {
        if (!pattern16.test(data2)) {
          const err6 = { instancePath: instancePath + "/secret", schemaPath: "#/properties/secret/pattern", keyword: "pattern", params: { pattern: "^[A-Z][A-Z0-9_]{0,99}$" } };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/secret", schemaPath: "#/properties/secret/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.headers !== void 0) {
      let data3 = data.headers;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key1 in data3) {
          const _errs9 = errors;
          if (typeof key1 === "string") {
            if (!pattern17.test(key1)) {
              const err8 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          var valid1 = _errs9 === errors;
          if (!valid1) {
            const err10 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key1 } };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        for (const key2 in data3) {
          if (typeof data3[key2] !== "string") {
            const err11 = { instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
      } else {
        const err12 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.body !== void 0) {
      if (!validate151(data.body, { instancePath: instancePath + "/body", parentData: data, parentDataProperty: "body", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate151.errors);
        errors = vErrors.length;
      }
    }
    if (data.save !== void 0) {
      let data6 = data.save;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (Object.keys(data6).length < 1) {
          const err13 = { instancePath: instancePath + "/save", schemaPath: "#/properties/save/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        for (const key3 in data6) {
          const _errs17 = errors;
          if (!validate153(key3, { instancePath: instancePath + "/save", parentData: data6, parentDataProperty: "save", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate153.errors);
            errors = vErrors.length;
          }
          var valid3 = _errs17 === errors;
          if (!valid3) {
            const err14 = { instancePath: instancePath + "/save", schemaPath: "#/properties/save/propertyNames", keyword: "propertyNames", params: { propertyName: key3 } };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        for (const key4 in data6) {
          let data7 = data6[key4];
          if (typeof data7 === "string") {
            if (!pattern18.test(data7)) {
              const err15 = { instancePath: instancePath + "/save/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/save/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^(/([^~]|~[01])*)?$" } };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/save/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/save/additionalProperties/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/save", schemaPath: "#/properties/save/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.onError !== void 0) {
      if (!validate145(data.onError, { instancePath: instancePath + "/onError", parentData: data, parentDataProperty: "onError", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate145.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate150.errors = vErrors;
  return errors === 0;
}
validate150.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate149(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate149.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length > 1) {
      const err0 = { instancePath, schemaPath: "#/maxProperties", keyword: "maxProperties", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (Object.keys(data).length < 1) {
      const err1 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "http" || key0 === "set" || key0 === "clear" || key0 === "language" || key0 === "handover")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.http !== void 0) {
      if (!validate150(data.http, { instancePath: instancePath + "/http", parentData: data, parentDataProperty: "http", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate150.errors);
        errors = vErrors.length;
      }
    }
    if (data.set !== void 0) {
      let data1 = data.set;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (Object.keys(data1).length < 1) {
          const err3 = { instancePath: instancePath + "/set", schemaPath: "#/properties/set/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        for (const key1 in data1) {
          const _errs5 = errors;
          if (!validate153(key1, { instancePath: instancePath + "/set", parentData: data1, parentDataProperty: "set", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate153.errors);
            errors = vErrors.length;
          }
          var valid1 = _errs5 === errors;
          if (!valid1) {
            const err4 = { instancePath: instancePath + "/set", schemaPath: "#/properties/set/propertyNames", keyword: "propertyNames", params: { propertyName: key1 } };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        for (const key2 in data1) {
          let data2 = data1[key2];
          if (typeof data2 === "string") {
            if (func2(data2) < 1) {
              const err5 = { instancePath: instancePath + "/set/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/set/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          } else {
            const err6 = { instancePath: instancePath + "/set/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/set/additionalProperties/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/set", schemaPath: "#/properties/set/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.clear !== void 0) {
      let data3 = data.clear;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          const err8 = { instancePath: instancePath + "/clear", schemaPath: "#/properties/clear/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 !== "string") {
            const err9 = { instancePath: instancePath + "/clear/" + i0, schemaPath: "#/properties/clear/items/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          if (!validate153(data4, { instancePath: instancePath + "/clear/" + i0, parentData: data3, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate153.errors);
            errors = vErrors.length;
          }
        }
        let i1 = data3.length;
        let j0;
        if (i1 > 1) {
          const indices0 = {};
          for (; i1--; ) {
            let item0 = data3[i1];
            if (typeof item0 !== "string") {
              continue;
            }
            if (typeof indices0[item0] == "number") {
              j0 = indices0[item0];
              const err10 = { instancePath: instancePath + "/clear", schemaPath: "#/properties/clear/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
              break;
            }
            indices0[item0] = i1;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/clear", schemaPath: "#/properties/clear/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.language !== void 0) {
      let data5 = data.language;
      if (typeof data5 === "string") {
        if (func2(data5) < 1) {
          const err12 = { instancePath: instancePath + "/language", schemaPath: "#/properties/language/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/language", schemaPath: "#/properties/language/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.handover !== void 0) {
      let data6 = data.handover;
      if (typeof data6 === "string") {
        if (func2(data6) < 1) {
          const err14 = { instancePath: instancePath + "/handover", schemaPath: "#/properties/handover/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/handover", schemaPath: "#/properties/handover/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate149.errors = vErrors;
  return errors === 0;
}
validate149.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate163(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate163.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.text === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "text" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "text" || key0 === "max" || key0 === "next")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.text !== void 0) {
      if (!validate139(data.text, { instancePath: instancePath + "/text", parentData: data, parentDataProperty: "text", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate139.errors);
        errors = vErrors.length;
      }
    }
    if (data.max !== void 0) {
      let data1 = data.max;
      if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
        const err2 = { instancePath: instancePath + "/max", schemaPath: "#/properties/max/type", keyword: "type", params: { type: "integer" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (typeof data1 == "number" && isFinite(data1)) {
        if (data1 > 10 || isNaN(data1)) {
          const err3 = { instancePath: instancePath + "/max", schemaPath: "#/properties/max/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data1 < 1 || isNaN(data1)) {
          const err4 = { instancePath: instancePath + "/max", schemaPath: "#/properties/max/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
    }
    if (data.next !== void 0) {
      if (!validate145(data.next, { instancePath: instancePath + "/next", parentData: data, parentDataProperty: "next", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate145.errors);
        errors = vErrors.length;
      }
    }
    if (data.max !== void 0) {
      if (data.next === void 0) {
        const err5 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
          property: "max",
          missingProperty: "next",
          depsCount: 1,
          deps: "next"
        } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.next !== void 0) {
      if (data.max === void 0) {
        const err6 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
          property: "next",
          missingProperty: "max",
          depsCount: 1,
          deps: "max"
        } };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate163.errors = vErrors;
  return errors === 0;
}
validate163.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate160(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate160.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.text === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "text" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.next === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "next" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "text" || key0 === "entity" || key0 === "save" || key0 === "retry" || key0 === "next")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.text !== void 0) {
      if (!validate139(data.text, { instancePath: instancePath + "/text", parentData: data, parentDataProperty: "text", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate139.errors);
        errors = vErrors.length;
      }
    }
    if (data.entity !== void 0) {
      let data1 = data.entity;
      if (typeof data1 === "string") {
        if (func2(data1) < 1) {
          const err3 = { instancePath: instancePath + "/entity", schemaPath: "#/properties/entity/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/entity", schemaPath: "#/properties/entity/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.save !== void 0) {
      if (!validate153(data.save, { instancePath: instancePath + "/save", parentData: data, parentDataProperty: "save", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate153.errors);
        errors = vErrors.length;
      }
    }
    if (data.retry !== void 0) {
      if (!validate163(data.retry, { instancePath: instancePath + "/retry", parentData: data, parentDataProperty: "retry", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate163.errors);
        errors = vErrors.length;
      }
    }
    if (data.next !== void 0) {
      if (!validate145(data.next, { instancePath: instancePath + "/next", parentData: data, parentDataProperty: "next", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate145.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate160.errors = vErrors;
  return errors === 0;
}
validate160.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate169(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate169.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.next === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "next" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "when" || key0 === "next")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.when !== void 0) {
      let data0 = data.when;
      if (typeof data0 === "string") {
        if (func2(data0) < 1) {
          const err2 = { instancePath: instancePath + "/when", schemaPath: "#/properties/when/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/when", schemaPath: "#/properties/when/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.next !== void 0) {
      if (!validate145(data.next, { instancePath: instancePath + "/next", parentData: data, parentDataProperty: "next", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate145.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate169.errors = vErrors;
  return errors === 0;
}
validate169.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate137(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate137.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data && typeof data == "object" && !Array.isArray(data)) && data !== null) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema53.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "trigger" || key0 === "say" || key0 === "do" || key0 === "ask" || key0 === "goto" || key0 === "next" || key0 === "end" || key0 === "contexts")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.trigger !== void 0) {
      let data0 = data.trigger;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.intent === void 0) {
          const err2 = { instancePath: instancePath + "/trigger", schemaPath: "#/properties/trigger/required", keyword: "required", params: { missingProperty: "intent" } };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        for (const key1 in data0) {
          if (!(key1 === "intent" || key1 === "requires")) {
            const err3 = { instancePath: instancePath + "/trigger", schemaPath: "#/properties/trigger/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        if (data0.intent !== void 0) {
          let data1 = data0.intent;
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              const err4 = { instancePath: instancePath + "/trigger/intent", schemaPath: "#/properties/trigger/properties/intent/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = { instancePath: instancePath + "/trigger/intent", schemaPath: "#/properties/trigger/properties/intent/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data0.requires !== void 0) {
          let data2 = data0.requires;
          if (Array.isArray(data2)) {
            if (data2.length < 1) {
              const err6 = { instancePath: instancePath + "/trigger/requires", schemaPath: "#/properties/trigger/properties/requires/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            const len0 = data2.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data3 = data2[i0];
              if (typeof data3 === "string") {
                if (func2(data3) < 1) {
                  const err7 = { instancePath: instancePath + "/trigger/requires/" + i0, schemaPath: "#/properties/trigger/properties/requires/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                }
              } else {
                const err8 = { instancePath: instancePath + "/trigger/requires/" + i0, schemaPath: "#/properties/trigger/properties/requires/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
            }
            let i1 = data2.length;
            let j0;
            if (i1 > 1) {
              const indices0 = {};
              for (; i1--; ) {
                let item0 = data2[i1];
                if (typeof item0 !== "string") {
                  continue;
                }
                if (typeof indices0[item0] == "number") {
                  j0 = indices0[item0];
                  const err9 = { instancePath: instancePath + "/trigger/requires", schemaPath: "#/properties/trigger/properties/requires/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
                  if (vErrors === null) {
                    vErrors = [err9];
                  } else {
                    vErrors.push(err9);
                  }
                  errors++;
                  break;
                }
                indices0[item0] = i1;
              }
            }
          } else {
            const err10 = { instancePath: instancePath + "/trigger/requires", schemaPath: "#/properties/trigger/properties/requires/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/trigger", schemaPath: "#/properties/trigger/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.say !== void 0) {
      let data4 = data.say;
      if (Array.isArray(data4)) {
        if (data4.length < 1) {
          const err12 = { instancePath: instancePath + "/say", schemaPath: "#/properties/say/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        const len1 = data4.length;
        for (let i2 = 0; i2 < len1; i2++) {
          if (!validate138(data4[i2], { instancePath: instancePath + "/say/" + i2, parentData: data4, parentDataProperty: i2, rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate138.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/say", schemaPath: "#/properties/say/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.do !== void 0) {
      let data6 = data.do;
      if (Array.isArray(data6)) {
        if (data6.length < 1) {
          const err14 = { instancePath: instancePath + "/do", schemaPath: "#/properties/do/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        const len2 = data6.length;
        for (let i3 = 0; i3 < len2; i3++) {
          if (!validate149(data6[i3], { instancePath: instancePath + "/do/" + i3, parentData: data6, parentDataProperty: i3, rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate149.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/do", schemaPath: "#/properties/do/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.ask !== void 0) {
      if (!validate160(data.ask, { instancePath: instancePath + "/ask", parentData: data, parentDataProperty: "ask", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate160.errors);
        errors = vErrors.length;
      }
    }
    if (data.goto !== void 0) {
      let data9 = data.goto;
      if (!Array.isArray(data9) && data9 !== null) {
        const err16 = { instancePath: instancePath + "/goto", schemaPath: "#/properties/goto/type", keyword: "type", params: { type: schema53.properties.goto.type } };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (Array.isArray(data9)) {
        const len3 = data9.length;
        for (let i4 = 0; i4 < len3; i4++) {
          if (!validate169(data9[i4], { instancePath: instancePath + "/goto/" + i4, parentData: data9, parentDataProperty: i4, rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate169.errors);
            errors = vErrors.length;
          }
        }
      }
    }
    if (data.next !== void 0) {
      if (!validate145(data.next, { instancePath: instancePath + "/next", parentData: data, parentDataProperty: "next", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate145.errors);
        errors = vErrors.length;
      }
    }
    if (data.end !== void 0) {
      if (true !== data.end) {
        const err17 = { instancePath: instancePath + "/end", schemaPath: "#/properties/end/const", keyword: "const", params: { allowedValue: true } };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.contexts !== void 0) {
      let data13 = data.contexts;
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        if (Object.keys(data13).length < 1) {
          const err18 = { instancePath: instancePath + "/contexts", schemaPath: "#/properties/contexts/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        for (const key2 in data13) {
          const _errs25 = errors;
          if (!validate130(key2, { instancePath: instancePath + "/contexts", parentData: data13, parentDataProperty: "contexts", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate130.errors);
            errors = vErrors.length;
          }
          var valid11 = _errs25 === errors;
          if (!valid11) {
            const err19 = { instancePath: instancePath + "/contexts", schemaPath: "#/properties/contexts/propertyNames", keyword: "propertyNames", params: { propertyName: key2 } };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        for (const key3 in data13) {
          let data14 = data13[key3];
          if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
            const err20 = { instancePath: instancePath + "/contexts/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/contexts/additionalProperties/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
          if (typeof data14 == "number" && isFinite(data14)) {
            if (data14 > 1e3 || isNaN(data14)) {
              const err21 = { instancePath: instancePath + "/contexts/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/contexts/additionalProperties/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 } };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data14 < 1 || isNaN(data14)) {
              const err22 = { instancePath: instancePath + "/contexts/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/contexts/additionalProperties/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/contexts", schemaPath: "#/properties/contexts/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
  }
  validate137.errors = vErrors;
  return errors === 0;
}
validate137.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate129(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate129.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.flow === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "flow" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "flow" || key0 === "title" || key0 === "description" || key0 === "dialogs")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.flow !== void 0) {
      if (!validate130(data.flow, { instancePath: instancePath + "/flow", parentData: data, parentDataProperty: "flow", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate130.errors);
        errors = vErrors.length;
      }
    }
    if (data.title !== void 0) {
      if (!validate132(data.title, { instancePath: instancePath + "/title", parentData: data, parentDataProperty: "title", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate132.errors);
        errors = vErrors.length;
      }
    }
    if (data.description !== void 0) {
      if (!validate134(data.description, { instancePath: instancePath + "/description", parentData: data, parentDataProperty: "description", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate134.errors);
        errors = vErrors.length;
      }
    }
    if (data.dialogs !== void 0) {
      let data3 = data.dialogs;
      if (!(data3 && typeof data3 == "object" && !Array.isArray(data3)) && data3 !== null) {
        const err2 = { instancePath: instancePath + "/dialogs", schemaPath: "#/properties/dialogs/type", keyword: "type", params: { type: schema49.properties.dialogs.type } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key1 in data3) {
          const _errs7 = errors;
          if (!validate130(key1, { instancePath: instancePath + "/dialogs", parentData: data3, parentDataProperty: "dialogs", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate130.errors);
            errors = vErrors.length;
          }
          var valid1 = _errs7 === errors;
          if (!valid1) {
            const err3 = { instancePath: instancePath + "/dialogs", schemaPath: "#/properties/dialogs/propertyNames", keyword: "propertyNames", params: { propertyName: key1 } };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        for (const key2 in data3) {
          if (!validate137(data3[key2], { instancePath: instancePath + "/dialogs/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data3, parentDataProperty: key2, rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate137.errors);
            errors = vErrors.length;
          }
        }
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate129.errors = vErrors;
  return errors === 0;
}
validate129.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var test = validate175;
function validate176(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate176.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 200) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 200 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (func2(data) < 1) {
      const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate176.errors = vErrors;
  return errors === 0;
}
validate176.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate178(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate178.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) > 1e4) {
      const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 1e4 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate178.errors = vErrors;
  return errors === 0;
}
validate178.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema69 = { "description": "Values of variables by name.", "type": "object", "propertyNames": { "$ref": "flow.schema.json#/$defs/variableRef", "x-position": "test" }, "additionalProperties": { "description": "The value of the variable; null for unset.", "type": ["string", "number", "boolean", "null"], "examples": ["Brussels", 9, null] }, "examples": [{ "destination": "Brussels" }] };
function validate181(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate181.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data === "string") {
    if (func2(data) < 1) {
      const err0 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate181.errors = vErrors;
  return errors === 0;
}
validate181.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate180(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate180.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      const _errs1 = errors;
      if (!validate181(key0, { instancePath, parentData: data, parentDataProperty, rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate181.errors);
        errors = vErrors.length;
      }
      var valid0 = _errs1 === errors;
      if (!valid0) {
        const err0 = { instancePath, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: key0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    for (const key1 in data) {
      let data0 = data[key1];
      if (typeof data0 !== "string" && !(typeof data0 == "number" && isFinite(data0)) && typeof data0 !== "boolean" && data0 !== null) {
        const err1 = { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/type", keyword: "type", params: { type: schema69.additionalProperties.type } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  } else {
    const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  validate180.errors = vErrors;
  return errors === 0;
}
validate180.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema71 = { "title": "Step", "description": "One step: user, press, bot or http.", "type": "object", "additionalProperties": false, "oneOf": [{ "required": ["user"] }, { "required": ["press"] }, { "required": ["bot"] }, { "required": ["http"] }], "dependentSchemas": { "expect": { "anyOf": [{ "required": ["user"] }, { "required": ["press"] }] } }, "properties": { "user": { "description": "What the user says.", "type": "string", "minLength": 1, "x-text": true, "examples": ["I want a ticket to Brussels"] }, "press": { "description": "The label of the button that the user presses.", "type": "string", "minLength": 1, "x-text": true, "examples": ["Pay"] }, "bot": { "description": "The next message that the bot must send, word for word.", "type": "string", "minLength": 1, "x-text": true, "examples": ["For how many people?"] }, "http": { "description": "How a web service answers the next call. A call without its answer fails the test.", "type": "object", "required": ["url", "answer"], "additionalProperties": false, "properties": { "url": { "description": "The address that the bot calls.", "type": "string", "minLength": 1, "x-text": true, "examples": ["https://example.org/pay"] }, "status": { "description": "The HTTP status of the answer. The default is 200.", "type": "integer", "minimum": 100, "maximum": 599, "examples": [200] }, "answer": { "description": "The body of the answer, as JSON.", "type": ["object", "array", "string", "number", "boolean", "null"], "examples": [{ "ref": "AB123456" }] } }, "examples": [{ "url": "https://example.org/pay", "answer": { "ref": "AB123456" } }], "x-snippets": [{ "label": "http", "body": "http:\n  url: ${1:https://example.org}\n  answer:\n    ${2:key}: ${3:value}" }] }, "expect": { "description": "What must hold once the bot has answered.", "type": "object", "minProperties": 1, "additionalProperties": false, "properties": { "intent": { "description": "The intent that was understood.", "type": "string", "minLength": 1, "x-refers": "intent", "x-position": "test", "examples": ["book_train"] }, "dialog": { "description": "The dialog in which the conversation stands, written as flow/dialog.", "type": "string", "minLength": 1, "x-refers": "dialog", "x-position": "test", "examples": ["booking/how_many"] }, "variables": { "$ref": "#/$defs/variableValues", "description": "Values that variables must have.", "examples": [{ "destination": "Brussels" }] }, "entities": { "description": "Entities that must have been found in the message, each with a value.", "type": "object", "minProperties": 1, "propertyNames": { "description": "The name of an entity.", "type": "string", "minLength": 1, "x-refers": "entity", "x-position": "test", "examples": ["station"] }, "additionalProperties": { "description": "The value of the entity: for a list the value itself, not the synonym that was written.", "type": ["string", "number", "boolean"], "examples": ["Brussels", 9] }, "examples": [{ "station": "Brussels" }] }, "contexts": { "description": "Contexts that must be active once the bot has answered.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "A context that must be active.", "type": "string", "minLength": 1, "x-refers": "context", "x-position": "test", "examples": ["confirm_booking"] }, "examples": [["confirm_booking"]] } }, "examples": [{ "intent": "book_train", "dialog": "booking/how_many" }], "x-snippets": [{ "label": "expect", "body": "expect:\n  dialog: ${1:flow/dialog}" }] } }, "examples": [{ "user": "hello", "expect": { "intent": "greet" } }], "x-snippets": [{ "label": "user", "body": "user: $0" }, { "label": "bot", "body": "bot: $0" }, { "label": "press", "body": "press: $0" }] };
function validate184(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate184.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.user === void 0) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: "user" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.press === void 0) {
      const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: "press" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
    const _errs4 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.bot === void 0) {
        const err2 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: "bot" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
      }
      const _errs5 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.http === void 0) {
          const err3 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: "http" } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      var _valid0 = _errs5 === errors;
      if (_valid0 && valid0) {
        valid0 = false;
        passing0 = [passing0, 3];
      } else {
        if (_valid0) {
          valid0 = true;
          passing0 = 3;
        }
      }
    }
  }
  if (!valid0) {
    const err4 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 } };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "user" || key0 === "press" || key0 === "bot" || key0 === "http" || key0 === "expect")) {
        const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.user !== void 0) {
      let data0 = data.user;
      if (typeof data0 === "string") {
        if (func2(data0) < 1) {
          const err6 = { instancePath: instancePath + "/user", schemaPath: "#/properties/user/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/user", schemaPath: "#/properties/user/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.press !== void 0) {
      let data1 = data.press;
      if (typeof data1 === "string") {
        if (func2(data1) < 1) {
          const err8 = { instancePath: instancePath + "/press", schemaPath: "#/properties/press/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/press", schemaPath: "#/properties/press/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.bot !== void 0) {
      let data2 = data.bot;
      if (typeof data2 === "string") {
        if (func2(data2) < 1) {
          const err10 = { instancePath: instancePath + "/bot", schemaPath: "#/properties/bot/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/bot", schemaPath: "#/properties/bot/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.http !== void 0) {
      let data3 = data.http;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.url === void 0) {
          const err12 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/required", keyword: "required", params: { missingProperty: "url" } };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (data3.answer === void 0) {
          const err13 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/required", keyword: "required", params: { missingProperty: "answer" } };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        for (const key1 in data3) {
          if (!(key1 === "url" || key1 === "status" || key1 === "answer")) {
            const err14 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data3.url !== void 0) {
          let data4 = data3.url;
          if (typeof data4 === "string") {
            if (func2(data4) < 1) {
              const err15 = { instancePath: instancePath + "/http/url", schemaPath: "#/properties/http/properties/url/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/http/url", schemaPath: "#/properties/http/properties/url/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data3.status !== void 0) {
          let data5 = data3.status;
          if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
            const err17 = { instancePath: instancePath + "/http/status", schemaPath: "#/properties/http/properties/status/type", keyword: "type", params: { type: "integer" } };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          if (typeof data5 == "number" && isFinite(data5)) {
            if (data5 > 599 || isNaN(data5)) {
              const err18 = { instancePath: instancePath + "/http/status", schemaPath: "#/properties/http/properties/status/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data5 < 100 || isNaN(data5)) {
              const err19 = { instancePath: instancePath + "/http/status", schemaPath: "#/properties/http/properties/status/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 } };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          }
        }
        if (data3.answer !== void 0) {
          let data6 = data3.answer;
          if (typeof data6 != "object" && typeof data6 !== "string" && !(typeof data6 == "number" && isFinite(data6)) && typeof data6 !== "boolean") {
            const err20 = { instancePath: instancePath + "/http/answer", schemaPath: "#/properties/http/properties/answer/type", keyword: "type", params: { type: schema71.properties.http.properties.answer.type } };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
      } else {
        const err21 = { instancePath: instancePath + "/http", schemaPath: "#/properties/http/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.expect !== void 0) {
      let data7 = data.expect;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        if (Object.keys(data7).length < 1) {
          const err22 = { instancePath: instancePath + "/expect", schemaPath: "#/properties/expect/minProperties", keyword: "minProperties", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        for (const key2 in data7) {
          if (!(key2 === "intent" || key2 === "dialog" || key2 === "variables" || key2 === "entities" || key2 === "contexts")) {
            const err23 = { instancePath: instancePath + "/expect", schemaPath: "#/properties/expect/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data7.intent !== void 0) {
          let data8 = data7.intent;
          if (typeof data8 === "string") {
            if (func2(data8) < 1) {
              const err24 = { instancePath: instancePath + "/expect/intent", schemaPath: "#/properties/expect/properties/intent/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          } else {
            const err25 = { instancePath: instancePath + "/expect/intent", schemaPath: "#/properties/expect/properties/intent/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data7.dialog !== void 0) {
          let data9 = data7.dialog;
          if (typeof data9 === "string") {
            if (func2(data9) < 1) {
              const err26 = { instancePath: instancePath + "/expect/dialog", schemaPath: "#/properties/expect/properties/dialog/minLength", keyword: "minLength", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          } else {
            const err27 = { instancePath: instancePath + "/expect/dialog", schemaPath: "#/properties/expect/properties/dialog/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
        if (data7.variables !== void 0) {
          if (!validate180(data7.variables, { instancePath: instancePath + "/expect/variables", parentData: data7, parentDataProperty: "variables", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate180.errors);
            errors = vErrors.length;
          }
        }
        if (data7.entities !== void 0) {
          let data11 = data7.entities;
          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
            if (Object.keys(data11).length < 1) {
              const err28 = { instancePath: instancePath + "/expect/entities", schemaPath: "#/properties/expect/properties/entities/minProperties", keyword: "minProperties", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            for (const key3 in data11) {
              const _errs32 = errors;
              if (typeof key3 === "string") {
                if (func2(key3) < 1) {
                  const err29 = { instancePath: instancePath + "/expect/entities", schemaPath: "#/properties/expect/properties/entities/propertyNames/minLength", keyword: "minLength", params: { limit: 1 }, propertyName: key3 };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
              } else {
                const err30 = { instancePath: instancePath + "/expect/entities", schemaPath: "#/properties/expect/properties/entities/propertyNames/type", keyword: "type", params: { type: "string" }, propertyName: key3 };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
              var valid4 = _errs32 === errors;
              if (!valid4) {
                const err31 = { instancePath: instancePath + "/expect/entities", schemaPath: "#/properties/expect/properties/entities/propertyNames", keyword: "propertyNames", params: { propertyName: key3 } };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
            for (const key4 in data11) {
              let data12 = data11[key4];
              if (typeof data12 !== "string" && !(typeof data12 == "number" && isFinite(data12)) && typeof data12 !== "boolean") {
                const err32 = { instancePath: instancePath + "/expect/entities/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/expect/properties/entities/additionalProperties/type", keyword: "type", params: { type: schema71.properties.expect.properties.entities.additionalProperties.type } };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
            }
          } else {
            const err33 = { instancePath: instancePath + "/expect/entities", schemaPath: "#/properties/expect/properties/entities/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data7.contexts !== void 0) {
          let data13 = data7.contexts;
          if (Array.isArray(data13)) {
            if (data13.length < 1) {
              const err34 = { instancePath: instancePath + "/expect/contexts", schemaPath: "#/properties/expect/properties/contexts/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            const len0 = data13.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data14 = data13[i0];
              if (typeof data14 === "string") {
                if (func2(data14) < 1) {
                  const err35 = { instancePath: instancePath + "/expect/contexts/" + i0, schemaPath: "#/properties/expect/properties/contexts/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
              } else {
                const err36 = { instancePath: instancePath + "/expect/contexts/" + i0, schemaPath: "#/properties/expect/properties/contexts/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
            let i1 = data13.length;
            let j0;
            if (i1 > 1) {
              const indices0 = {};
              for (; i1--; ) {
                let item0 = data13[i1];
                if (typeof item0 !== "string") {
                  continue;
                }
                if (typeof indices0[item0] == "number") {
                  j0 = indices0[item0];
                  const err37 = { instancePath: instancePath + "/expect/contexts", schemaPath: "#/properties/expect/properties/contexts/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } };
                  if (vErrors === null) {
                    vErrors = [err37];
                  } else {
                    vErrors.push(err37);
                  }
                  errors++;
                  break;
                }
                indices0[item0] = i1;
              }
            }
          } else {
            const err38 = { instancePath: instancePath + "/expect/contexts", schemaPath: "#/properties/expect/properties/contexts/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
      } else {
        const err39 = { instancePath: instancePath + "/expect", schemaPath: "#/properties/expect/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.expect !== void 0) {
      const _errs42 = errors;
      let valid10 = false;
      const _errs43 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.user === void 0) {
          const err40 = { instancePath, schemaPath: "#/dependentSchemas/expect/anyOf/0/required", keyword: "required", params: { missingProperty: "user" } };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      }
      var _valid1 = _errs43 === errors;
      valid10 = valid10 || _valid1;
      const _errs44 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.press === void 0) {
          const err41 = { instancePath, schemaPath: "#/dependentSchemas/expect/anyOf/1/required", keyword: "required", params: { missingProperty: "press" } };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      }
      var _valid1 = _errs44 === errors;
      valid10 = valid10 || _valid1;
      if (!valid10) {
        const err42 = { instancePath, schemaPath: "#/dependentSchemas/expect/anyOf", keyword: "anyOf", params: {} };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      } else {
        errors = _errs42;
        if (vErrors !== null) {
          if (_errs42) {
            vErrors.length = _errs42;
          } else {
            vErrors = null;
          }
        }
      }
    }
  } else {
    const err43 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err43];
    } else {
      vErrors.push(err43);
    }
    errors++;
  }
  validate184.errors = vErrors;
  return errors === 0;
}
validate184.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern19 = new RegExp("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})$", "u");
function validate175(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate175.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.test === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "test" } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.steps === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "steps" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "test" || key0 === "title" || key0 === "description" || key0 === "language" || key0 === "given" || key0 === "steps")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.test !== void 0) {
      let data0 = data.test;
      if (typeof data0 === "string") {
        if (func2(data0) > 200) {
          const err3 = { instancePath: instancePath + "/test", schemaPath: "#/properties/test/maxLength", keyword: "maxLength", params: { limit: 200 } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err4 = { instancePath: instancePath + "/test", schemaPath: "#/properties/test/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/test", schemaPath: "#/properties/test/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.title !== void 0) {
      if (!validate176(data.title, { instancePath: instancePath + "/title", parentData: data, parentDataProperty: "title", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate176.errors);
        errors = vErrors.length;
      }
    }
    if (data.description !== void 0) {
      if (!validate178(data.description, { instancePath: instancePath + "/description", parentData: data, parentDataProperty: "description", rootData, dynamicAnchors })) {
        vErrors = joinErrors(vErrors, validate178.errors);
        errors = vErrors.length;
      }
    }
    if (data.language !== void 0) {
      let data3 = data.language;
      if (typeof data3 === "string") {
        if (func2(data3) < 1) {
          const err6 = { instancePath: instancePath + "/language", schemaPath: "#/properties/language/minLength", keyword: "minLength", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/language", schemaPath: "#/properties/language/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.given !== void 0) {
      let data4 = data.given;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (const key1 in data4) {
          if (!(key1 === "now" || key1 === "variables")) {
            const err8 = { instancePath: instancePath + "/given", schemaPath: "#/properties/given/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data4.now !== void 0) {
          let data5 = data4.now;
          if (typeof data5 === "string") {
            if (!pattern19.test(data5)) {
              const err9 = { instancePath: instancePath + "/given/now", schemaPath: "#/properties/given/properties/now/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})$" } };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/given/now", schemaPath: "#/properties/given/properties/now/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data4.variables !== void 0) {
          if (!validate180(data4.variables, { instancePath: instancePath + "/given/variables", parentData: data4, parentDataProperty: "variables", rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate180.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/given", schemaPath: "#/properties/given/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.steps !== void 0) {
      let data7 = data.steps;
      if (Array.isArray(data7)) {
        if (data7.length < 1) {
          const err12 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/minItems", keyword: "minItems", params: { limit: 1 } };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate184(data7[i0], { instancePath: instancePath + "/steps/" + i0, parentData: data7, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = joinErrors(vErrors, validate184.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" } };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate175.errors = vErrors;
  return errors === 0;
}
validate175.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var MAX_ERRORS = 1e3;
function joinErrors(known, more) {
  if (known === null) return more;
  for (const error of more) {
    if (known.length >= MAX_ERRORS) break;
    known.push(error);
  }
  return known;
}
/** @type {import('ajv').ValidateFunction} */
export const botValidator = bot;
/** @type {import('ajv').ValidateFunction} */
export const intentValidator = intent;
/** @type {import('ajv').ValidateFunction} */
export const entityValidator = entity;
/** @type {import('ajv').ValidateFunction} */
export const flowValidator = flow;
/** @type {import('ajv').ValidateFunction} */
export const testValidator = test;
