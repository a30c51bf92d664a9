package io.github.cloudlb.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class FramesTest extends CallTest {
    @Test
    void twoMethodsOfOursAreBetweenSendAndOkHttp() {
        List<StackTraceElement> stack = new ArrayList<>();
        OkHttpClient lent = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    stack.addAll(List.of(Thread.currentThread().getStackTrace()));
                    return chain.proceed(chain.request());
                })
                .build();

        configured(with -> with.httpClient(lent), Replies.named("t")).send(new Things.Get("t"));

        List<String> frames = stack.stream()
                .map(frame -> frame.getClassName().replaceFirst(".*\\.", "") + "." + frame.getMethodName())
                .toList();
        int execute = frames.indexOf("RealCall.execute");
        int caller = frames.indexOf("FramesTest.twoMethodsOfOursAreBetweenSendAndOkHttp");
        assertThat(frames.subList(execute + 1, caller)).containsExactly("ApiClient.run", "ApiClient.send");
        lent.connectionPool().evictAll();
    }
}
