package io.playcaller.forecast.intake.out;

import io.playcaller.forecast.intake.ToldOutcomes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The table {@code play_content}. What one look told stays, also when a later one knows less: people are forgotten. */
final class PgPlayContent {

    private static final String STORE = """
            insert into play_content (play_run_id, content)
            select * from unnest($1::uuid[], $2::text[])
            on conflict do nothing""";

    private record Used(UUID run, String content) {}

    private PgPlayContent() {}

    static Uni<Void> store(SqlConnection transaction, ToldOutcomes told) {
        Stream<Used> atEnds = told.playEnds().stream()
                .flatMap(ended -> Stream.ofNullable(ended.content()).flatMap(used(ended.playRunId())));
        Stream<Used> later =
                told.looks().stream().flatMap(look -> Stream.of(look.content()).flatMap(used(look.playRunId())));
        List<Used> used = Stream.concat(atEnds, later)
                .distinct()
                .sorted(Comparator.comparing(Used::run).thenComparing(Used::content))
                .toList();
        return PgInputs.run(
                transaction,
                STORE,
                PgInputs.column(used, Used::run, UUID[]::new),
                PgInputs.column(used, Used::content, String[]::new));
    }

    private static Function<List<String>, Stream<Used>> used(UUID run) {
        return contents -> contents.stream().map(content -> new Used(run, StoredText.key(content)));
    }
}
