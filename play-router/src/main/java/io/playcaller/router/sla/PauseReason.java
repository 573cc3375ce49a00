package io.playcaller.router.sla;

import java.util.Arrays;
import java.util.Optional;

/** Why the clocks of a task may stand still. */
public enum PauseReason {
    WAITING_FOR_CUSTOMER("waiting-for-customer"),
    /** For support or for the product: looked at again at its limit, and as soon as a severe ticket is known to have moved. */
    WAITING_FOR_SUPPORT("waiting-for-support"),
    /** A freeze or holidays at the customer's. */
    CUSTOMER_FREEZE("customer-freeze"),
    /** Legal or procurement. */
    LEGAL("legal");

    private final String wire;

    PauseReason(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public static Optional<PauseReason> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(reason -> reason.wire.equals(wire))
                .findFirst();
    }
}
