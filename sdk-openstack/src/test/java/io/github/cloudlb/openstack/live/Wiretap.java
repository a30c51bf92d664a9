package io.github.cloudlb.openstack.live;

import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sees what a client sends and is answered, by way of the {@code OkHttpClient} that is lent to it. */
final class Wiretap implements Interceptor {
    private static final String VERSION = "/v2.0/lbaas";

    private final Queue<Exchange> seen = new ConcurrentLinkedQueue<>();
    private volatile String token = "";
    private volatile String loadBalancing = "";
    private volatile String logins = "";

    record Exchange(String method, String path, int status) {
        boolean isLogin() {
            return method.equals("POST") && path.endsWith("/auth/tokens");
        }
    }

    OkHttpClient client() {
        return new OkHttpClient.Builder().addInterceptor(this).build();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Response response = chain.proceed(request);
        String url = request.url().toString();
        Exchange exchange = new Exchange(request.method(), request.url().encodedPath(), response.code());
        seen.add(exchange);
        if (exchange.isLogin()) {
            logins = url;
        }
        if (url.contains(VERSION)) {
            loadBalancing = url.substring(0, url.indexOf(VERSION) + VERSION.length());
            token = String.valueOf(request.header("X-Auth-Token"));
        }
        return response;
    }

    void forget() {
        seen.clear();
    }

    List<Exchange> seen() {
        return List.copyOf(seen);
    }

    long count(int status) {
        return seen.stream().filter(exchange -> exchange.status() == status).count();
    }

    long countLogins() {
        return seen.stream().filter(Exchange::isLogin).count();
    }

    /** The token the last call to the load balancers went out with. */
    String token() {
        return token;
    }

    /** Where the load balancers were found, with the version of the API. */
    String loadBalancing() {
        return loadBalancing;
    }

    /** Where the client logged in. */
    String logins() {
        return logins;
    }
}
