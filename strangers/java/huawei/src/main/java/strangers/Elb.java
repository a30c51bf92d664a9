package strangers;

import static strangers.Steps.await;
import static strangers.Steps.journal;
import static strangers.Steps.refused;
import static strangers.Steps.same;
import static strangers.Steps.step;
import static strangers.Steps.temper;
import static strangers.Steps.variable;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.elb.v2.ElbClient;
import com.huaweicloud.sdk.elb.v2.model.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Huawei's client with an access key, through its API of version 2, against Open Telekom Cloud's dialect. */
final class Elb {
    private final ElbClient elb = client(variable("HUAWEICLOUD_SDK_SK"));
    private String loadBalancer;
    private String listener;
    private String pool;
    private String monitor;

    public static void main(String[] arguments) {
        Steps.run("com.huaweicloud.sdk", "huaweicloud-sdk-elb", () -> new Elb().run());
    }

    private static ElbClient client(String secret) {
        return ElbClient.newBuilder()
                .withCredential(new BasicCredentials()
                        .withAk(variable("HUAWEICLOUD_SDK_AK"))
                        .withSk(secret)
                        .withProjectId(variable("HUAWEICLOUD_SDK_PROJECT_ID")))
                .withEndpoint(variable("ELB_ENDPOINT"))
                .build();
    }

    private void run() throws Exception {
        signs();
        creates();
        createsMembers();
        pages();
        drains();
        removes();
        updates();
        isHeldOff();
        deletes();
    }

    private void signs() throws Exception {
        same("load balancers", elb.listLoadbalancers(new ListLoadbalancersRequest()).getLoadbalancers(), List.of());
        ServiceResponseException wrong = refused("a wrong secret", ServiceResponseException.class, () ->
                client("another").listLoadbalancers(new ListLoadbalancersRequest()));
        same("status", wrong.getHttpStatusCode(), 401);
        same("code", wrong.getErrorCode(), "APIGW.0301");
        step("sign with the access key; a wrong secret is refused");
    }

    private void creates() throws Exception {
        loadBalancer = elb.createLoadbalancer(new CreateLoadbalancerRequest()
                        .withBody(new CreateLoadbalancerRequestBody()
                                .withLoadbalancer(new CreateLoadbalancerReq()
                                        .withName("web")
                                        .withVipSubnetId(variable("OCTAVIA_VIP_SUBNET_ID")))))
                .getLoadbalancer()
                .getId();
        await("load balancer", this::loadBalancer, seen -> seen.getProvisioningStatus()
                .toString()
                .equals("ACTIVE"));
        step("create a load balancer and wait for it");

        listener = elb.createListener(new CreateListenerRequest()
                        .withBody(new CreateListenerRequestBody()
                                .withListener(new CreateListenerReq()
                                        .withName("http")
                                        .withProtocol(CreateListenerReq.ProtocolEnum.HTTP)
                                        .withProtocolPort(80)
                                        .withLoadbalancerId(loadBalancer))))
                .getListener()
                .getId();
        step("create a listener");

        pool = elb.createPool(new CreatePoolRequest()
                        .withBody(new CreatePoolRequestBody()
                                .withPool(new CreatePoolReq()
                                        .withName("backends")
                                        .withProtocol(CreatePoolReq.ProtocolEnum.HTTP)
                                        .withLbAlgorithm("ROUND_ROBIN")
                                        .withListenerId(listener))))
                .getPool()
                .getId();
        ListenerResp shown =
                elb.showListener(new ShowListenerRequest().withListenerId(listener)).getListener();
        same("default pool of the listener", shown.getDefaultPoolId(), pool);
        step("create a pool for it");

        monitor = elb.createHealthmonitor(new CreateHealthmonitorRequest()
                        .withBody(new CreateHealthmonitorRequestBody()
                                .withHealthmonitor(new CreateHealthmonitorReq()
                                        .withType(CreateHealthmonitorReq.TypeEnum.HTTP)
                                        .withDelay(5)
                                        .withTimeout(3)
                                        .withMaxRetries(3)
                                        .withUrlPath("/health")
                                        .withPoolId(pool))))
                .getHealthmonitor()
                .getId();
        same("monitor of the pool", elb.showPool(new ShowPoolRequest().withPoolId(pool)).getPool().getHealthmonitorId(),
                monitor);
        step("create a health monitor");
    }

    private LoadbalancerResp loadBalancer() {
        return elb.showLoadbalancer(new ShowLoadbalancerRequest().withLoadbalancerId(loadBalancer))
                .getLoadbalancer();
    }

    private void createsMembers() {
        for (int n = 1; n <= 5; n++) {
            elb.createMember(new CreateMemberRequest()
                    .withPoolId(pool)
                    .withBody(new CreateMemberRequestBody()
                            .withMember(new CreateMemberReq()
                                    .withName("member-" + n)
                                    .withAddress("192.0.2." + n)
                                    .withProtocolPort(8080)
                                    .withSubnetId(variable("OCTAVIA_VIP_SUBNET_ID")))));
        }
        step("create five members");
    }

