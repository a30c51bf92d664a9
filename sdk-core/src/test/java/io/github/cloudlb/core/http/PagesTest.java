package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.core.NotFoundException;
import io.github.cloudlb.core.http.Stub.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

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

    @Test
    void severalListingsFollowEachOtherWhenTheStreamReachesThem() {
        Iterator<String> names = against(FIRST, EMPTY, SECOND, EMPTY).stream(
                        List.of(new Things.ListAll(""), new Things.ListAll("x")))
                .iterator();
        names.next();
        names.next();
        assertThat(asked()).hasSize(1);

        assertThat(names).toIterable().containsExactly("c", "d");
        assertThat(asked())
                .containsExactly(
                        "GET /things?marker=", "GET /things?marker=b", "GET /things?marker=x", "GET /things?marker=d");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20})
    void aCircleOfPagesIsNotWalkedForEver(int length) {
        Reply[] circle = IntStream.range(0, 200)
                .mapToObj(page -> Replies.json(200, "{\"names\":[\"p" + page % length + "\"]}"))
                .toArray(Reply[]::new);

        assertThatThrownBy(() -> against(circle).stream(new Things.ListAll("")).toList())
                .isInstanceOf(MalformedAnswerException.class)
                .hasMessageEndingWith("it leads back to an earlier page");
        assertThat(asked()).hasSizeLessThanOrEqualTo(4 * length + 2);
    }
}
