package io.playcaller.ingest.letter.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.letter.Became;
import io.playcaller.ingest.letter.Correction;
import io.playcaller.ingest.letter.Letter;
import io.playcaller.ingest.letter.Replayed;
import io.playcaller.ingest.letter.Way;
import io.playcaller.ingest.letter.app.DoorReplay.Reread;
import io.playcaller.ingest.letter.app.Replays.Start;
import io.playcaller.ingest.log.app.LogScan;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.outbox.OutboxRecord;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Replays letters. The order of writes: the attempt (PostgreSQL) → what the door's acceptance writes → what became of it
 * (PostgreSQL). An attempt that never said how it ended is taken over after a minute; the log itself then says whether its
 * event was stored. A record of another service goes into the outbox in the transaction that notes it.
 */
@ApplicationScoped
public class LetterReplay {

    private static final Duration BUDGET = Duration.ofSeconds(5);

    private final Replays replays;
    private final DoorReplay door;
    private final Originals originals;
    private final LetterWays ways;
    private final BusinessClock clock;
    private final MeterRegistry metrics;

    LetterReplay(
            Replays replays,
            DoorReplay door,
            Originals originals,
            LetterWays ways,
            BusinessClock clock,
            MeterRegistry metrics) {
        this.replays = replays;
        this.door = door;
        this.originals = originals;
        this.ways = ways;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Replays open letters, one after the other.
     *
     * @param correction for each of them; null replays them as they came
     * @param by who asks for it
     * @return one answer per letter, in order; for the first of them only when time was up. Fails when the table does not
     *     answer
     */
    public Uni<List<Replayed>> replay(List<Letter> letters, @Nullable Correction correction, String by) {
        Map<String, Reread> events = read(letters, correction);
        LogScan scan = door.scanFor(events.values());
        long deadline = System.nanoTime() + BUDGET.toNanos();
        Uni<List<Replayed>> all = Uni.createFrom().item(new ArrayList<>());
        for (Letter letter : letters) {
            Reread event = events.get(letter.head().letterId());
            all = all.chain(done -> System.nanoTime() > deadline && !done.isEmpty()
                    ? Uni.createFrom().item(done)
                    : one(letter, event, start(correction, event, by), scan).map(answer -> with(done, answer)));
        }
        return all.eventually(scan::close);
    }

    private Map<String, Reread> read(List<Letter> letters, @Nullable Correction correction) {
        Map<String, Reread> events = new HashMap<>();
        for (Letter letter : letters) {
            DeadLetter content = letter.content();
            if (content != null && ways.of(content) instanceof Way.ThroughTheDoor way) {
                DeadLetter mended = correction == null ? content : correction.applyTo(content);
                events.put(letter.head().letterId(), door.read(mended, way.source()));
            }
        }
        return events;
    }

    private Start start(@Nullable Correction correction, @Nullable Reread event, String by) {
        ClaimKey key = event == null ? null : event.key();
        Correction kept = kept(correction, event);
        return new Start(
                by,
                clock.instant(),
                kept,
                key == null ? null : key.digest(),
                event == null ? Set.of() : persons(event, kept));
    }

    /** Of the letter as it is kept: who stands there by a hash is forgotten by it, and nobody is known by what was hashed. */
    private static Set<String> persons(Reread event, @Nullable Correction kept) {
        return Named.in(kept == null ? event.letter() : kept.applyTo(event.letter()))
                .persons();
    }

    private static @Nullable Correction kept(@Nullable Correction correction, @Nullable Reread event) {
        if (correction == null || event == null) {
            return correction;
        }
        RawItem read = event.item().raw();
        return correction.as(read.payload().text(), read.attributes());
    }

    private Uni<Replayed> one(Letter letter, @Nullable Reread event, Start start, LogScan scan) {
        DeadLetter content = letter.content();
        if (content == null) {
            return impossible("what it held was deleted, because a person of it was forgotten");
        }
        String id = letter.head().letterId();
        if (event != null) {
            return replays.begin(id, start)
                    .flatMap(begun -> ended(
                            begun,
                            attempt -> door.replay(event, scan)
                                    .flatMap(became ->
                                            replays.end(id, attempt, became).replaceWith(became))));
        }
        Way way = ways.of(content);
        if (way instanceof Way.Again again) {
            return start.correction() == null
                    ? again(id, again, start)
                    : impossible("its record is written again as it stands: a correction has no place in it");
        }
        return impossible(way instanceof Way.None none ? none.why() : "it cannot be read");
    }

    private Uni<Replayed> again(String id, Way.Again again, Start start) {
        return originals.read(again).flatMap(found -> {
            if (found instanceof Step.Refused<OutboxRecord> no) {
                Refusal refusal = no.refusal();
                return impossible(refusal.detail());
            }
            OutboxRecord record = ((Step.Kept<OutboxRecord>) found).value();
            return replays.republish(id, start, record)
                    .flatMap(begun -> ended(begun, attempt -> Uni.createFrom().item(Became.REPUBLISHED)));
        });
    }

    private Uni<Replayed> ended(OptionalInt begun, IntFunction<Uni<Became>> work) {
        if (begun.isEmpty()) {
            return Uni.createFrom().item(new Replayed.InWork());
        }
        return work.apply(begun.getAsInt()).map(became -> {
            metrics.counter(
                            "playcaller.ingest.letters.replayed",
                            "became",
                            became.state().word())
                    .increment();
            return new Replayed.Ended(became);
        });
    }

    private static Uni<Replayed> impossible(String why) {
        return Uni.createFrom().item(new Replayed.Impossible(why));
    }

    private static List<Replayed> with(List<Replayed> done, Replayed answer) {
        done.add(answer);
        return done;
    }
}
