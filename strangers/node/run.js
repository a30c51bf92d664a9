'use strict';
// What a program does with Alibaba Cloud's client for Node.js, signing with an access key.
const { setTimeout: sleep } = require('node:timers/promises');
const alb20200616 = require('@alicloud/alb20200616');
const { $OpenApiUtil } = require('@alicloud/openapi-core');

const env = process.env;

function step(text) {
  console.log('ok  ' + text);
}

function same(what, seen, expected) {
  if (JSON.stringify(seen) !== JSON.stringify(expected)) {
    console.error(`DIFFERENT  ${what}: saw ${JSON.stringify(seen)}, expected ${JSON.stringify(expected)}`);
    process.exit(1);
  }
}

async function codeOf(what, call) {
  try {
    await call();
  } catch (refusal) {
    if (refusal.code) return refusal.code;
    throw refusal;
  }
  same(what, 'success', 'a refusal');
}

async function temper(wish) {
  const answer = await fetch(env.CLOUDLB_TESTKIT_URI + '/_testkit/tempers', { method: 'POST', body: JSON.stringify(wish) });
  same('answer to ' + wish.temper, answer.status, 204);
}

function client(secret) {
  return new alb20200616.default(new $OpenApiUtil.Config({
    accessKeyId: env.ALIBABA_CLOUD_ACCESS_KEY_ID,
    accessKeySecret: secret,
    regionId: 'cn-hangzhou',
    protocol: 'HTTP',
    endpoint: env.ALB_ENDPOINT,
  }));
}

const alb = client(env.ALIBABA_CLOUD_ACCESS_KEY_SECRET);
let groupId;

const server = (n, more) => ({ serverId: 'ecs-' + n, serverType: 'Ecs', port: 8080, ...more });
const group = (more) => new alb20200616.CreateServerGroupRequest({
  serverGroupName: 'web',
  vpcId: 'vpc-testkit',
  protocol: 'HTTP',
  healthCheckConfig: new alb20200616.CreateServerGroupRequestHealthCheckConfig({ healthCheckEnabled: false }),
  ...more,
});
const adding = (from, to) => {
  const servers = [];
  for (let n = from; n <= to; n++) {
    servers.push(new alb20200616.AddServersToServerGroupRequestServers(server(n)));
  }
  return new alb20200616.AddServersToServerGroupRequest({ serverGroupId: groupId, servers });
};
const removing = (n) => new alb20200616.RemoveServersFromServerGroupRequest({
  serverGroupId: groupId,
  servers: [new alb20200616.RemoveServersFromServerGroupRequestServers(server(n))],
});

async function job(id) {
  for (let looks = 0; looks < 150; looks++) {
    const { body } = await alb.listAsynJobs(new alb20200616.ListAsynJobsRequest({ jobIds: [id] }));
    if (body.jobs[0].status !== 'Processing') return body.jobs[0];
    await sleep(200);
  }
  same('job ' + id + ' after 30 s', 'Processing', 'an end');
}

async function done(id) {
  same('end of job ' + id, (await job(id)).status, 'Succeeded');
}

async function all(list, request, items) {
  const found = [];
  do {
    const { body } = await list(request);
    found.push(...body[items]);
    request.nextToken = body.nextToken;
  } while (request.nextToken);
  return found;
}

const servers = () => all((request) => alb.listServerGroupServers(request),
  new alb20200616.ListServerGroupServersRequest({ serverGroupId: groupId, maxResults: 2 }), 'servers');

async function main() {
  console.log('client  @alicloud/alb20200616 ' + require('@alicloud/alb20200616/package.json').version);

  same('groups', (await alb.listServerGroups(new alb20200616.ListServerGroupsRequest({}))).body.serverGroups, []);
  same('code for a wrong secret', await codeOf('a wrong secret',
    () => client('another').listServerGroups(new alb20200616.ListServerGroupsRequest({}))), 'SignatureDoesNotMatch');
  step('sign with the access key; a wrong secret is refused');

  await temper({ temper: 'jobsTake', duration: 1 });
  same('code of a dry run', await codeOf('a dry run', () => alb.createServerGroup(group({ dryRun: true }))),
    'DryRunOperation');
  const made = (await alb.createServerGroup(group({ clientToken: 'node-1' }))).body;
  groupId = made.serverGroupId;
  same('group of the same token', (await alb.createServerGroup(group({ clientToken: 'node-1' }))).body.serverGroupId,
    groupId);
  await done(made.jobId);
  step('create a server group, dry and in earnest, twice with one token; wait');

  const added = (await alb.addServersToServerGroup(adding(1, 5))).body.jobId;
  same('code while the group is changed', await codeOf('a change too early',
    () => alb.addServersToServerGroup(adding(6, 6))), 'IncorrectStatus.ServerGroup');
  await done(added);
  step('add five servers; a change too early is refused; wait');

  same('servers in pages of two', (await servers()).map((one) => one.serverId).sort(),
    ['ecs-1', 'ecs-2', 'ecs-3', 'ecs-4', 'ecs-5']);
  for (let n = 1; n <= 4; n++) {
    await alb.createServerGroup(group({ serverGroupName: 'page-' + n }));
  }
  same('groups in pages of two', (await all((request) => alb.listServerGroups(request),
    new alb20200616.ListServerGroupsRequest({ maxResults: 2 }), 'serverGroups')).length, 5);
  step('list servers and groups in pages of two');

  await done((await alb.updateServerGroupServersAttribute(new alb20200616.UpdateServerGroupServersAttributeRequest({
    serverGroupId: groupId,
    servers: [new alb20200616.UpdateServerGroupServersAttributeRequestServers(server(2, { weight: 0 }))],
  }))).body.jobId);
  same('weight', (await servers()).find((one) => one.serverId === 'ecs-2').weight, 0);
  step('drain a server by weight 0 and wait');

  await done((await alb.removeServersFromServerGroup(removing(2))).body.jobId);
  same('servers left', (await servers()).length, 4);
  step('remove the server and wait');

  await temper({ temper: 'jobFails', code: 'OperationFailed.Test' });
  const failed = await job((await alb.removeServersFromServerGroup(removing(3))).body.jobId);
  same('end of the job', [failed.status, failed.errorCode], ['Failed', 'OperationFailed.Test']);
  same('servers left', (await servers()).length, 4);
  step('sees a job fail, which changes nothing');

  await temper({ temper: 'throttle', on: 'RemoveServersFromServerGroup' });
  same('code for too many calls', (await codeOf('a call too many',
    () => alb.removeServersFromServerGroup(removing(3)))).startsWith('Throttling'), true);
  step('is told that there are too many calls');

  await temper({ temper: 'clockSkew', ahead: 960 });
  same('code for a date 16 minutes off', await codeOf('a date 16 minutes off',
    () => alb.removeServersFromServerGroup(removing(3))), 'InvalidTimeStamp.Expired');
  await temper({ temper: 'clockSkew', ahead: 0 });
  step('is told that its clock is 16 minutes off');

  await done((await alb.deleteServerGroup(new alb20200616.DeleteServerGroupRequest({ serverGroupId: groupId }))).body
    .jobId);
  same('groups of this id', (await alb.listServerGroups(
    new alb20200616.ListServerGroupsRequest({ serverGroupIds: [groupId] }))).body.serverGroups, []);
  step('delete the server group and wait');
}

main().catch((failure) => {
  console.error(failure);
  process.exit(1);
});
