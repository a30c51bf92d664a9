package io.github.cloudlb.core.http;

import io.github.cloudlb.core.Settings;
import okhttp3.OkHttpClient;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import javax.net.ssl.X509TrustManager;

/** Sets up OkHttp as the settings say. */
final class Transport {
    private Transport() {}

    static void configure(OkHttpClient.Builder builder, Settings settings) {
        builder.connectTimeout(settings.connectLimit())
                // The limit of the attempt, set on each call, covers reading and writing.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO);
        if (settings.proxy().isPresent()) {
            throughProxy(builder, settings.proxy().get(), settings);
        }
        if (!settings.trusted().isEmpty() || settings.clientCertificate().isPresent()) {
            Pem pem = Pem.of(settings);
            X509TrustManager trust = pem.trustManager();
            builder.sslSocketFactory(pem.socketFactory(trust), trust);
        }
    }

    private static void throughProxy(OkHttpClient.Builder builder, URI proxy, Settings settings) {
        builder.proxySelector(new ProxyRules(proxy, settings.noProxy()));
        String user = proxy.getUserInfo();
        if (user != null) {
            String basic = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            builder.proxyAuthenticator((route, response) -> response.request().header("Proxy-Authorization") != null
                            && !"OkHttp-Preemptive".equals(response.header("Proxy-Authenticate"))
                    ? null
                    : response.request()
                            .newBuilder()
                            .header("Proxy-Authorization", basic)
                            .build());
        }
    }
}
