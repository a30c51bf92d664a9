package io.github.cloudlb.testkit.internal.http;

import com.github.tomakehurst.wiremock.servlet.WireMockHttpServletRequestAdapter;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import wiremock.org.eclipse.jetty.http.HttpGenerator;
import wiremock.org.eclipse.jetty.http.HttpParser;
import wiremock.org.eclipse.jetty.server.HttpChannelOverHttp;
import wiremock.org.eclipse.jetty.server.HttpConnection;
import wiremock.org.eclipse.jetty.server.HttpOutput;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.Response;

import java.lang.management.ManagementFactory;
import java.util.List;

/** Loads what the first request to a server needs, so that this can be done beside its start. */
public final class FirstRequest {
    private static final List<Class<?>> NEEDED = List.of(
            HttpConnection.class,
            HttpParser.class,
            HttpGenerator.class,
            HttpChannelOverHttp.class,
            HttpOutput.class,
            Request.class,
            Response.class,
            WireMockHttpServletRequestAdapter.class,
            LoggedRequest.class);

    private FirstRequest() {}

    /** Once for all: what is loaded already takes no time. */
    public static void prepare() {
        // Jetty asks it for the time it has been up.
        ManagementFactory.getRuntimeMXBean();
        for (Class<?> needed : NEEDED) {
            try {
                Class.forName(needed.getName());
            } catch (ClassNotFoundException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        Bridge.onTheWire(Answer.json(200, Json.object()));
    }
}
