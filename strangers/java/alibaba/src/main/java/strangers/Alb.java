package strangers;

import static strangers.Steps.await;
import static strangers.Steps.refused;
import static strangers.Steps.same;
import static strangers.Steps.step;
import static strangers.Steps.temper;
import static strangers.Steps.variable;

import com.aliyun.alb20200616.Client;
import com.aliyun.alb20200616.models.*;
import com.aliyun.alb20200616.models.ListServerGroupServersResponseBody.ListServerGroupServersResponseBodyServers;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Alibaba Cloud's Java client for ALB, signing with an access key. */
final class Alb {
    private final Client alb = client(variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET"));
    private String group;
    private String loadBalancer;
    private String listener;

    private Alb() throws Exception {}

    public static void main(String[] arguments) {
        Steps.run("com.aliyun", "alb20200616", () -> new Alb().run());
    }

    private static Client client(String secret) throws Exception {
        return new Client(new Config()
                .setAccessKeyId(variable("ALIBABA_CLOUD_ACCESS_KEY_ID"))
                .setAccessKeySecret(secret)
                .setRegionId("cn-hangzhou")
                .setProtocol("HTTP")
                .setEndpoint(variable("ALB_ENDPOINT")));
    }

    private void run() throws Exception {
        signs();
        createsAGroup();
        createsALoadBalancer();
        addsServers();
        pages();
        drains();
        removes();
        isHeldOff();
        deletes();
    }

    private void signs() throws Exception {
        same("groups", alb.listServerGroups(new ListServerGroupsRequest()).getBody().getServerGroups(), List.of());
        same("code for a wrong secret", refused("a wrong secret", TeaException.class,
                () -> client("another").listServerGroups(new ListServerGroupsRequest())).getCode(),
                "SignatureDoesNotMatch");
        step("sign with the access key; a wrong secret is refused");
    }

    private CreateServerGroupRequest web(boolean dryRun, String token) {
        return new CreateServerGroupRequest()
                .setServerGroupName("web")
                .setVpcId("vpc-testkit")
                .setProtocol("HTTP")
                .setHealthCheckConfig(new CreateServerGroupRequest.CreateServerGroupRequestHealthCheckConfig()
                        .setHealthCheckEnabled(false))
                .setDryRun(dryRun)
                .setClientToken(token);
    }

    private void createsAGroup() throws Exception {
        temper("'temper': 'jobsTake', 'duration': 1");
        same("code of a dry run", refused("a dry run", TeaException.class,
                () -> alb.createServerGroup(web(true, null))).getCode(), "DryRunOperation");
        String token = UUID.randomUUID().toString();
        CreateServerGroupResponseBody made = alb.createServerGroup(web(false, token)).getBody();
        group = made.getServerGroupId();
        same("group of the same token", alb.createServerGroup(web(false, token)).getBody().getServerGroupId(), group);
        done(made.getJobId());
        same("status of the group", status(), "Available");
        step("create a server group, dry and in earnest, twice with one token; wait");
    }

    private String status() throws Exception {
        return alb.listServerGroups(new ListServerGroupsRequest().setServerGroupIds(List.of(group)))
                .getBody().getServerGroups().get(0).getServerGroupStatus();
    }

    private ListAsynJobsResponseBody.ListAsynJobsResponseBodyJobs job(String id) throws Exception {
        return alb.listAsynJobs(new ListAsynJobsRequest().setJobIds(List.of(id))).getBody().getJobs().get(0);
    }

    private void done(String job) throws Exception {
        same("end of job " + job, await("job", () -> job(job).getStatus(), seen -> !seen.equals("Processing")),
                "Succeeded");
    }

    private void createsALoadBalancer() throws Exception {
        loadBalancer = alb.createLoadBalancer(new CreateLoadBalancerRequest()
                        .setLoadBalancerName("shop")
                        .setLoadBalancerEdition("Standard")
                        .setAddressType("Intranet")
                        .setVpcId("vpc-testkit")
                        .setLoadBalancerBillingConfig(
                                new CreateLoadBalancerRequest.CreateLoadBalancerRequestLoadBalancerBillingConfig()
                                        .setPayType("PostPay"))
                        .setZoneMappings(List.of(zone("h"), zone("i"))))
                .getBody().getLoadBalancerId();
        await("load balancer", () -> alb.getLoadBalancerAttribute(
                        new GetLoadBalancerAttributeRequest().setLoadBalancerId(loadBalancer))
                .getBody().getLoadBalancerStatus(), "Active"::equals);
        step("create a load balancer and wait for it");

        CreateListenerResponseBody made = alb.createListener(new CreateListenerRequest()
                        .setLoadBalancerId(loadBalancer)
                        .setListenerProtocol("HTTP")
                        .setListenerPort(80)
                        .setDefaultActions(List.of(new CreateListenerRequest.CreateListenerRequestDefaultActions()
                                .setType("ForwardGroup")
                                .setForwardGroupConfig(new CreateListenerRequest
                                        .CreateListenerRequestDefaultActionsForwardGroupConfig()
                                        .setServerGroupTuples(List.of(new CreateListenerRequest
                                                .CreateListenerRequestDefaultActionsForwardGroupConfigServerGroupTuples()
                                                .setServerGroupId(group)))))))
                .getBody();
        listener = made.getListenerId();
        done(made.getJobId());
        GetListenerAttributeResponseBody shown =
                alb.getListenerAttribute(new GetListenerAttributeRequest().setListenerId(listener)).getBody();
        same("status of the listener", shown.getListenerStatus(), "Running");
        same("its group", shown.getDefaultActions().get(0).getForwardGroupConfig().getServerGroupTuples().get(0)
                .getServerGroupId(), group);
        step("create a listener that forwards to the group, and wait");
    }

    private static CreateLoadBalancerRequest.CreateLoadBalancerRequestZoneMappings zone(String name) {
        return new CreateLoadBalancerRequest.CreateLoadBalancerRequestZoneMappings()
                .setZoneId("cn-hangzhou-" + name)
                .setVSwitchId("vsw-testkit-" + name);
    }

    private AddServersToServerGroupRequest servers(int from, int to) {
        return new AddServersToServerGroupRequest()
                .setServerGroupId(group)
                .setServers(IntStream.rangeClosed(from, to)
                        .mapToObj(n -> new AddServersToServerGroupRequest.AddServersToServerGroupRequestServers()
                                .setServerId("ecs-" + n)
                                .setServerType("Ecs")
                                .setPort(8080))
                        .toList());
    }

    private void addsServers() throws Exception {
        String job = alb.addServersToServerGroup(servers(1, 5)).getBody().getJobId();
        same("code while the group is changed", refused("a change too early", TeaException.class,
                () -> alb.addServersToServerGroup(servers(6, 6))).getCode(), "IncorrectStatus.ServerGroup");
        done(job);
        for (ListServerGroupServersResponseBodyServers server : list(null)) {
            same("status of " + server.getServerId(), server.getStatus(), "Available");
        }
        step("add five servers; a change too early is refused; wait");
    }

    /** All servers, or one, in pages of two. */
    private List<ListServerGroupServersResponseBodyServers> list(String server) throws Exception {
        ListServerGroupServersRequest request =
                new ListServerGroupServersRequest().setServerGroupId(group).setMaxResults(2);
        if (server != null) {
            request.setServerIds(List.of(server));
        }
        List<ListServerGroupServersResponseBodyServers> all = new ArrayList<>();
        ListServerGroupServersResponseBody page;
        do {
            page = alb.listServerGroupServers(request).getBody();
            all.addAll(page.getServers());
            request.setNextToken(page.getNextToken());
        } while (page.getNextToken() != null && !page.getNextToken().isEmpty());
        return all;
    }

    private void pages() throws Exception {
        same("servers in pages of two",
                list(null).stream().map(server -> server.getServerId()).sorted().toList(),
                IntStream.rangeClosed(1, 5).mapToObj(n -> "ecs-" + n).toList());
        for (int n = 1; n <= 4; n++) {
            alb.createServerGroup(web(false, null).setServerGroupName("page-" + n));
        }
        ListServerGroupsRequest request = new ListServerGroupsRequest().setMaxResults(2);
        int groups = 0;
        ListServerGroupsResponseBody page;
        do {
            page = alb.listServerGroups(request).getBody();
            groups += page.getServerGroups().size();
            request.setNextToken(page.getNextToken());
        } while (page.getNextToken() != null && !page.getNextToken().isEmpty());
        same("groups in pages of two", groups, 5);
        step("list servers and groups in pages of two");
    }

    private void drains() throws Exception {
        done(alb.updateServerGroupServersAttribute(new UpdateServerGroupServersAttributeRequest()
                        .setServerGroupId(group)
                        .setServers(List.of(new UpdateServerGroupServersAttributeRequest
                                .UpdateServerGroupServersAttributeRequestServers()
                                .setServerId("ecs-2")
                                .setServerType("Ecs")
                                .setPort(8080)
                                .setWeight(0))))
                .getBody().getJobId());
        same("weight", list("ecs-2").get(0).getWeight(), 0);
        step("drain a server by weight 0 and wait");
    }

    private String remove(String server) throws Exception {
        return alb.removeServersFromServerGroup(new RemoveServersFromServerGroupRequest()
                        .setServerGroupId(group)
                        .setServers(List.of(new RemoveServersFromServerGroupRequest
                                .RemoveServersFromServerGroupRequestServers()
                                .setServerId(server)
                                .setServerType("Ecs")
                                .setPort(8080))))
                .getBody().getJobId();
    }

    private void removes() throws Exception {
        done(remove("ecs-2"));
        same("servers left", list(null).size(), 4);
        step("remove the server and wait");
    }

    private void isHeldOff() throws Exception {
        temper("'temper': 'throttle', 'on': 'RemoveServersFromServerGroup'");
        same("code for too many calls",
                refused("a call too many", TeaException.class, () -> remove("ecs-3")).getCode().startsWith("Throttling"),
                true);
        step("is told that there are too many calls");

        temper("'temper': 'jobFails', 'code': 'OperationFailed.Test'");
        String job = remove("ecs-3");
        same("end of the job", await("job", () -> job(job).getStatus(), seen -> !seen.equals("Processing")), "Failed");
        same("code of the job", job(job).getErrorCode(), "OperationFailed.Test");
        same("servers left", list(null).size(), 4);
        step("sees a job fail, which changes nothing");

        temper("'temper': 'clockSkew', 'ahead': 960");
        same("code for a date 16 minutes off",
                refused("a date 16 minutes off", TeaException.class, () -> remove("ecs-3")).getCode(),
                "InvalidTimeStamp.Expired");
        temper("'temper': 'clockSkew', 'ahead': 0");
        step("is told that its clock is 16 minutes off");
    }

    private void deletes() throws Exception {
        same("code for what is in use", refused("deleting what is in use", TeaException.class,
                () -> alb.deleteServerGroup(new DeleteServerGroupRequest().setServerGroupId(group))).getCode(),
                "ResourceInUse.ServerGroup");
        done(alb.deleteListener(new DeleteListenerRequest().setListenerId(listener)).getBody().getJobId());
        done(alb.deleteLoadBalancer(new DeleteLoadBalancerRequest().setLoadBalancerId(loadBalancer))
                .getBody().getJobId());
        done(alb.deleteServerGroup(new DeleteServerGroupRequest().setServerGroupId(group)).getBody().getJobId());
        same("groups of this id", alb.listServerGroups(
                new ListServerGroupsRequest().setServerGroupIds(List.of(group))).getBody().getServerGroups(), List.of());
        same("load balancers", alb.listLoadBalancers(new ListLoadBalancersRequest()).getBody().getLoadBalancers(),
                List.of());
        step("delete listener, load balancer and group; a group in use is kept");
    }
}
