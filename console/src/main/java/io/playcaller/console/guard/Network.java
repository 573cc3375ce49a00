package io.playcaller.console.guard;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Addresses that begin with the same bits, {@code 10.0.0.0/8}, or a single one, {@code 10.1.2.3}. */
public record Network(InetAddress base, int bits) {

    private static final String ADDRESS = "[0-9a-fA-F.]*[.:][0-9a-fA-F.:]*";

    /** Empty when {@code text} is neither; names are never looked up. */
    public static Optional<Network> parse(String text) {
        String[] parts = text.strip().split("/", 2);
        Optional<InetAddress> base = address(parts[0]);
        if (base.isEmpty() || (parts.length > 1 && !parts[1].matches("\\d{1,3}"))) {
            return Optional.empty();
        }
        int all = base.get().getAddress().length * Byte.SIZE;
        int bits = parts.length > 1 ? Integer.parseInt(parts[1]) : all;
        return bits <= all ? Optional.of(new Network(base.get(), bits)) : Optional.empty();
    }

    /** Empty when {@code text} is no address. */
    static Optional<InetAddress> address(String text) {
        if (!text.matches(ADDRESS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        return address.getAddress().length == base.getAddress().length
                && prefix(address).equals(prefix(base));
    }

    private BigInteger prefix(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - bits);
    }
}
