package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Area("Members: null")
abstract class MemberNullBehaviours extends TreeBehaviours {
    MemberNullBehaviours(Cloud cloud) {
        super(cloud);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        name            | text | ''
        weight          | number | 1
        backup          | flag | false
        admin_state_up  | flag | false
        monitor_address | null | null
        monitor_port    | null | null
        """)
    void aChangeToNullMeansTheInitialValueAndDisables(String field, String shape, String value) {
        String id = made("/pools/" + pool + "/members", """
                {'member':{'address':'%s','protocol_port':80,'name':'n','weight':9,'backup':true,\
                'monitor_address':'192.0.2.9','monitor_port':9}}""".formatted(newAddress()));

        assertThat(lbaas.put("/pools/" + pool + "/members/" + id, "{'member':{'" + field + "':null}}")
                        .told())
                .isEqualTo("200");
        settle();

        Said said = lbaas.get("/pools/" + pool + "/members/" + id);
        assertThat(Shape.of(said.one().path(field))).isEqualTo(shape);
        assertThat(said.get(field)).isEqualTo(value);
    }

    @Test
    void tagsStayWithNullAndGoWithNone() {
        String id = made(
                "/pools/" + pool + "/members",
                "{'member':{'address':'%s','protocol_port':80,'tags':['t']}}".formatted(newAddress()));
        String path = "/pools/" + pool + "/members/" + id;

        lbaas.put(path, "{'member':{'tags':null}}");
        settle();
        assertThat(lbaas.get(path).one().path("tags")).hasSize(1);

        lbaas.put(path, "{'member':{'tags':[]}}");
        settle();
        assertThat(lbaas.get(path).one().path("tags")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        name            | text | ''
        weight          | null | null
        admin_state_up  | flag | false
        monitor_address | null | null
        monitor_port    | null | null
        subnet_id       | null | null
        """)
    void aNewOneWithNull(String field, String shape, String value) {
        String id = made(
                "/pools/" + pool + "/members",
                "{'member':{'address':'%s','protocol_port':80,'%s':null}}".formatted(newAddress(), field));

        Said said = lbaas.get("/pools/" + pool + "/members/" + id);
        assertThat(Shape.of(said.one().path(field))).isEqualTo(shape);
        assertThat(said.get(field)).isEqualTo(value);
    }

    @Test
    void aNewOneWithTagsNullHasNone() {
        String id = made(
                "/pools/" + pool + "/members",
                "{'member':{'address':'%s','protocol_port':80,'tags':null}}".formatted(newAddress()));

        assertThat(lbaas.get("/pools/" + pool + "/members/" + id)
                        .one()
                        .path("tags")
                        .toString())
                .isEqualTo("[]");
    }

    @Test
    void aNewOneWithBackupNullBreaksOctavia() {
        assertThat(lbaas.post(
                                "/pools/" + pool + "/members",
                                "{'member':{'address':'%s','protocol_port':80,'backup':null}}".formatted(newAddress()))
                        .told())
                .isEqualTo("500 Something unknown went wrong");
    }

    @Test
    void aNewOneWithAddressOrPortNullBreaksOctavia() {
        assertThat(lbaas.post("/pools/" + pool + "/members", "{'member':{'address':'192.0.2.1','protocol_port':null}}")
                        .told())
                .isEqualTo("500 Something unknown went wrong");
        assertThat(lbaas.post("/pools/" + pool + "/members", "{'member':{'address':null,'protocol_port':80}}")
                        .told())
                .isEqualTo("500 None does not appear to be an IPv4 or IPv6 address");
    }
}