    private void pages() throws Exception {
        List<String> names = new ArrayList<>();
        String marker = null;
        List<MemberResp> page;
        do {
            page = elb.listMembers(new ListMembersRequest().withPoolId(pool).withLimit(2).withMarker(marker))
                    .getMembers();
            for (MemberResp member : page) {
                names.add(member.getName());
                marker = member.getId();
            }
        } while (page.size() == 2);
        same("members in pages of two", names.stream().sorted().toList(),
                IntStream.rangeClosed(1, 5).mapToObj(n -> "member-" + n).toList());
        same("pages", journal().split("/members\\?limit=2", -1).length - 1, 3);
        step("list the members in pages of two");
    }

    private MemberResp member(String name) {
        return elb.listMembers(new ListMembersRequest().withPoolId(pool).withName(name)).getMembers().get(0);
    }

    private void drains() throws Exception {
        String id = member("member-2").getId();
        elb.updateMember(new UpdateMemberRequest()
                .withPoolId(pool)
                .withMemberId(id)
                .withBody(new UpdateMemberRequestBody().withMember(new UpdateMemberReq().withWeight(0))));
        // The status of a load balancer is only reserved there: what tells is the member itself.
        await("weight", () -> elb.showMember(new ShowMemberRequest().withPoolId(pool).withMemberId(id))
                .getMember()
                .getWeight(), weight -> weight == 0);
        step("drain a member by weight 0, found by its name, and read it back");
    }

    private void removes() throws Exception {
        String id = member("member-2").getId();
        DeleteMemberRequest delete = new DeleteMemberRequest().withPoolId(pool).withMemberId(id);
        elb.deleteMember(delete);
        same("members left", elb.listMembers(new ListMembersRequest().withPoolId(pool)).getMembers().size(), 4);
        same("status when deleted again", refused("deleting again", ServiceResponseException.class,
                () -> elb.deleteMember(delete)).getHttpStatusCode(), 404);
        step("delete the member, and once more");
    }

    private void updates() {
        elb.updateLoadbalancer(new UpdateLoadbalancerRequest()
                .withLoadbalancerId(loadBalancer)
                .withBody(new UpdateLoadbalancerRequestBody()
                        .withLoadbalancer(new UpdateLoadbalancerReq().withDescription("the shop"))));
        same("description", loadBalancer().getDescription(), "the shop");
        String status = elb.showLoadbalancersStatus(
                        new ShowLoadbalancersStatusRequest().withLoadbalancerId(loadBalancer))
                .getStatuses()
                .getLoadbalancer()
                .getListeners()
                .get(0)
                .getPools()
                .get(0)
                .getId();
        same("pool in the tree of statuses", status, pool);
        step("update the load balancer, read the tree of statuses");
    }

    private void isHeldOff() throws Exception {
        temper("'temper': 'throttle', 'anyWrite': true");
        ServiceResponseException throttled = refused("a call too many", ServiceResponseException.class, this::rename);
        same("status", throttled.getHttpStatusCode(), 429);
        step("is told that there are too many calls");

        temper("'temper': 'clockSkew', 'ahead': 960");
        ServiceResponseException late = refused("a date 16 minutes off", ServiceResponseException.class, this::rename);
        same("status", late.getHttpStatusCode(), 401);
        temper("'temper': 'clockSkew', 'ahead': 0");
        rename();
        step("is told that its clock is 16 minutes off");
    }

    private void rename() {
        elb.updatePool(new UpdatePoolRequest()
                .withPoolId(pool)
                .withBody(new UpdatePoolRequestBody().withPool(new UpdatePoolReq().withName("renamed"))));
    }

    private void deletes() throws Exception {
        DeleteLoadbalancerRequest whole = new DeleteLoadbalancerRequest().withLoadbalancerId(loadBalancer);
        same("status when not empty", refused("deleting what is in use", ServiceResponseException.class,
                () -> elb.deleteLoadbalancer(whole)).getHttpStatusCode(), 409);
        step("is told that a load balancer with listeners cannot be deleted");

        elb.deleteHealthmonitor(new DeleteHealthmonitorRequest().withHealthmonitorId(monitor));
        for (MemberResp member : elb.listMembers(new ListMembersRequest().withPoolId(pool)).getMembers()) {
            elb.deleteMember(new DeleteMemberRequest().withPoolId(pool).withMemberId(member.getId()));
        }
        elb.deletePool(new DeletePoolRequest().withPoolId(pool));
        elb.deleteListener(new DeleteListenerRequest().withListenerId(listener));
        elb.deleteLoadbalancer(whole);
        same("status when gone", refused("looking at what is gone", ServiceResponseException.class, this::loadBalancer)
                .getHttpStatusCode(), 404);
        same("pools left", elb.listPools(new ListPoolsRequest()).getPools(), List.of());
        step("delete all, from the leaves up");
    }
}
