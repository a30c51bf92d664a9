package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

@Area("Members: refused batches")
abstract class BatchRefusalBehaviours extends TreeBehaviours {
    BatchRefusalBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aNewOneTwiceIsADuplicateAndNothingIsChanged() {
        String id = poolOf(1);

        assertThat(put(id, "{'members':[" + member(7) + "," + member(7) + "]}").told())
                .isEqualTo("409 Another member on this pool is already using ip 192.0.2.7 on protocol_port 80");
        assertThat(addresses(id)).containsExactly("192.0.2.1");
        assertThat(lbaas.get("/loadbalancers/" + lb).get("provisioning_status")).isEqualTo("ACTIVE");
    }

    @Test
    void aKnownOneTwiceJamsTheLoadBalancer() {
        String other = loadBalancer();
        String id = newPool(other);
        lbaas.put("/pools/" + id + "/members", "{'members':[" + member(1) + "]}");
        settle(other);

        Said said = put(id, "{'members':[" + member(1) + "," + member(1) + "]}");
        cloud.pause(5);

        assertThat(said.told()).isEqualTo("202");
        assertThat(lbaas.get("/loadbalancers/" + other).get("provisioning_status"))
                .isEqualTo("PENDING_UPDATE");
        assertThat(lbaas.get("/pools/" + id + "/members").each("provisioning_status"))
                .containsExactly("PENDING_UPDATE");
        cloud.setStatus("load_balancer", other, "ACTIVE");
    }

    @Test
    void oneBadMemberSpoilsIt() {
        String id = poolOf(1);

        assertThat(put(id, "{'members':[" + member(2) + ",{'address':'x','protocol_port':80}]}")
                        .told())
                .isEqualTo(
                        "400 Invalid input for field/attribute address. Value: 'x'. Value should be IPv4 or IPv6 format");
        assertThat(addresses(id)).containsExactly("192.0.2.1");
    }

    @Test
    void oneWithoutAPortSpoilsIt() {
        assertThat(put(pool, "{'members':[{'address':'192.0.2.1'}]}").told())
                .isEqualTo(
                        "400 Invalid input for field/attribute protocol_port. Value: 'None'. Mandatory field missing.");
    }

    @Test
    void anUnknownFieldOfAMemberIsRefused() {
        assertThat(put(pool, "{'members':[{'address':'192.0.2.1','protocol_port':80,'bogus':1}]}")
                        .told())
                .isEqualTo("400 Unknown attribute for argument members_.members: bogus");
    }

    @Test
    void anotherNameOfTheBodyIsUnknown() {
        assertThat(put(pool, "{'member':[]}").told()).isEqualTo("400 Unknown attribute for argument members_: member");
    }

    @Test
    void noListBreaksOctavia() {
        assertThat(put(pool, "{}").told()).isEqualTo("500 'UnsetType' object is not iterable");
        assertThat(put(pool, "{'members':null}").told()).isEqualTo("500 'NoneType' object is not iterable");
    }

    @Test
    void anObjectInsteadOfAListIsRefused() {
        assertThat(put(pool, "{'members':{}}").told())
                .isEqualTo("400 Invalid input for field/attribute members_. Value: '{'members': {}}'. Value not a valid"
                        + " list: {}");
    }

    @Test
    void anUnknownParameterIsRefused() {
        assertThat(lbaas.put("/pools/" + pool + "/members?bogus=1", "{'members':[]}")
                        .told())
                .isEqualTo("400 Unknown argument: \"bogus\"");
    }

    @Test
    void aMetadataAddressSpoilsIt() {
        assertThat(put(pool, "{'members':[{'address':'169.254.169.254','protocol_port':80}]}")
                        .told())
                .isEqualTo("400 169.254.169.254 is not a valid option for member address");
    }

    private Said put(String poolId, String body) {
        return lbaas.put("/pools/" + poolId + "/members", body);
    }

    private static String member(int number) {
        return "{'address':'192.0.2." + number + "','protocol_port':80}";
    }

    private List<String> addresses(String poolId) {
        return lbaas.get("/pools/" + poolId + "/members").each("address");
    }
}
