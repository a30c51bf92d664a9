package io.github.cloudlb.core.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** One proxy for all hosts but those excepted; this machine is always excepted. */
final class ProxyRules extends ProxySelector {
    private static final List<AddressRange> LOOPBACK = List.of(AddressRange.of("127.0.0.0/8"), AddressRange.of("::1"));

    private final List<Proxy> through;
    private final List<String> names;
    private final List<AddressRange> ranges;

    ProxyRules(URI proxy, List<String> exceptions) {
        this.through = List.of(
                new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort())));
        List<String> all = exceptions.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .toList();
        this.ranges = all.stream()
                .filter(AddressRange::isMeantBy)
                .map(AddressRange::of)
                .toList();
        this.names = all.stream()
                .filter(text -> !text.isEmpty() && !AddressRange.isMeantBy(text))
                .toList();
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            host = host.substring(1, host.length() - 1);
        }
        return isExcepted(host) ? List.of(Proxy.NO_PROXY) : through;
    }

    private boolean isExcepted(String host) {
        if (AddressRange.isMeantBy(host)) {
            AddressRange address = AddressRange.of(host);
            return names.contains("*")
                    || LOOPBACK.stream().anyMatch(range -> range.holds(address))
                    || ranges.stream().anyMatch(range -> range.holds(address));
        }
        return host.equals("localhost") || names.stream().anyMatch(name -> matches(host, name));
    }

    private static boolean matches(String host, String name) {
        String suffix = name.startsWith("*") ? name.substring(1) : name;
        return host.equals(name) || suffix.isEmpty() || host.endsWith(suffix.startsWith(".") ? suffix : "." + suffix);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The call fails with it: there is no other proxy to turn to.
    }
}
