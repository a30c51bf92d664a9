package io.github.cloudlb.benchmarks;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import java.io.IOException;

/** JVM start to first answer without the SDK: method, URL, and names and values of the headers are given. */
final class ColdRaw {
    private ColdRaw() {}

    public static void main(String[] args) throws IOException {
        Request.Builder request = new Request.Builder().url(args[1]);
        for (int i = 2; i < args.length; i += 2) {
            request.addHeader(args[i], args[i + 1]);
        }
        boolean post = args[0].equals("POST");
        request.method(args[0], post ? RequestBody.create(new byte[0], null) : null);
        try (Response response = new OkHttpClient().newCall(request.build()).execute()) {
            response.body().bytes();
            Runtime.getRuntime().halt(response.isSuccessful() ? 0 : 1);
        }
    }
}
