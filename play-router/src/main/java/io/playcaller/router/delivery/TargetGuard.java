package io.playcaller.router.delivery;

import java.net.InetAddress;
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
