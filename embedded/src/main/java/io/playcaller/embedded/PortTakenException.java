package io.playcaller.embedded;

/** The wanted port belongs to somebody else. */
public final class PortTakenException extends BackingServiceException {

    private static final long serialVersionUID = 1L;

    private final int port;

    /**
     * @param port the port that was asked for
     * @param option the option that moves the service to another port, such as {@code --kafka-port}
     */
    public PortTakenException(int port, String option) {
        super("port %d is taken by another process; set %s or stop it".formatted(port, option));
        this.port = port;
    }

    public int port() {
        return port;
    }
}
