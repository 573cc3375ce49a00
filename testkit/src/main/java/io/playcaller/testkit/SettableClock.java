package io.playcaller.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Business time of the services under test, to be set: the row {@code clock_offset} of their schema. SQL's
 * {@code playcaller_now()} follows at once, a service's own clock within 200 ms where {@code playcaller.clock.adjustable}
 * is true.
 */
public final class SettableClock {

    private final String schema;

    private SettableClock(String schema) {
        this.schema = schema;
    }

    /** The clock of the service that owns the schema. */
    public static SettableClock of(String schema) {
        return new SettableClock(schema);
    }

    /** Sets it so far ahead of real time; behind if negative. */
    public void set(Duration ahead) {
        move("update clock_offset set offset_value = make_interval(secs => ?)", ahead);
    }

    /** Moves it on from where it is; back if negative. */
    public void advance(Duration by) {
        move("update clock_offset set offset_value = offset_value + make_interval(secs => ?)", by);
    }

    private void move(String sql, Duration duration) {
        try (Connection connection = PlaycallerStack.shared().dataSource(schema).getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setDouble(1, duration.toMillis() / 1000.0);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("clock_offset of schema " + schema + " has not one row");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the clock of schema " + schema + " cannot be moved", e);
        }
    }
}
