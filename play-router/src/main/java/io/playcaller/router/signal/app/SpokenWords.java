package io.playcaller.router.signal.app;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.Spoken;
import io.playcaller.router.signal.out.PgSignals;
import io.playcaller.router.signal.out.PgSpokenWords;
import io.playcaller.router.signal.out.PgSpokenWords.Kept;
import io.playcaller.router.store.Lanes;
import io.playcaller.router.store.Transactions;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Words on signals that wait. One that has a key may be said again: it is for the signals for which it was said first, as they waited
 * then, and for no others, so that what died half-way is done to its end, and what was done is not done twice: also not about one that
 * went on and waits anew, of which the word knew nothing.
 */
@ApplicationScoped
class SpokenWords {

    private final Transactions transactions;
    private final PgSpokenWords words;
    private final PgSignals signals;

    SpokenWords(Transactions transactions, PgSpokenWords words, PgSignals signals) {
        this.transactions = transactions;
        this.words = words;
        this.signals = signals;
    }

    /**
     * The signals of a word.
     *
     * @param toDo those about which it is done now
     * @param saidOf all for which it was said; null when it is said the first time
     */
    private record Chosen(
            List<SignalChanged> toDo, @Nullable List<UUID> saidOf) {}

    /**
     * Does what is said.
     *
     * @param choice the signals that it is for when it is said first
     * @param deed what is done about signals; of those that wait no more, nothing
     * @return how they stand then; empty when something else was said under the same key
     */
    Uni<Optional<Answered>> say(
            Spoken word,
            Function<Transaction, Uni<List<SignalChanged>>> choice,
            Function<List<SignalChanged>, Uni<Answered>> deed) {
        return transactions
                .run(tx -> chosen(tx, word, () -> choice.apply(tx)))
                .chain(chosen -> chosen.map(of -> done(of, deed).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Chosen>> chosen(Transaction tx, Spoken word, Supplier<Uni<List<SignalChanged>>> choice) {
        if (word.key() == null) {
            return choice.get().map(found -> Optional.of(new Chosen(found, null)));
        }
        return Lanes.lock(tx, List.of("word/" + word.who() + "/" + word.key()))
                .chain(() -> words.kept(tx, word))
                .chain(kept -> kept.map(before -> again(tx, word, before))
                        .orElseGet(() -> choice.get()
                                .call(found -> words.keep(tx, word, ids(found)))
                                .map(found -> Optional.of(new Chosen(found, null)))));
    }

    private Uni<Optional<Chosen>> again(Transaction tx, Spoken word, Kept before) {
        return before.fingerprint().equals(word.fingerprint())
                ? known(tx, before.episodes())
                        .map(all -> Optional.of(new Chosen(
                                all.stream()
                                        .filter(known -> before.asTheyWere().contains(known.episodeId()))
                                        .map(KnownSignal::signal)
                                        .toList(),
                                before.episodes())))
                : Uni.createFrom().item(Optional.empty());
    }

    /** In the order in which they were chosen. */
    private Uni<List<KnownSignal>> known(Transaction tx, List<UUID> episodes) {
        return signals.openOf(tx, List.of(), episodes)
                .map(found -> found.stream()
                        .sorted(Comparator.comparingInt(known -> episodes.indexOf(known.episodeId())))
                        .toList());
    }

    private Uni<Answered> done(Chosen chosen, Function<List<SignalChanged>, Uni<Answered>> deed) {
        Uni<Answered> done = deed.apply(chosen.toDo());
        List<UUID> saidOf = chosen.saidOf();
        return saidOf == null
                ? done
                : done.chain(
                        answered -> transactions.run(tx -> known(tx, saidOf)).map(answered::asKnown));
    }

    private static List<UUID> ids(List<SignalChanged> found) {
        return found.stream().map(SignalChanged::episodeId).toList();
    }
}
