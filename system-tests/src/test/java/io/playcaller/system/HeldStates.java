package io.playcaller.system;

import io.playcaller.testkit.PlaycallerStack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The states of accounts in health-service's database, locked: until this is closed nobody reads one, and nobody writes one. Who
 * has facts of an account in its hands that it knows nothing of stops before it begins a transaction for them.
 */
final class HeldStates implements AutoCloseable {

    /** What a process waits for. */
    enum Wait {
        NOTHING,
        /** It would read states: it has begun nothing yet for the facts that it has in its hands. */
        TO_READ,
        /** It would store: what it had in its hands is in a transaction. */
        TO_STORE
    }

    /** The statement with which a fold reads the states that it does not have in memory. */
    private static final String WAITS = """
            select count(*), count(*) filter (where query like '%unnest($1::text[]) as wanted (account_id)%')
              from pg_stat_activity where application_name = ? and wait_event_type = 'Lock'""";

    private final PlaycallerStack stack;
    private final Connection lock;

    HeldStates(PlaycallerStack stack) {
        this.stack = stack;
        try {
            this.lock = stack.dataSource("health").getConnection();
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table account_state in access exclusive mode");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Wait of(ServiceProcess process) {
        try (Connection connection = stack.dataSource("health").getConnection();
                PreparedStatement statement = connection.prepareStatement(WAITS)) {
            statement.setString(1, process.name());
            ResultSet waits = statement.executeQuery();
            waits.next();
            if (waits.getLong(2) > 0) {
                return Wait.TO_READ;
            }
            return waits.getLong(1) > 0 ? Wait.TO_STORE : Wait.NOTHING;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
