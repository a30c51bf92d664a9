package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cloudlb.core.Applied;
import io.github.cloudlb.core.CallOptions;
import io.github.cloudlb.core.LockedException;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.SdkException;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.core.http.Stub.Reply;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The two refusals that end by themselves or by ourselves. */
class LocksAndIdentityTest extends CallTest {
    private static final Reply LOCKED = Replies.error(409, "Locked");

    @Test
    void aLockIsWaitedForBeyondTheAttempts() {
        Reply[] script = Stream.concat(IntStream.range(0, 9).mapToObj(i -> LOCKED), Stream.of(Replies.named("t")))
                .toArray(Reply[]::new);

        assertThat(against(script).send(new Things.Create("t"))).isEqualTo("t");
        assertThat(asked()).hasSize(10);
    }

    @Test
    void aLockThatOutlastsTheCallIsThrownAndChangedNothing() {
        ApiClient client = against(LOCKED).with(CallOptions.limit(Duration.ofMinutes(1)));

        assertThat(failure(LockedException.class, client, new Things.Create("t")))
                .returns(Applied.NO, SdkException::applied)
                .satisfies(locked -> assertThat(locked.attempts()).isGreaterThan(4));
        assertThat(Duration.ofNanos(time.nanos())).isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
    }

    @Test
    void aLockTheTableSaysLastsIsNotWaitedFor() {
        ApiClient client = against(Replies.error(409, "Broken"));

        assertThat(failure(LockedException.class, client, new Things.Create("t")))
                .returns(1, SdkException::attempts);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void locksDoNotUseUpTheAttemptsOfFailures() {
        Reply oops = Replies.error(500, "Oops");

        assertThat(against(LOCKED, oops, LOCKED, oops, LOCKED, oops, Replies.named("t"))
                        .send(new Things.Get("t")))
                .isEqualTo("t");
    }

    @Test
    void aCallWithAttemptsOfItsOwnWaitsForNoMoreLocksThanThose() {
        ApiClient client = against(LOCKED).with(CallOptions.attempts(3));

        assertThat(failure(LockedException.class, client, new Things.Create("t")))
                .returns(3, SdkException::attempts);
    }

    @Test
    void whileTheServiceSeesTheLockNothingIsSentAgain() {
        ApiClient client = against(LOCKED, Replies.named("t"));
        AtomicInteger looks = new AtomicInteger();
        service.unlocked = (locked, call) -> looks.incrementAndGet() == 5;

        client.send(new Things.Create("t"));

        assertThat(asked()).hasSize(2);
        assertThat(time.pauses()).hasSize(5);
    }

    @Test
    void aLockThatDoesNotEndByItselfIsThrownWithoutAnotherRequest() {
        ApiClient client = against(LOCKED);
        service.unlocked = (locked, call) -> {
            throw locked;
        };

        assertThat(failure(LockedException.class, client, new Things.Create("t")))
                .returns(1, SdkException::attempts);
        assertThat(asked()).hasSize(1);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void aLoginThatFailsBetweenAttemptsDoesNotHideWhatTheFirstMayHaveDone() {
        against(Replies.named("t"));
        CallState call = engine.begins(CallOptions.DEFAULTS, null);
        call.failure(Message.delete("things"), Applied.UNKNOWN);

        assertThat(call.nested().failure(Message.post("logins"), Applied.NO).applied())
                .isEqualTo(Applied.UNKNOWN);
    }

    @Test
    void anIdentityRefusedIsRenewedOnceAndOnlyOnce() {
        ApiClient client = against(Replies.error(401, "Expired"));
        service.renews = refused -> true;

        assertThat(failure(UnauthenticatedException.class, client, new Things.Get("t")))
                .returns(2, SdkException::attempts);
        assertThat(service.renewals).hasValue(1);
        assertThat(asked()).hasSize(2);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void aRenewedIdentityIsUsedAtOnceEvenForACreate() {
        ApiClient client = against(Replies.error(401, "Expired"), Replies.named("t"));
        service.renews = refused -> true;

        assertThat(client.send(new Things.Create("t"))).isEqualTo("t");
        assertThat(service.identities).hasValue(2);
    }

    @Test
    void anIdentityThatCannotBeRenewedIsThrown() {
        assertThat(failure(UnauthenticatedException.class, against(Replies.error(401, "Who")), new Things.Get("t")))
                .returns(1, SdkException::attempts);
    }

    @Test
    void whatAnybodyMaySendGoesWithoutAnIdentityAndIsNotSentAgainWithOne() {
        ApiClient client = against(Replies.error(500, "Oops"), Replies.named("t"), Replies.error(401, "Who"));
        service.renews = refused -> true;
        Request<String> open = dialect -> Message.get("things").anonymous().answer(answer -> "t");

        assertThat(client.send(open)).isEqualTo("t");
        assertThat(failure(UnauthenticatedException.class, client, open)).returns(1, SdkException::attempts);
        assertThat(service.identities).hasValue(0);
        assertThat(service.renewals).hasValue(0);
    }

    @Test
    void eachAttemptHasAnIdentityOfItsOwn() {
        against(Replies.error(500, "Oops"), Replies.error(500, "Oops"), Replies.named("t"))
                .send(new Things.Get("t"));

        assertThat(cloud.seen())
                .extracting(seen -> seen.headers().stream()
                        .filter(header -> header.startsWith("X-Identity"))
                        .findFirst()
                        .orElse(""))
                .containsExactly(
                        "X-Identity: header-secret-1", "X-Identity: header-secret-2", "X-Identity: header-secret-3");
    }
}
