package io.playcaller.forecast.intake.out;

import io.playcaller.contracts.work.PlayEnded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The table {@code play_content}. What one look told stays, also when a later one knows less: people are forgotten. */
final class PgPlayContent {

    private static final String STORE = """
            insert into play_content (play_run_id, content)
            select * from unnest($1::uuid[], $2::text[])
            on conflict do nothing""";

    private record Used(UUID run, String content) {}

    private PgPlayContent() {}

    static Uni<Void> store(SqlConnection transaction, Collection<PlayEnded> all) {
        List<Used> used = all.stream()
                .flatMap(ended -> Stream.ofNullable(ended.content())
                        .flatMap(List::stream)
                        .map(content -> new Used(ended.playRunId(), StoredText.key(content))))
                .distinct()
                .sorted(Comparator.comparing(Used::run).thenComparing(Used::content))
                .toList();
        return PgInputs.run(
                transaction,
                STORE,
                PgInputs.column(used, Used::run, UUID[]::new),
                PgInputs.column(used, Used::content, String[]::new));
    }
}
