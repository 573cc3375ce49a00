package io.playcaller.router.finding.app;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.finding.Finding;
import io.playcaller.router.staff.app.BookWatch;
import io.playcaller.router.staff.app.BookWatch.Watched;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;

/** Books that have been above their band, or nobody's, for longer than {@code coverage.yaml} allows, one finding a book. */
@ApplicationScoped
class FullBooks implements FindingSource {

    private static final String PREFIX = "book/";

    private final BookWatch books;

    FullBooks(BookWatch books) {
        this.books = books;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Uni<List<Finding>> look(Transaction tx) {
        return books.lately(tx).map(FullBooks::of);
    }

    static List<Finding> of(List<Watched> books) {
        return books.stream().filter(Watched::breached).map(FullBooks::finding).toList();
    }

    private static Finding finding(Watched watched) {
        String key = watched.book().key();
        return new Finding(
                PREFIX + key,
                Reason.DQ_BOOK_OVER,
                Reason.DQ_BOOK_OVER.severity(),
                key,
                watched.book().people() == 0
                        ? "Accounts that ought to have an owner have none: %s, since %s".formatted(key, watched.since())
                        : "The book %s is at %d%% of its band, above it since %s"
                                .formatted(key, watched.book().percent(), watched.since()),
                new TreeMap<>(watched.book().accounts())
                        .entrySet().stream()
                                .map(part -> "%d accounts of %s".formatted(part.getValue(), part.getKey()))
                                .toList());
    }
}
