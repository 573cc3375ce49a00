package io.playcaller.forecast.memory.out;

import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.memory.app.PortfolioSnapshots;
import io.playcaller.forecast.portfolio.Portfolio.Figures;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables {@code portfolio_snapshot} and {@code memory_day}. */
@ApplicationScoped
public class PgPortfolioSnapshots implements PortfolioSnapshots {

    private static final String HAS = "select day from memory_day where day = $1";

    private static final String WHOLE =
            "insert into memory_day (day, taken_at) values ($1, playcaller_now()) on conflict do nothing";

    private static final String KEEP = """
            insert into portfolio_snapshot (day, quarter, by_what, of_group, currency, body)
            select $1::date, quarter, by_what, of_group, currency, body
            from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                as next (quarter, by_what, of_group, currency, body)
            on conflict do nothing""";

    private static final String OF = """
            select day, taken_at, body
            from portfolio_snapshot join memory_day using (day)
            where quarter = $1 and by_what = $2 and of_group = $3 and currency = $4 and ($5::date is null or day < $5)
            order by day desc
            limit $6""";

    private final Pool pool;

    PgPortfolioSnapshots(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> has(LocalDate day) {
        return pool.preparedQuery(HAS).execute(Tuple.of(day)).map(rows -> rows.size() > 0);
    }

    @Override
    public Uni<Void> keep(LocalDate day, List<Told> told) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(WHOLE)
                .execute(Tuple.of(day))
                .chain(mine -> mine.rowCount() == 0 ? Uni.createFrom().voidItem() : insert(transaction, day, told)));
    }

    private static Uni<Void> insert(SqlConnection transaction, LocalDate day, List<Told> told) {
        List<Line> lines = new ArrayList<>();
        told.forEach(of -> of.figures().forEach(figures -> lines.add(new Line(of.by(), figures))));
        Tuple columns = Tuple.wrap(new Object[] {
            day,
            column(lines, line -> line.figures().quarter()),
            column(lines, Line::by),
            column(lines, line -> line.figures().group()),
            column(lines, line -> line.figures().currency()),
            column(lines, line -> new String(WireJson.write(line.figures()), StandardCharsets.UTF_8))
        });
        return transaction.preparedQuery(KEEP).execute(columns).replaceWithVoid();
    }

    private record Line(String by, Figures figures) {}

    @Override
    public Uni<List<OfDay>> of(
            String quarter, String by, String group, String currency, @Nullable LocalDate before, int limit) {
        Tuple asked = Tuple.wrap(new Object[] {quarter, by, group, currency, before, limit});
        return pool.preparedQuery(OF).execute(asked).map(rows -> {
            List<OfDay> days = new ArrayList<>();
            rows.forEach(row -> days.add(ofDay(row)));
            return days;
        });
    }

    private static OfDay ofDay(Row row) {
        return new OfDay(
                row.getLocalDate("day"),
                row.getOffsetDateTime("taken_at").toInstant(),
                WireJson.read(row.getString("body").getBytes(StandardCharsets.UTF_8), Figures.class));
    }

    private static String[] column(List<Line> lines, Function<Line, String> value) {
        return lines.stream().map(value).toArray(String[]::new);
    }
}
