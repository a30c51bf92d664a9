package io.github.cloudlb.testkit.internal.http;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.HttpServer;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.jetty.JettyHttpServerFactory;

import java.io.File;
import java.util.function.Function;

/**
 * WireMock's HTTP server without its stubs: requests, answers and faults on the wire are WireMock's, and what is
 * answered is a cloud's. Templates, matching and files, which no cloud needs, took half of the first start in a JVM.
 */
public final class BareWireMock {

    private BareWireMock() {}

    /**
     * Not started.
     *
     * @param port of the loopback interface; 0 for any that is free
     */
    public static HttpServer serving(Function<Request, Answer> cloud, int port) {
        return new JettyHttpServerFactory()
                .buildHttpServer(options(port), new Bridge.NoAdministration(), new Bridge(cloud));
    }

    private static Options options(int port) {
        // The default is src/test/resources of whoever runs it.
        File nowhere = new File(System.getProperty("java.io.tmpdir"), "cloudlb-testkit-has-no-files");
        return WireMockConfiguration.options()
                .port(port)
                .bindAddress("127.0.0.1")
                .withRootDirectory(nowhere.getPath())
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .containerThreads(32);
    }
}
