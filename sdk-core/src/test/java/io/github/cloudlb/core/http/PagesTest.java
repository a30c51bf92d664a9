package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.http.Stub.Reply;
import org.junit.jupiter.api.Test;

import java.util.Iterator;

class PagesTest extends CallTest {
    private static final Reply FIRST = Replies.json(200, "{\"names\":[\"a\",\"b\"]}");
    private static final Reply SECOND = Replies.json(200, "{\"names\":[\"c\",\"d\"]}");
    private static final Reply EMPTY = Replies.json(200, "{\"names\":[]}");

    @Test
    void aPageIsFetchedWhenTheStreamReachesIt() {
        Iterator<String> names =
                against(FIRST, SECOND, EMPTY).stream(new Things.ListAll("")).iterator();
        assertThat(asked()).isEmpty();

        assertThat(names.next()).isEqualTo("a");
        assertThat(names.next()).isEqualTo("b");
        assertThat(asked()).containsExactly("GET /things?marker=");
        assertThat(names.next()).isEqualTo("c");
        assertThat(asked()).containsExactly("GET /things?marker=", "GET /things?marker=b");
    }

    @Test
    void aFullLastPageIsFollowedByAnEmptyOneThatEnds() {
        assertThat(against(FIRST, SECOND, EMPTY).stream(new Things.ListAll(""))).containsExactly("a", "b", "c", "d");
        assertThat(asked()).hasSize(3);
    }

    @Test
    void anEmptyListIsAnEmptyStream() {
        assertThat(against(EMPTY).stream(new Things.ListAll(""))).isEmpty();
    }

    @Test
    void whatIsNotNeededIsNotFetched() {
        assertThat(against(FIRST).stream(new Things.ListAll("")).limit(2)).containsExactly("a", "b");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void aPageThatFailsThrowsWhereItIsReached() {
        Iterator<String> names = against(FIRST, Replies.error(404, "Gone")).stream(new Things.ListAll(""))
                .iterator();
        names.next();
        names.next();

        assertThatThrownBy(names::next)
                .isInstanceOf(NotFoundException.class)
                .hasMessageStartingWith("ListAll[marker=b]: 404");
    }

    @Test
    void aListThatDoesNotExistIsNoEmptyList() {
        assertThatThrownBy(() -> against(Replies.error(404, "Gone")).stream(new Things.ListAll(""))
                        .toList())
                .isInstanceOf(NotFoundException.class);
    }
}
