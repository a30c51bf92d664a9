package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Area("Lists: filters and tags")
abstract class FilterBehaviours extends ListBehaviours {
    private static final String INVALID = "400 One or more arguments are either duplicate or invalid";

    FilterBehaviours(Cloud cloud) {
        super(cloud);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        name=m3                                   | m3
        name=M3                                   | m3
        name=m3%20                                | m3
        name=%20m3                                | ''
        name=m                                    | ''
        name=m*                                   | ''
        address=192.0.2.4                         | m4
        protocol_port=80&name=m1                  | m1
        weight=2                                  | m2 m5
        weight=2&name=m5                          | m5
        provisioning_status=ACTIVE&weight=2       | m2 m5
        provisioning_status=ERROR                 | ''
        operating_status=NO_MONITOR&weight=2      | m2 m5
        subnet_id=00000000-0000-0000-0000-000000000000 | ''
        """)
    void anAttributeIsEqual(String query, String names) {
        assertThat(names(query)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({"weight=abc, m3 m6", "weight=1x, m1 m4 m7", "weight=, m3 m6"})
    void aNumberIsReadAsFarAsItGoes(String query, String names) {
        assertThat(names(query)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({"true, 7", "True, 7", "1, 7", "yes, 7", "false, 0", "0, 0", "maybe, 0"})
    void aFlagHasManyNames(String value, int found) {
        assertThat(list("admin_state_up=" + value).one()).hasSize(found);
    }

    @Test
    void whatWasNeverNamedIsNotFoundByAnEmptyName() {
        assertThat(lbaas.get("/pools?name=&id=" + newPool()).one()).isEmpty();
    }

    @Differs(
            original = "1",
            kit = "0",
            because =
                    "Octavia keeps no name and an empty name apart, though it shows them alike; the test kit does not.")
    @Test
    void whatWasGivenAnEmptyName() {
        String id = newPool();
        lbaas.put("/pools/" + id, "{'pool':{'name':''}}");
        settle();

        assertThat(String.valueOf(lbaas.get("/pools?name=&id=" + id).one().size()))
                .isEqualTo(difference());
    }

    @Test
    void thePoolIsAFilterOfItsMembers() {
        assertThat(list("pool_id=" + listed).one()).hasSize(7);
        assertThat(list("pool_id=" + NOBODY).one()).isEmpty();
    }

    @Test
    void anIdIsAFilterToo() {
        String id = list("name=m2").each("id").get(0);

        assertThat(names("id=" + id)).isEqualTo("m2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tags=even                 | m2 m4 m6
        tags=EVEN                 | m2 m4 m6
        tags=tier:db,even         | m2 m4 m6
        tags=tier:db&tags=even    | m2 m4 m6
        tags=tier:web,even        | ''
        tags=nope                 | ''
        tags=                     | ''
        tags-any=tier:web,even    | m1 m2 m3 m4 m5 m6
        not-tags=even             | m1 m3 m5 m7
        not-tags=tier:db,even     | m1 m3 m5 m7
        not-tags-any=tier:web,even | m7
        tags=even&name=m2         | m2
        tags-any=tier:web&not-tags=even | m1 m3 m5
        """)
    void tagsAreFound(String query, String names) {
        assertThat(names(query)).isEqualTo(names);
    }

    @Test
    void notTagsMeansNotAllOfThem() {
        assertThat(names("not-tags=tier:web,even")).isEqualTo("m1 m2 m3 m4 m5 m6 m7");
    }

    @ParameterizedTest
    @CsvSource({"bogus=1", "tenant_id=x", "loadbalancer_id=x"})
    void anUnknownFilterIsRefused(String query) {
        assertThat(list(query).told()).isEqualTo(INVALID);
    }

    @Test
    void poolsAndListenersAreFoundByTheirLoadBalancer() {
        assertThat(lbaas.get("/pools?loadbalancer_id=" + lb).each("id")).contains(pool, listed);
        assertThat(lbaas.get("/pools?load_balancer_id=" + lb).each("id")).contains(pool, listed);
        assertThat(lbaas.get("/listeners?loadbalancer_id=" + lb).each("id")).containsExactly(listener);
        assertThat(lbaas.get("/listeners?load_balancer_id=" + lb).each("id")).containsExactly(listener);
        assertThat(lbaas.get("/pools?loadbalancer_id=" + NOBODY).one()).isEmpty();
    }

    @Test
    void listenersAreFoundByTheirPool() {
        assertThat(lbaas.get("/listeners?default_pool_id=" + pool).each("id")).containsExactly(listener);
        assertThat(lbaas.get("/listeners?default_pool_id=" + listed).one()).isEmpty();
    }

    @Test
    void poolsAreNotFoundByTheListOfLoadBalancers() {
        assertThat(lbaas.get("/pools?loadbalancers=" + lb).told()).isEqualTo(INVALID);
    }

    @Test
    void loadBalancersAreFoundByTheirAddress() {
        assertThat(lbaas.get("/loadbalancers?vip_address=198.51.100.1&id=" + lb).each("id"))
                .containsExactly(lb);
        assertThat(lbaas.get("/loadbalancers?vip_address=198.51.100.2&id=" + lb).one())
                .isEmpty();
        assertThat(lbaas.get("/loadbalancers?provider=amphora&id=" + lb).each("id"))
                .containsExactly(lb);
    }

    @Test
    void aTagWithACommaIsNotFound() {
        String id = made(
                "/pools/" + pool + "/members",
                "{'member':{'address':'%s','protocol_port':80,'tags':['a,b']}}".formatted(newAddress()));

        assertThat(lbaas.get("/pools/" + pool + "/members?tags=a,b&id=" + id).one())
                .isEmpty();
        assertThat(lbaas.get("/pools/" + pool + "/members?tags=a%2Cb&id=" + id).one())
                .isEmpty();
    }

    private String names(String query) {
        return String.join(" ", list(query).each("name").stream().sorted().toList());
    }
}
