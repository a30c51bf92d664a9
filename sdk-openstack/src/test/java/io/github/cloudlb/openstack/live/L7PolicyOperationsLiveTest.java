package io.github.cloudlb.openstack.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.InvalidRequestException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.openstack.Area;
import io.github.cloudlb.openstack.Observed;
import io.github.cloudlb.openstack.l7policy.CreateL7Policy;
import io.github.cloudlb.openstack.l7policy.L7Action;
import io.github.cloudlb.openstack.l7policy.L7Policies;
import io.github.cloudlb.openstack.l7policy.L7Policy;
import io.github.cloudlb.openstack.l7policy.ListL7Policies;
import io.github.cloudlb.openstack.l7policy.UpdateL7Policy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class L7PolicyOperationsLiveTest extends LiveTest {
    private final L7Policies policies = client.l7Policies();
    private final String listenerId = client.loadBalancers()
            .getLoadBalancer(cloud.loadBalancerId())
            .listenerIds()
            .get(0);

    @AfterEach
    void deletePolicies() {
        for (L7Policy left : policies.listL7Policies(mine().build()).toList()) {
            policies.deleteL7Policy(left.id());
            cloud.awaitActive();
        }
    }

    @Observed(in = Area.OTHERS, value = "A new policy pushes the others down")
    @Test
    void createsPoliciesOfEachActionAndPushesOthersDown() {
        L7Policy reject = create(CreateL7Policy.builder().listenerId(listenerId).action(L7Action.REJECT));
        L7Policy url = create(CreateL7Policy.builder()
                .listenerId(listenerId)
                .action(L7Action.REDIRECT_TO_URL)
                .redirectUrl("https://www.example.com/")
                .position(1));
        L7Policy prefix = create(CreateL7Policy.builder()
                .listenerId(listenerId)
                .action(L7Action.REDIRECT_PREFIX)
                .redirectPrefix("https://www.example.com")
                .redirectHttpCode(308)
                .position(1));
        L7Policy pool = create(CreateL7Policy.builder()
                .listenerId(listenerId)
                .action(L7Action.REDIRECT_TO_POOL)
                .redirectPoolId(poolId)
                .position(2));

        assertThat(policies.listL7Policies(mine().addSort("position:asc").build()))
                .extracting(L7Policy::id)
                .containsExactly(prefix.id(), pool.id(), url.id(), reject.id());
        L7Policy pushed = policies.getL7Policy(reject.id());
        assertThat(pushed.position()).contains(4);
        assertThat(pushed.updatedAt()).isPresent();
        assertThat(policies.getL7Policy(url.id()).redirectHttpCode()).contains(302);
        assertThat(policies.getL7Policy(prefix.id()).redirectHttpCode()).contains(308);
        assertThat(policies.getL7Policy(pool.id()).redirectPoolId()).contains(poolId);
        assertThat(found(mine().action(L7Action.REJECT))).containsExactly(reject.id());
        assertThat(found(mine().position(2))).containsExactly(pool.id());
        assertThat(found(mine().redirectPoolId(poolId))).containsExactly(pool.id());
        assertThat(found(mine().redirectUrl("https://www.example.com/"))).containsExactly(url.id());
        assertThat(found(mine().redirectPrefix("https://www.example.com"))).containsExactly(prefix.id());
        assertThat(found(mine().redirectHttpCode(308))).containsExactly(prefix.id());

        policies.updateL7Policy(change(reject).position(1).build());
        cloud.awaitActive();
        assertThat(policies.listL7Policies(mine().addSort("position:asc").build()))
                .extracting(L7Policy::id)
                .containsExactly(reject.id(), prefix.id(), pool.id(), url.id());
    }

    @Test
    void changesAndSetsBackAPolicy() {
        L7Policy made = create(CreateL7Policy.builder()
                .listenerId(listenerId)
                .action(L7Action.REJECT)
                .name(cloud.name())
                .description("to be changed")
                .addTags("t"));

        policies.updateL7Policy(change(made)
                .action(L7Action.REDIRECT_TO_URL)
                .redirectUrl("https://u.example.com")
                .redirectHttpCode(307)
                .adminStateUp(false)
                .build());
        L7Policy changed = policies.getL7Policy(made.id());
        assertThat(changed.action()).contains(L7Action.REDIRECT_TO_URL);
        assertThat(changed.redirectUrl()).contains("https://u.example.com");
        assertThat(changed.redirectHttpCode()).contains(307);
        assertThat(changed.description()).contains("to be changed");
        assertThat(changed.adminStateUp()).contains(false);
        assertThat(changed.unlisted()).isEmpty();

        policies.updateL7Policy(change(made)
                .clearName()
                .clearDescription()
                .clearRedirectHttpCode()
                .tags(List.of())
                .build());
        L7Policy cleared = policies.getL7Policy(made.id());
        assertThat(cleared.name().orElse("")).isEmpty();
        assertThat(cleared.description().orElse("")).isEmpty();
        assertThat(cleared.redirectHttpCode()).isEmpty();
        assertThat(cleared.tags()).isEmpty();
        assertThat(cleared.redirectUrl()).contains("https://u.example.com");

        // A pool given is the action as well, and what belonged to the other action is gone.
        policies.updateL7Policy(change(made).redirectPoolId(poolId).build());
        L7Policy toPool = policies.getL7Policy(made.id());
        assertThat(toPool.action()).contains(L7Action.REDIRECT_TO_POOL);
        assertThat(toPool.redirectUrl()).isEmpty();

        policies.updateL7Policy(change(made).clearRedirectPoolId().build());
        assertThat(policies.getL7Policy(made.id()).redirectPoolId()).isEmpty();

        policies.deleteL7Policy(made.id());
        cloud.awaitActive();
        assertThatThrownBy(() -> policies.getL7Policy(made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void listsSevenPoliciesInPagesOfTwo() {
        List<String> made = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            made.add(create(CreateL7Policy.builder()
                            .listenerId(listenerId)
                            .action(L7Action.REJECT)
                            .name("p" + i)
                            .addTags(i % 2 == 0 ? "even" : "odd"))
                    .id());
        }
        wiretap.forget();

        List<L7Policy> listed = policies.listL7Policies(
                        mine().addSort("position:desc").limit(2).build())
                .toList();

        assertThat(listed).extracting(L7Policy::id).hasSize(7).containsExactlyInAnyOrderElementsOf(made);
        assertThat(listed.get(0).position()).contains(7);
        assertThat(wiretap.seen()).hasSize(4);
        assertThat(found(mine().addTags("even"))).hasSize(3);
        assertThat(found(mine().name("p5"))).containsExactly(made.get(4));
        assertThat(found(mine().adminStateUp(false))).isEmpty();
    }

    @Test
    void whatTheServiceRefusesIsToldInItsWords() {
        assertThatThrownBy(() -> policies.createL7Policy(CreateL7Policy.builder()
                        .listenerId(listenerId)
                        .action(L7Action.REDIRECT_TO_URL)
                        .redirectUrl("nowhere")
                        .build()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.text()).contains("Value must be a valid URL string"));
    }

    private L7Policy create(CreateL7Policy.Builder request) {
        L7Policy made = policies.createL7Policy(request.build());
        cloud.awaitActive();
        return made;
    }

    private ListL7Policies.Builder mine() {
        ListL7Policies.Builder mine = ListL7Policies.builder();
        mine.listenerId(listenerId);
        return mine;
    }

    private List<String> found(ListL7Policies.Builder request) {
        return policies.listL7Policies(request.build()).map(L7Policy::id).toList();
    }

    private static UpdateL7Policy.Builder change(L7Policy made) {
        UpdateL7Policy.Builder change = UpdateL7Policy.builder();
        change.l7PolicyId(made.id());
        return change;
    }
}
