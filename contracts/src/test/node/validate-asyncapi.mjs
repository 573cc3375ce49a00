// Validates an AsyncAPI document with the reference parser and prints what it found, one diagnostic a line.
import { fromFile, Parser } from '@asyncapi/parser';

const ERROR = 0;
const { document, diagnostics } = await fromFile(new Parser(), process.argv[2]).parse();
for (const finding of diagnostics) {
  console.log(`${finding.severity} ${finding.path.join('/')} ${finding.message}`);
}
const valid = document !== undefined && !diagnostics.some((finding) => finding.severity === ERROR);
console.log(valid ? `valid: ${document.channels().length} channels, ${document.messages().length} messages` : 'invalid');
process.exit(valid ? 0 : 1);
