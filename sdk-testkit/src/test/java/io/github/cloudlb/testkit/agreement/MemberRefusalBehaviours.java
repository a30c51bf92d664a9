package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Area("Members: what is refused")
abstract class MemberRefusalBehaviours extends TreeBehaviours {
    private String member = "";

    MemberRefusalBehaviours(Cloud cloud) {
        super(cloud);
    }

    @BeforeAll
    final void addOne() {
        member = newMember();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        'address':'192.0.2.1'                                          | protocol_port. Value: 'None'. Mandatory field missing.
        'protocol_port':80                                             | address. Value: 'None'. Mandatory field missing.
        'address':'192.0.2.1','protocol_port':65536                    | protocol_port. Value: '65536'. Value should be lower or equal to 65535
        'address':'192.0.2.1','protocol_port':0                        | protocol_port. Value: '0'. Value should be greater or equal to 1
        'address':'192.0.2.1','protocol_port':80,'weight':257          | weight. Value: '257'. Value should be lower or equal to 256
        'address':'192.0.2.1','protocol_port':80,'weight':-1           | weight. Value: '-1'. Value should be greater or equal to 0
        'address':'example.org','protocol_port':80                     | address. Value: 'example.org'. Value should be IPv4 or IPv6 format
        'address':' 192.0.2.31','protocol_port':80                     | address. Value: ' 192.0.2.31'. Value should be IPv4 or IPv6 format
        'address':'192.0.2.031','protocol_port':80                     | address. Value: '192.0.2.031'. Value should be IPv4 or IPv6 format
        'address':'192.0.2.1','protocol_port':80,'subnet_id':'x'       | subnet_id. Value: 'x'. Value should be UUID format
        'address':'192.0.2.1','protocol_port':80,'monitor_port':0      | monitor_port. Value: '0'. Value should be greater or equal to 1
        'address':'192.0.2.1','protocol_port':80,'monitor_address':'x' | monitor_address. Value: 'x'. Value should be IPv4 or IPv6 format
        """)
    void aBadValueIsNamed(String attributes, String text) {
        assertThat(create(attributes).told()).isEqualTo("400 Invalid input for field/attribute " + text);
    }

    @Test
    void aNumberThatIsNoneIsBlamedOnTheBody() {
        assertThat(create("'address':'192.0.2.1','protocol_port':'80x'").told())
                .isEqualTo("400 Invalid input for field/attribute member_. Value: '{'member': {'address': '192.0.2.1',"
                        + " 'protocol_port': '80x'}}'. invalid literal for int() with base 10: '80x'");
    }

    @Test
    void aFlagThatIsNoneIsBlamedOnTheBody() {
        assertThat(create("'address':'192.0.2.1','protocol_port':80,'backup':'maybe'")
                        .told())
                .isEqualTo("400 Invalid input for field/attribute member_. Value: '{'member': {'address': '192.0.2.1',"
                        + " 'protocol_port': 80, 'backup': 'maybe'}}'. Value not an unambiguous boolean: maybe");
    }

    @Test
    void aTextOf256CharactersIsTooLong() {
        String longText = "x".repeat(256);
        String expected = "400 Invalid input for field/attribute %s. Value: '" + longText
                + "'. Value should have a maximum character requirement of 255";

        assertThat(change("'name':'" + longText + "'").told()).isEqualTo(expected.formatted("name"));
        assertThat(change("'name':'" + "x".repeat(255) + "'").told()).isEqualTo("200");
    }

    @Test
    void aTagOf256CharactersIsTooLong() {
        assertThat(change("'tags':['" + "x".repeat(256) + "']").told())
                .startsWith("400 Invalid input for field/attribute tags.")
                .endsWith("Value should have a maximum character requirement of 255");
    }

    @Test
    void aMetadataAddressIsNoMember() {
        assertThat(create("'address':'169.254.169.254','protocol_port':80").told())
                .isEqualTo("400 169.254.169.254 is not a valid option for member address");
    }

    @Test
    void anUnknownFieldIsRefused() {
        assertThat(create("'address':'192.0.2.1','protocol_port':80,'bogus':1").told())
                .isEqualTo("400 Unknown attribute for argument member_.member: bogus");
        assertThat(create("'address':'192.0.2.1','protocol_port':80,'id':'x'").told())
                .isEqualTo("400 Unknown attribute for argument member_.member: id");
        assertThat(change("'bogus':1").told()).isEqualTo("400 Unknown attribute for argument member_.member: bogus");
    }

    @Test
    void whatCannotBeChangedIsUnknown() {
        for (String fixed : new String[] {"address", "protocol_port", "subnet_id", "id", "project_id"}) {
            assertThat(change("'" + fixed + "':null").told())
                    .isEqualTo("400 Unknown attribute for argument member_.member: " + fixed);
        }
    }

    @Test
    void anotherNameOfTheBodyIsUnknown() {
        assertThat(post("{'members':[]}").told()).isEqualTo("400 Unknown attribute for argument member_: members");
        assertThat(post("{'address':'192.0.2.1'}").told())
                .isEqualTo("400 Unknown attribute for argument member_: address");
    }

    @Test
    void severalUnknownFieldsAreNamedTogether() {
        assertThat(post("{'address':'192.0.2.1','protocol_port':80}").told())
                .startsWith("400 Unknown attributes for argument member_: ")
                .contains("address")
                .contains("protocol_port");
    }

    @Test
    void anUnknownParameterIsRefused() {
        String path = "/pools/" + pool + "/members";

        assertThat(lbaas.delete(path + "/" + member + "?cascade=true").told())
                .isEqualTo("400 Unknown argument: \"cascade\"");
        assertThat(lbaas.put(path + "/" + member + "?foo=bar", "{'member':{}}").told())
                .isEqualTo("400 Unknown argument: \"foo\"");
        assertThat(lbaas.post(path + "?foo=bar", "{'member':{'address':'192.0.2.1','protocol_port':80}}")
                        .told())
                .isEqualTo("400 Unknown argument: \"foo\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {}            | 500 'UnsetType' object has no attribute 'address'
        null          | 500 'NoneType' object has no attribute 'member'
        []            | 500 'list' object has no attribute 'keys'
        'x'           | 500 'str' object has no attribute 'keys'
        {'member':[]} | 500 'list' object has no attribute 'keys'
        {'member':'x'} | 500 'str' object has no attribute 'keys'
        {'member':null} | 500 'NoneType' object has no attribute 'project_id'
        """)
    void aBodyThatOctaviaDoesNotForeseeBreaksIt(String body, String told) {
        assertThat(post(body).told()).isEqualTo(told);
    }

    private Said create(String attributes) {
        return post("{'member':{" + attributes + "}}");
    }

    private Said post(String body) {
        return lbaas.post("/pools/" + pool + "/members", body);
    }

    private Said change(String attributes) {
        return lbaas.put("/pools/" + pool + "/members/" + member, "{'member':{" + attributes + "}}");
    }
}
