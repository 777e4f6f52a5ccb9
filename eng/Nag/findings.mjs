// Writes what cdk-nag finds in templates, synthesized or written by hand, to a JSON file: an object of finding -> names of the templates.
// Usage: node eng/Nag/findings.mjs FINDINGS.json TEMPLATE...
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { App, DefaultStackSynthesizer, Stack, Validations } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import * as nag from 'cdk-nag';

const [output, ...templates] = process.argv.slice(2);
const outdir = mkdtempSync(join(tmpdir(), 'batch-resource-nag-'));
const app = new App({ outdir, analyticsReporting: false, stackTraces: false });
for (const templateFile of templates) {
  // A synthesized template brings the rule about the bootstrap version along.
  const synthesizer = new DefaultStackSynthesizer({ generateBootstrapVersionRule: false });
  const stack = new Stack(app, basename(templateFile).replace(/\..*$/, ''), { synthesizer });
  new CfnInclude(stack, 'Template', { templateFile });
}

const packs = [new nag.AwsSolutionsChecks(app), new nag.ServerlessChecks(app), new nag.NIST80053R5Checks(app)];
Validations.of(app).addPlugins(...packs);
const report = join(outdir, 'validation-report.json');
try {
  app.synth();
} catch (error) {
  // The CDK throws because there are findings. Without a report, it threw for another reason.
  if (!existsSync(report)) throw error;
}

const reports = JSON.parse(readFileSync(report, 'utf8')).pluginReports;
const findings = {};
for (const pack of packs) {
  const found = reports.find((candidate) => candidate.pluginName === pack.name);
  if (!found) throw new Error(`cdk-nag has not reported on ${pack.name}`);
  for (const { ruleName, violatingConstructs } of found.violations) {
    const stacks = violatingConstructs.map(({ constructPath }) => constructPath.split('/')[0]);
    findings[ruleName] = [...new Set([...(findings[ruleName] ?? []), ...stacks])].sort();
  }
}
writeFileSync(output, JSON.stringify(findings, null, 2));
rmSync(outdir, { recursive: true });

// The CDK makes the exit code that of a failure when there are findings.
process.exitCode = 0;
