package io.playcaller.router.delivery;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps deliveries from reaching what is not on the public net (server-side request forgery). The address that was checked
 * is the one that is connected to.
 *
 * @param allow hosts, or networks, that may be reached all the same
 */
public record TargetGuard(List<String> allow) {

    /** RFC 6890 and its successors: what {@link InetAddress} does not call by a name of its own. */
    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "240.0.0.0/4",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001:db8::/32",
                    "2002::/16",
                    "fc00::/7")
            .map(Network::parse)
            .flatMap(Optional::stream)
            .toList();

    public TargetGuard {
        allow = List.copyOf(allow);
    }

    /** The first of a host's addresses that may be reached; empty when none may. */
    public Optional<InetAddress> reachable(String host, List<InetAddress> addresses) {
        return addresses.stream()
                .filter(address -> isPublic(address) || isAllowed(host, address))
                .findFirst();
    }

    /**
     * Refuses an address on the way to which others could read along: only {@code https}, or a host that is allowed. A name is
     * not looked up for that, but {@code localhost} is this machine.
     *
     * @param setting names where the address stands
     * @param otherwise what else whoever set it can do, for the message
     * @throws IllegalArgumentException naming the setting and the fix
     */
    public void requirePrivate(String setting, URI to, String otherwise) {
        boolean plain = "http".equals(to.getScheme()) && to.getHost() != null && isAllowed(to.getHost());
        if (!"https".equals(to.getScheme()) && !plain) {
            throw new IllegalArgumentException(setting + " must begin with https://; " + otherwise);
        }
    }

    private boolean isAllowed(String host) {
        return allow.stream().anyMatch(host::equalsIgnoreCase)
                || literal(host).filter(address -> isAllowed(host, address)).isPresent();
    }

    /** The address that a host is without being looked up; none for a name. */
    private static Optional<InetAddress> literal(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return Optional.of(InetAddress.getLoopbackAddress());
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return bare.matches("[0-9.]+") || bare.contains(":")
                ? Network.parse(bare + "/0").map(Network::base)
                : Optional.empty();
    }

    private boolean isAllowed(String host, InetAddress address) {
        return allow.stream()
                .anyMatch(entry -> entry.equalsIgnoreCase(host)
                        || Network.parse(entry)
                                .filter(network -> network.contains(address))
                                .isPresent());
    }

    private static boolean isPublic(InetAddress address) {
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || SPECIAL.stream().anyMatch(network -> network.contains(address)));
    }
}
