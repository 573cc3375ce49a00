package io.playcaller.router.signal.app;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.signal.AccountDesk;
import io.playcaller.router.signal.SignalEffects;
import io.playcaller.router.signal.Spoken;
import io.playcaller.router.signal.WaitDecider;
import io.playcaller.router.signal.out.PgWaitingSignals;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of signals that the brake holds, on somebody's word. The most valuable come first. */
@ApplicationScoped
public class HeldSignals {

    /** How many one word is for; for more it is said again. */
    public static final int MOST = 1_000;

    private static final int IN_ONE_TRANSACTION = 100;

    private final Transactions transactions;
    private final SpokenWords words;
    private final PgWaitingSignals waiting;
    private final DeskLoader desks;
    private final SignalRouting routing;
    private final DeliveryWorker deliveries;

    HeldSignals(
            Transactions transactions,
            SpokenWords words,
            PgWaitingSignals waiting,
            DeskLoader desks,
            SignalRouting routing,
            DeliveryWorker deliveries) {
        this.transactions = transactions;
        this.words = words;
        this.waiting = waiting;
        this.desks = desks;
        this.routing = routing;
        this.deliveries = deliveries;
    }

    /**
     * What a word is about: a play, and of it these accounts, or all.
     *
     * @param key under which it may be said again; null for none
     */
    public record Which(
            String play,
            @Nullable Collection<String> accounts,
            @Nullable String key) {

        private Spoken spoken(String deed, WaitDecider.Word word) {
            return new Spoken(word.who(), key, "%s %s of %s: %s".formatted(deed, play, accounts, word.because()));
        }
    }

    /** Routes them as they stand now; answers what became of each, or nothing where the key was used for something else. */
    public Uni<Optional<Answered>> release(Which which, WaitDecider.Word word) {
        return each(
                which,
                which.spoken("release", word),
                (decider, desk, signal, workload) -> decider.released(desk, signal.episodeId(), word, workload));
    }

    /** Nothing is done about them as they stand; answers each, or nothing where the key was used for something else. */
    public Uni<Optional<Answered>> discard(Which which, WaitDecider.Word word) {
        return each(
                which,
                which.spoken("discard", word),
                (decider, desk, signal, workload) -> decider.discarded(desk, signal.episodeId(), word, workload));
    }

    private interface Decision {
        SignalEffects of(WaitDecider decider, AccountDesk desk, SignalChanged signal, Workload workload);
    }

    private Uni<Optional<Answered>> each(Which which, Spoken spoken, Decision decision) {
        return words.say(
                        spoken,
                        tx -> waiting.held(tx, which.play(), which.accounts(), MOST),
                        held -> each(held, decision))
                .invoke(() -> deliveries.poke());
    }

    private Uni<Answered> each(List<SignalChanged> held, Decision decision) {
        return Multi.createFrom()
                .iterable(chunks(held))
                .onItem()
                .transformToUniAndConcatenate(chunk -> transactions.run(tx -> decide(tx, chunk, decision)))
                .collect()
                .asList()
                .map(all -> all.stream().reduce(Answered.NOTHING, Answered::and));
    }

    private Uni<Answered> decide(Transaction tx, List<SignalChanged> held, Decision decision) {
        return desks.load(tx, held)
                .chain(loaded -> routing.route(tx, loaded, (on, decider) -> {
                    WaitDecider waits = new WaitDecider(decider);
                    return on.decideEach(held, (desk, signal, workload) -> decision.of(waits, desk, signal, workload));
                }));
    }

    private static List<List<SignalChanged>> chunks(List<SignalChanged> held) {
        List<List<SignalChanged>> chunks = new ArrayList<>();
        for (int from = 0; from < held.size(); from += IN_ONE_TRANSACTION) {
            chunks.add(held.subList(from, Math.min(held.size(), from + IN_ONE_TRANSACTION)));
        }
        return chunks;
    }
}
