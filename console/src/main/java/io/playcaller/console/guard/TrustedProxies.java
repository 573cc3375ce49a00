package io.playcaller.console.guard;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whom we believe when they say for whom they ask. A proxy appends the address it heard from to {@code X-Forwarded-For}; so
 * the header is read from its end, for as long as the one who said it is trusted. What stands before that, anybody may have
 * made up.
 */
public record TrustedProxies(List<Network> networks) {

    public TrustedProxies {
        networks = List.copyOf(networks);
    }

    /**
     * Where a request comes from.
     *
     * @param peer whose connection it came by
     * @param forwardedFor headers {@code X-Forwarded-For}, in order
     */
    public String client(String peer, List<String> forwardedFor) {
        List<String> told = forwardedFor.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        String client = peer;
        for (int i = told.size() - 1; i >= 0 && trusts(client); i--) {
            client = withoutPort(told.get(i));
        }
        return client;
    }

    private boolean trusts(String told) {
        return Network.address(told).stream()
                .anyMatch(address -> networks.stream().anyMatch(network -> network.contains(address)));
    }

    /** Some proxies append {@code 192.0.2.1:4711} or {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String told) {
        return told.replaceFirst("^([0-9.]+):\\d+$", "$1").replaceFirst("^\\[([^\\]]+)](:\\d+)?$", "$1");
    }
}
