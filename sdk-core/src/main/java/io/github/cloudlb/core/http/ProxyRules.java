package io.github.cloudlb.core.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/** One proxy for all hosts but those excepted; this machine is always excepted. */
final class ProxyRules extends ProxySelector {
    private final List<Proxy> through;
    private final List<String> exceptions;

    ProxyRules(URI proxy, List<String> exceptions) {
        this.through = List.of(
                new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort())));
        this.exceptions = exceptions;
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.equals("localhost") || isAddress(host) && address(host).isLoopbackAddress()) {
            return List.of(Proxy.NO_PROXY);
        }
        for (String exception : exceptions) {
            if (matches(host, exception.strip().toLowerCase(Locale.ROOT))) {
                return List.of(Proxy.NO_PROXY);
            }
        }
        return through;
    }

    private static boolean matches(String host, String exception) {
        if (exception.equals("*") || exception.equals(host)) {
            return true;
        }
        int slash = exception.indexOf('/');
        if (slash > 0) {
            return isAddress(host) && inRange(host, exception.substring(0, slash), exception.substring(slash + 1));
        }
        String suffix = exception.startsWith("*") ? exception.substring(1) : exception;
        return !suffix.isEmpty() && !isAddress(host) && host.endsWith(suffix.startsWith(".") ? suffix : "." + suffix);
    }

    private static boolean inRange(String host, String network, String bits) {
        byte[] address = address(host).getAddress();
        byte[] wanted = address(network).getAddress();
        int length = Integer.parseInt(bits);
        boolean same = address.length == wanted.length;
        for (int bit = 0; same && bit < length; bit++) {
            int mask = 0x80 >> bit % 8;
            same = (address[bit / 8] & mask) == (wanted[bit / 8] & mask);
        }
        return same;
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0
                || !host.isEmpty() && host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException("not an address: " + literal, impossible);
        }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The call fails with it: there is no other proxy to turn to.
    }
}
