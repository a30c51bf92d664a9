package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Locale;

@Area("Members: which is which")
abstract class MemberIdentityBehaviours extends TreeBehaviours {
    MemberIdentityBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void addressAndPortAreTakenOnce() {
        String address = newAddress();
        add("'address':'%s','protocol_port':80".formatted(address));

        assertThat(create("'address':'%s','protocol_port':80".formatted(address))
                        .told())
                .isEqualTo("409 Another member on this pool is already using ip " + address + " on protocol_port 80");
        assertThat(create("'address':'%s','protocol_port':81".formatted(address))
                        .told())
                .isEqualTo("201");
    }

    @Test
    void aDuplicateLocksNothing() {
        String address = newAddress();
        add("'address':'%s','protocol_port':80".formatted(address));
        cloud.whileNothingIsCarriedOut(() -> {
            create("'address':'%s','protocol_port':80".formatted(address));

            assertThat(lbaas.get("/loadbalancers/" + lb).get("provisioning_status"))
                    .isEqualTo("ACTIVE");
        });
    }

    @Test
    void addressesAreComparedAsTexts() {
        String id = add("'address':'2001:DB8:0:0::2','protocol_port':80");

        assertThat(create("'address':'2001:db8::2','protocol_port':80").told()).isEqualTo("201");
        assertThat(show(id).get("address")).isEqualTo("2001:DB8:0:0::2");
    }

    @Test
    void aPortMayBeATextOrAFraction() {
        assertThat(show(add("'address':'%s','protocol_port':'80'".formatted(newAddress())))
                        .one()
                        .path("protocol_port")
                        .isInt())
                .isTrue();
        assertThat(show(add("'address':'%s','protocol_port':80.0".formatted(newAddress())))
                        .get("protocol_port"))
                .isEqualTo("80");
    }

    @Test
    void theProjectOfAMemberIsThatOfItsPool() {
        String id = add("'address':'%s','protocol_port':80,'project_id':'x','tenant_id':'y'".formatted(newAddress()));

        assertThat(show(id).get("project_id")).isEqualTo(cloud.user().projectId());
        assertThat(show(id).get("tenant_id")).isEqualTo(cloud.user().projectId());
    }

    @Test
    void anotherPoolDoesNotHaveIt() {
        String id = newMember();
        String other = newPool();

        assertThat(lbaas.get("/pools/" + other + "/members/" + id).told())
                .isEqualTo("404 Member " + id + " not found.");
        assertThat(lbaas.delete("/pools/" + other + "/members/" + id).told())
                .isEqualTo("404 Member " + id + " not found.");
    }

    @Test
    void anIdIsKnownInCapitals() {
        String id = newMember();

        Said said = show(id.toUpperCase(Locale.ROOT));
        assertThat(said.told()).isEqualTo("200");
        assertThat(said.id()).isEqualTo(id);
    }

    @Test
    void anUnknownPoolIsNotFoundByTheRouting() {
        String expected = "404 [routing] Bad Request: Pool " + NOBODY + " not found.";
        String path = "/pools/" + NOBODY + "/members";

        assertThat(lbaas.post(path, "{'member':{'address':'192.0.2.1','protocol_port':80}}")
                        .told())
                .isEqualTo(expected);
        assertThat(lbaas.delete(path + "/" + NOBODY).told()).isEqualTo(expected);
        assertThat(lbaas.put(path, "{'members':[]}").told()).isEqualTo(expected);
    }

    private String members() {
        return "/pools/" + pool + "/members";
    }

    private Said show(String id) {
        return lbaas.get(members() + "/" + id);
    }

    private Said create(String attributes) {
        return lbaas.post(members(), "{'member':{" + attributes + "}}");
    }

    private String add(String attributes) {
        return made(members(), "{'member':{" + attributes + "}}");
    }
}
