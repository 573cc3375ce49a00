package io.playcaller.router.store;

import io.vertx.pgclient.PgException;
import java.util.stream.Stream;

/** Tells what PostgreSQL will never accept from what it may accept later. */
public final class DatabaseRefusal {

    private DatabaseRefusal() {}

    /** SQLSTATE classes 22 (data), 23 (constraints) and 54 (limits): the same tomorrow as today. */
    public static boolean isForGood(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof PgException refused
                        && refused.getSqlState() != null
                        && refused.getSqlState().matches("(22|23|54).*"));
    }
}
