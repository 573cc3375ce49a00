package io.playcaller.forecast;

import io.playcaller.testkit.PlaycallerStack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The rows that the service keeps, for what no answer of it says. */
public final class StoredRows {

    private StoredRows() {}

    /** How many rows there are of a table, with a condition. */
    public static int count(String of) throws SQLException {
        try (Connection connection =
                        PlaycallerStack.shared().dataSource("forecast").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + of)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    public static void execute(String sql) throws SQLException {
        try (Connection connection =
                        PlaycallerStack.shared().dataSource("forecast").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a migration once more, over rows as the version before it left them. */
    public static void migrate(String script) throws IOException, SQLException {
        try (InputStream sql = StoredRows.class.getResourceAsStream("/db/forecast/" + script)) {
            execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
