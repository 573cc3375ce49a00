package io.playcaller.router.staff.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.router.calendar.BusinessCalendar;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.Book;
import io.playcaller.router.staff.Books;
import io.playcaller.router.staff.out.PgBooks;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Watches how full books are, for as long as the service runs; any number of replicas may. */
@Singleton
public class BookWatch {

    private static final Logger LOG = Logger.getLogger(BookWatch.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    private final Transactions transactions;
    private final PgBooks stored;
    private final CurrentRules rules;
    private final WorkLoop loop;
    private volatile List<Watched> last = List.of();
    private volatile boolean looked;

    BookWatch(Transactions transactions, PgBooks stored, CurrentRules rules, Vertx vertx, MeterRegistry meters) {
        this.transactions = transactions;
        this.stored = stored;
        this.rules = rules;
        this.loop = new WorkLoop(
                "watching books", vertx, EVERY, LONGEST_ROUND, () -> remember().replaceWith(0));
        Gauge.builder("router.books.breached", this, BookWatch::breached)
                .description("Books above their band for longer than coverage.yaml allows")
                .register(meters);
    }

    /**
     * A book, and since when it is too full.
     *
     * @param since null where it is not
     * @param breached whether it has been for longer than allowed
     */
    public record Watched(Book book, @Nullable LocalDate since, boolean breached) {

        private boolean isAsBad(Watched other) {
            return breached && book.key().equals(other.book().key());
        }
    }

    void start(@Observes StartupEvent event) {
        loop.start();
        loop.poke();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** All books as they stand now. */
    public Uni<List<Watched>> look() {
        return transactions.run(tx -> watched(tx, false));
    }

    /**
     * All books, as full as this replica last counted them, some minutes ago at most. Since when they are too full is what all
     * replicas know: of one book no two say different things.
     */
    public Uni<List<Watched>> lately(Transaction tx) {
        if (!looked) {
            return watched(tx, false);
        }
        RouterRules current = rules.get();
        LocalDate today = current.calendars().standard().dayOf(tx.now());
        List<Book> counted = last.stream().map(Watched::book).toList();
        return stored.since(tx).map(since -> watched(counted, since, today, current));
    }

    /** The same, and since when they are too full. */
    private Uni<Void> remember() {
        return transactions
                .run(tx -> watched(tx, true))
                .invoke(found -> {
                    found.stream()
                            .filter(Watched::breached)
                            .filter(watched -> last.stream().noneMatch(before -> before.isAsBad(watched)))
                            .forEach(watched -> LOG.warnf(
                                    "the book %s is at %d%% of its band, above it since %s",
                                    watched.book().key(), watched.book().percent(), watched.since()));
                    last = found;
                    looked = true;
                })
                .replaceWithVoid();
    }

    private Uni<List<Watched>> watched(Transaction tx, boolean remembers) {
        RouterRules current = rules.get();
        LocalDate today = current.calendars().standard().dayOf(tx.now());
        Books books = new Books(current.directory(), current.roles(), current.coverage(), tx.now());
        return stored.count(tx, current.coverage().tiers(), today)
                .map(books::of)
                .call(found -> remembers
                        ? stored.above(
                                tx,
                                found.stream()
                                        .filter(Book::isTooMuch)
                                        .map(Book::key)
                                        .toList(),
                                today)
                        : Uni.createFrom().voidItem())
                .chain(found -> stored.since(tx).map(since -> watched(found, since, today, current)));
    }

    private static List<Watched> watched(
            List<Book> books, Map<String, LocalDate> since, LocalDate today, RouterRules rules) {
        int allowed = rules.coverage().watch().breachDays();
        return books.stream()
                .map(book -> {
                    LocalDate from = since.get(book.key());
                    return new Watched(
                            book,
                            from,
                            from != null
                                    && workingDays(
                                                    from,
                                                    today,
                                                    rules.calendars().standard())
                                            > allowed);
                })
                .toList();
    }

    private static long workingDays(LocalDate from, LocalDate today, BusinessCalendar calendar) {
        return from.datesUntil(today.isBefore(from) ? from : today)
                .filter(date -> calendar.whyOff(date).isEmpty())
                .count();
    }

    private double breached() {
        return last.stream().filter(Watched::breached).count();
    }
}
