package io.playcaller.router.delivery.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.router.delivery.out.PgDeliveryQueries.Line;
import io.playcaller.router.delivery.out.PgDeliveryQueries.Toll;
import io.quarkus.security.identity.SecurityIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not sent. The words of a tool may name people, addresses and settings: those who mend it read them, others
 * read what kind of fault it was.
 *
 * @param words whether they are read
 */
record Faults(boolean words) {

    private static final String DROPPED = "dropped";

    static Faults readBy(SecurityIdentity caller) {
        return new Faults(caller.hasRole(Roles.OPS) || caller.hasRole(Roles.ADMIN));
    }

    /** Why something was dropped are our own words. */
    Line of(Line line) {
        return words || line.because() == null || line.state().equals(DROPPED)
                ? line
                : line.because(kind(line.lastStatus()));
    }

    /** The last error of a connector. */
    @Nullable
    String of(Toll toll) {
        return words || toll.lastError() == null ? toll.lastError() : kind(toll.lastStatus());
    }

    /** Why a connector was stopped. */
    String of(String because) {
        return words ? because : "stopped";
    }

    private static String kind(@Nullable Integer status) {
        return status == null ? "no answer" : "answered with " + status;
    }
}
