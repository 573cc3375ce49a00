package io.playcaller.ingest.bulk.app;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.bulk.BulkRow;
import io.playcaller.ingest.bulk.RowOutcome;
import io.playcaller.ingest.bulk.Wanted;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.event.app.Pause;
import io.playcaller.ingest.event.app.Reception;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.register.Change;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.register.Proposed;
import io.playcaller.ingest.register.app.ClaimableDomains;
import io.playcaller.ingest.register.app.RegisterSets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Takes rows in sets: admitted at the pace of their source → stored (records in one transaction, people each in its own) →
 * what is refused is kept → the outcomes. A crash leaves whole rows, and the same set again changes only what is missing.
 */
@ApplicationScoped
public class BulkSets {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final String DOOR = "bulk";

    private final RegisterSets register;
    private final ClaimableDomains domains;
    private final BulkPeople people;
    private final Reception reception;
    private final Pause pause;

    BulkSets(RegisterSets register, ClaimableDomains domains, BulkPeople people, Reception reception, Pause pause) {
        this.register = register;
        this.domains = domains;
        this.people = people;
        this.reception = reception;
        this.pause = pause;
    }

    /**
     * Fails with the problem to answer when it cannot be said what became of them: some may be stored, and all may come again.
     *
     * @param admission of so many records; where it fails with 429 it is asked again later
     * @return as many as {@code rows}, in their order
     */
    public Uni<List<RowOutcome>> take(List<BulkRow> rows, IntFunction<Uni<Origin>> admission) {
        List<BulkRow> checked = rows.stream().map(this::checked).toList();
        return admitted(checked.size(), admission)
                .flatMap(origin -> stored(checked, origin)
                        .flatMap(outcomes -> kept(checked, outcomes, origin).replaceWith(outcomes)));
    }

    private BulkRow checked(BulkRow row) {
        return row.wanting(row.wanted()
                .then(wanted -> wanted instanceof Wanted.OfTheRegister record
                        ? domains.check(record.entry()).then(entry -> Step.kept(wanted))
                        : Step.kept(wanted)));
    }

    private Uni<Origin> admitted(int records, IntFunction<Uni<Origin>> admission) {
        return admission
                .apply(records)
                .onFailure(BulkSets::isTooFast)
                .recoverWithUni(refused -> pause.of(waitOf(refused)).chain(() -> admitted(records, admission)));
    }

    private static boolean isTooFast(Throwable fault) {
        return fault instanceof ProblemException refused && refused.problem().status() == TOO_MANY_REQUESTS;
    }

    private static Duration waitOf(Throwable refused) {
        Long seconds = ((ProblemException) refused).problem().retryAfter();
        return seconds == null ? RETRY_AFTER : Duration.ofSeconds(seconds);
    }

    private Uni<List<RowOutcome>> stored(List<BulkRow> rows, Origin origin) {
        return register.put(proposed(rows), origin)
                .flatMap(changes -> people.put(persons(rows), origin).map(persons -> merged(rows, changes, persons)));
    }

    private static List<Proposed> proposed(List<BulkRow> rows) {
        List<Proposed> proposed = new ArrayList<>();
        for (BulkRow row : rows) {
            if (row.wanted() instanceof Step.Kept<Wanted> kept && kept.value() instanceof Wanted.OfTheRegister record) {
                proposed.add(new Proposed(record.entry(), record.seen()));
            }
        }
        return proposed;
    }

    private static List<Wanted.OfAPerson> persons(List<BulkRow> rows) {
        List<Wanted.OfAPerson> persons = new ArrayList<>();
        for (BulkRow row : rows) {
            if (row.wanted() instanceof Step.Kept<Wanted> kept && kept.value() instanceof Wanted.OfAPerson person) {
                persons.add(person);
            }
        }
        return persons;
    }

    private static List<RowOutcome> merged(List<BulkRow> rows, List<Change> changes, List<RowOutcome> persons) {
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        int change = 0;
        int person = 0;
        for (BulkRow row : rows) {
            if (row.wanted() instanceof Step.Refused<Wanted> no) {
                outcomes.add(RowOutcome.of(no.refusal()));
            } else if (((Step.Kept<Wanted>) row.wanted()).value() instanceof Wanted.OfTheRegister record) {
                outcomes.add(RowOutcome.of(changes.get(change++), record.entry().what() + " " + row.id()));
            } else {
                outcomes.add(persons.get(person++));
            }
        }
        return List.copyOf(outcomes);
    }

    private Uni<Void> kept(List<BulkRow> rows, List<RowOutcome> outcomes, Origin origin) {
        List<Item> refused = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (outcomes.get(i) instanceof RowOutcome.Refused no) {
                refused.add(Item.refused(i, null, rows.get(i).raw().get(), no.refusal()));
            }
        }
        return refused.isEmpty() ? Uni.createFrom().voidItem() : kept(letters(refused, origin), origin);
    }

    /** Of a rehearsal nothing is. */
    private Uni<Void> kept(Delivery letters, Origin origin) {
        Uni<Receipt> taken = origin.rehearsed() ? reception.rehearse(letters) : reception.take(letters);
        return taken.invoke(receipt -> receipt.unstored().ifPresent(why -> {
                    throw new ProblemException(Problem.unavailable(why + "; send all of it again", RETRY_AFTER));
                }))
                .replaceWithVoid();
    }

    private static Delivery letters(List<Item> refused, Origin origin) {
        return new Delivery(
                origin.source(),
                Place.REGISTER,
                DOOR,
                origin.receivedAt(),
                Duration.ZERO,
                origin.origin() == FactOrigin.BASELINE,
                refused);
    }
}
