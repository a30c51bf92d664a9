package io.github.cloudlb.core.http;

import io.github.cloudlb.core.InvalidInputException;
import okhttp3.HttpUrl;

import java.net.URI;
import java.util.Locale;

/** Where a service is: scheme, host, port and the path its own paths begin with. */
public final class Endpoint {
    private final HttpUrl base;
    private final String authority;
    private final String path;

    private final boolean folder;

    private Endpoint(HttpUrl base, boolean folder) {
        int port = base.port();
        String host = base.host().contains(":") ? "[" + base.host() + "]" : base.host();
        this.authority = port == HttpUrl.defaultPort(base.scheme()) ? host : host + ":" + port;
        this.path = base.encodedPath().replaceFirst("/+$", "");
        this.folder = folder;
        this.base = base.newBuilder().encodedPath(path.isEmpty() ? "/" : path).build();
    }

    /**
     * Reads an address.
     *
     * @param plainHttp whether {@code http} may be used beyond this machine
     * @throws InvalidInputException if it is no address of a service, or plain where it must not be
     */
    public static Endpoint of(URI uri, boolean plainHttp) {
        String shown = uri.toString().replaceFirst("//[^/@]*@", "//…@");
        HttpUrl url = HttpUrl.parse(uri.toString());
        InvalidInputException.require(
                url != null
                        // OkHttp takes the x of https:///x for the host.
                        && uri.getRawAuthority() != null
                        && url.query() == null
                        && url.fragment() == null
                        && url.username().isEmpty(),
                "endpoint",
                shown,
                "an http or https URL without user, query or fragment is");
        InvalidInputException.require(
                url.isHttps() || plainHttp || isLoopback(url.host()),
                "endpoint",
                shown,
                "https is; plain http only to a loopback address or with plainHttp(true)");
        return new Endpoint(url, false);
    }

    /** An address that is all there is to ask for, with a slash at its end or without. */
    public static Endpoint exactly(URI uri, boolean plainHttp) {
        Endpoint endpoint = of(uri, plainHttp);
        return new Endpoint(endpoint.base, uri.getRawPath().endsWith("/"));
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("::1")
                || name.startsWith("127.") && isNumeric(name);
    }

    private static boolean isNumeric(String name) {
        boolean numeric = true;
        for (int i = 0; i < name.length(); i++) {
            numeric = numeric && (name.charAt(i) == '.' || Character.isDigit(name.charAt(i)));
        }
        return numeric;
    }

    /** Host, with its port if that is not the scheme's own: what the Host header says. */
    public String authority() {
        return authority;
    }

    /** The path before a service's own paths, without a slash at its end; empty for none. */
    public String path() {
        return path;
    }

    boolean isFolder() {
        return folder;
    }

    HttpUrl base() {
        return base;
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
