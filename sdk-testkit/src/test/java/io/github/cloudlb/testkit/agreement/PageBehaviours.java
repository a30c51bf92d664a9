package io.github.cloudlb.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@Area("Lists: pages")
abstract class PageBehaviours extends ListBehaviours {
    PageBehaviours(Cloud cloud) {
        super(cloud);
    }

    @Test
    void aListHasItsLinksBesideIt() {
        Said said = list("");

        assertThat(said.told()).isEqualTo("200");
        assertThat(said.json().properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("members", "members_links");
        assertThat(said.json().path("members_links")).isEmpty();
        assertThat(said.one()).hasSize(7);
    }

    @Test
    void aPageLinksToTheNext() {
        Said said = list("limit=3");

        assertThat(said.one()).hasSize(3);
        assertThat(links(said)).containsExactly("next " + base() + "?limit=3&marker=" + last(said));
    }

    @Test
    void aPageInTheMiddleLinksBothWays() {
        Said first = list("limit=3");
        Said said = list("limit=3&marker=" + last(first));

        assertThat(said.one()).hasSize(3);
        assertThat(links(said))
                .containsExactlyInAnyOrder(
                        "previous " + base() + "?limit=3&marker="
                                + said.each("id").get(0) + "&page_reverse=True",
                        "next " + base() + "?limit=3&marker=" + last(said));
    }

    @Test
    void theLastPageHasNoNext() {
        Said first = list("limit=5");
        Said said = list("limit=5&marker=" + last(first));

        assertThat(said.one()).hasSize(2);
        assertThat(links(said)).singleElement().asString().startsWith("previous ");
    }

    @Test
    void thePagesTogetherAreTheList() {
        Said first = list("limit=3");
        Said second = list("limit=3&marker=" + last(first));
        Said third = list("limit=3&marker=" + last(second));

        List<String> all = new ArrayList<>(first.each("id"));
        all.addAll(second.each("id"));
        all.addAll(third.each("id"));
        assertThat(all).isEqualTo(list("").each("id"));
    }

    @Test
    void aPageThatIsExactlyFullLinksToAnEmptyOne() {
        Said full = list("limit=7");

        assertThat(links(full)).containsExactly("next " + base() + "?limit=7&marker=" + last(full));
        Said empty = list("limit=7&marker=" + last(full));
        assertThat(empty.one()).isEmpty();
        assertThat(links(empty)).isEmpty();
    }

    @Test
    void theLinkForgetsFiltersAndFields() {
        Said said = list("limit=1&not-tags=even&fields=name&fields=id");

        assertThat(links(said)).containsExactly("next " + base() + "?limit=1&marker=" + last(said));
    }

    @Test
    void theLinkKeepsTheSort() {
        Said said = list("limit=1&sort=name:desc");

        assertThat(links(said))
                .singleElement()
                .asString()
                .isEqualTo("next " + base() + "?limit=1&sort=name:desc&marker=" + last(said));
    }

    @Test
    void theLinkForgetsTheDirectionBesideTheKey() {
        Said said = list("limit=1&sort_key=name&sort_dir=desc");

        assertThat(said.each("name")).containsExactly("m7");
        assertThat(links(said))
                .singleElement()
                .asString()
                .isEqualTo("next " + base() + "?limit=1&sort_key=name&marker=" + last(said));
    }

    @Test
    void theLinkIsUnderThePathThatWasAsked() {
        Said said = octavia.get("/v2/lbaas/pools/" + listed + "/members?limit=1");

        assertThat(links(said))
                .singleElement()
                .asString()
                .startsWith("next " + octavia.base() + "/v2/lbaas/pools/" + listed + "/members?limit=1&marker=");
    }

    @Test
    void aMarkerThatNeverWasIsRefused() {
        assertThat(list("marker=" + NOBODY).told())
                .isEqualTo("400 Supplied pagination marker '" + NOBODY + "' is not valid.");
    }

    @Test
    void aMarkerThatIsGoneIsRefused() {
        String id =
                made("/pools/" + pool + "/members", "{'member':{'address':'" + newAddress() + "','protocol_port':80}}");
        lbaas.delete("/pools/" + pool + "/members/" + id);
        settle();

        assertThat(lbaas.get("/pools/" + pool + "/members?limit=1&marker=" + id).told())
                .isEqualTo("400 Supplied pagination marker '" + id + "' is not valid.");
    }

    @Test
    void aLimitOfNothingBreaksOctavia() {
        assertThat(list("limit=0").told())
                .isEqualTo("500 '>=' not supported between instances of 'int' and 'NoneType'");
        assertThat(list("limit=-1").told()).isEqualTo(list("limit=0").told());
    }

    @Test
    void aLimitThatIsNoNumber() {
        assertThat(list("limit=abc").status()).isEqualTo(400);
        assertThat(Shape.of(list("limit=abc").json())).isEqualTo("{code: number, description: text, title: text}");
    }

    @Test
    void aLimitAboveTheServersIsTakenForIt() {
        assertThat(list("limit=100000").one()).hasSize(7);
    }

    @Test
    void fieldsAreRepeated() {
        assertThat(Shape.of(list("fields=id&fields=weight").one())).isEqualTo("[{id: uuid, weight: number}]");
    }

    @Test
    void fieldsWithACommaAreNone() {
        assertThat(Shape.of(list("fields=id,name").one())).isEqualTo("[{}]");
        assertThat(Shape.of(list("fields=bogus").one())).isEqualTo("[{}]");
        assertThat(Shape.of(list("fields=").one())).isEqualTo("[{}]");
    }

    @Test
    void oneResourceHasFieldsToo() {
        assertThat(Shape.of(lbaas.get("/pools/" + pool + "?fields=name&fields=protocol")
                        .json()))
                .isEqualTo("{pool: {name: text, protocol: text}}");
    }

    @Test
    void oneResourceOverlooksUnknownParameters() {
        assertThat(lbaas.get("/pools/" + pool + "?bogus=1").id()).isEqualTo(pool);
    }

    private static List<String> links(Said said) {
        List<String> links = new ArrayList<>();
        for (JsonNode link : said.json().path("members_links")) {
            links.add(link.path("rel").asText() + " " + link.path("href").asText());
        }
        return links;
    }

    private static String last(Said said) {
        return said.one().path(said.one().size() - 1).path("id").asText();
    }
}
