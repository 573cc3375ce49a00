package io.playcaller.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on loopback. Free ones are drawn below the range from which operating systems serve outgoing connections, so that
 * no connection of this machine takes one between the draw and its use. No other JVM of this user draws one that is drawn: two
 * may start services at the same time. From where to where is said by {@value #LOWEST_PROPERTY} and {@value #HIGHEST_PROPERTY}.
 */
public final class LoopbackPorts {

    static final String HOST = "127.0.0.1";

    static final String LOWEST_PROPERTY = "playcaller.ports.lowest";
    static final String HIGHEST_PROPERTY = "playcaller.ports.highest";

    private static final int LOWEST = Integer.getInteger(LOWEST_PROPERTY, 20_000);
    private static final int HIGHEST = Integer.getInteger(HIGHEST_PROPERTY, 31_999);
    private static final int DRAWS = 200;

    private LoopbackPorts() {}

    /**
     * The wanted port, or a free one for 0.
     *
     * @throws PortTakenException if the wanted port is not free
     */
    static int claim(int wanted, String option) {
        if (wanted == 0) {
            return free();
        }
        if (!isFree(wanted)) {
            throw new PortTakenException(wanted, option);
        }
        return wanted;
    }

    /** A port that nobody listens on just now, and that nobody else draws before this JVM ends. */
    public static int free() {
        for (int draw = 0; draw < DRAWS; draw++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (isFree(port) && DrawnPorts.take(port)) {
                return port;
            }
        }
        throw new BackingServiceException(
                "no free port found between %d and %d in %d draws".formatted(LOWEST, HIGHEST, DRAWS));
    }

    /** Whether a service could listen on it just now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the services themselves do: a port whose last connections linger in TIME_WAIT counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
